"""A line on stderr that says how far a command is, on a terminal alone."""

from io import StringIO

from quizapp.progress_line import ProgressLine


class Terminal(StringIO):
    """Somebody looks at it."""

    def isatty(self) -> bool:
        """It is one."""
        return True


def test_a_terminal_shows_one_line_over_itself_which_goes_at_the_end() -> None:
    out = Terminal()
    with ProgressLine("Reading file", out) as line:
        line.tell(1, 2, "a.txt")
        line.tell(2, 2, "b.pdf")
    shown = out.getvalue()
    assert shown.split("\r\x1b[K") == ["", "Reading file 1 of 2: a.txt", "Reading file 2 of 2: b.pdf", ""]
    assert "\n" not in shown


def test_a_name_moves_nothing_on_the_terminal_and_a_long_one_is_cut() -> None:
    out = Terminal()
    with ProgressLine("Reading file", out) as line:
        line.tell(1, 1, "\x1b[2J" + "x" * 500)
    shown = out.getvalue().split("\r\x1b[K")[1]
    assert "\x1b" not in shown
    assert len(shown) < 300


def test_a_file_or_a_pipe_gets_nothing() -> None:
    out = StringIO()
    with ProgressLine("Reading file", out) as line:
        line.tell(1, 2, "a.txt")
    assert out.getvalue() == ""
