"""Text as it is kept: no control characters, one kind of line end, no more than two line ends in a row."""

import re

from quizapp.exchange.readable import LONGEST_TEXT, FileRefused

_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufeff\u200b]")
_TRAILING = re.compile(r"[ \t\u00a0]+\n")
_GAPS = re.compile(r"\n{3,}")
_BLANKS = re.compile(r"[ \t\n\r\f\v]+")


def tidy(text: str) -> str:
    """The same text in paragraphs that an empty line keeps apart; raises FileRefused when nothing or too much is left."""
    kept = _CONTROLS.sub("", _LINE_ENDS.sub("\n", text))
    kept = _GAPS.sub("\n\n", _TRAILING.sub("\n", kept)).strip()
    if not kept:
        raise FileRefused(found="no text", expected="an article with words in it", do="Paste the text instead.")
    if len(kept) > LONGEST_TEXT:
        found = f"{len(kept):,} characters of text"
        raise FileRefused(found=found, expected=f"at most {LONGEST_TEXT:,}", do="Bring the chapter or the pages that you need.")
    return kept + "\n"


def one_line(text: str) -> str:
    """The text on one line, white space folded."""
    return _BLANKS.sub(" ", _CONTROLS.sub("", text)).strip()


def headline(text: str, *, limit: int = 160) -> str:
    """The first line when it reads like a headline, else nothing."""
    first = next((line.strip() for line in text.splitlines() if line.strip()), "")
    return first if len(first) <= limit and not first.endswith((".", "!", ":", ";", ",")) else ""
