"""One line on stderr that says how far a command is, written over itself; nothing at all where stderr is no terminal."""

import shutil
import sys
from types import TracebackType
from typing import Self, TextIO

_CLEAR = "\r\x1b[K"


class ProgressLine:
    """A line that is there while a block runs and gone after it."""

    def __init__(self, doing: str, out: TextIO | None = None) -> None:
        self._doing = doing
        self._out = out or sys.stderr
        self._shown = self._out.isatty()

    def __enter__(self) -> Self:
        """Begin; nothing is shown yet."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Take the line away."""
        if self._shown:
            self._write("")

    def tell(self, number: int, total: int, name: str) -> None:
        """Show that number so many of so many, of this name, is being done."""
        if self._shown:
            plain = "".join(letter if letter.isprintable() else "?" for letter in name)
            words = f"{self._doing} {number} of {total}: {plain}"
            self._write(words[: shutil.get_terminal_size().columns - 1])

    def _write(self, words: str) -> None:
        self._out.write(f"{_CLEAR}{words}")
        self._out.flush()
