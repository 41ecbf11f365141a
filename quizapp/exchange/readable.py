"""What reading a file gives: its text to be looked at by a person, or a refusal that says what was found and what to do."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

LARGEST_FILE: Final = 10_000_000
LARGEST_UNPACKED: Final = 50_000_000
MOST_PAGES: Final = 300
LONGEST_TEXT: Final = 200_000
LONGEST_TITLE: Final = 300


class Format(StrEnum):
    """The formats that are read."""

    TXT = "txt"
    MARKDOWN = "md"
    HTML = "html"
    DOCX = "docx"
    PDF = "pdf"
    EPUB = "epub"


@dataclass(frozen=True, kw_only=True, slots=True)
class Readable:
    """A file's text with what it says of itself; `warnings` are sentences on what a person should look at."""

    text: str
    format: Format
    title: str = ""
    date: dt.date | None = None
    source: str = ""
    warnings: tuple[str, ...] = ()


class FileRefused(Exception):  # noqa: N818 - domain words
    """A file that is not read: what was found in it, what was expected, what to do."""

    def __init__(self, *, found: str, expected: str, do: str) -> None:
        super().__init__(f"Found {found}; expected {expected}. {do}")
        self.found, self.expected, self.do = found, expected, do


def megabytes(size: int) -> str:
    """A size as people say it."""
    return f"{size / 1_000_000:.1f} MB" if size >= 100_000 else f"{max(1, round(size / 1_000))} kB"
