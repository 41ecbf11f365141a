"""Reading a file that somebody brings: its format is told first, then the one reader of that format runs."""

from collections.abc import Callable
from importlib import import_module
from typing import Final

from quizapp.exchange.readable import LARGEST_FILE, FileRefused, Format, Readable, megabytes
from quizapp.exchange.sniffing import format_of

READERS: Final = {
    Format.TXT: "read_txt",
    Format.MARKDOWN: "read_md",
    Format.HTML: "read_html",
    Format.DOCX: "read_docx",
    Format.PDF: "read_pdf",
    Format.EPUB: "read_epub",
}
"""The module of each format, which holds a function of the same name; only the one that is wanted is loaded."""


def read_file(name: str, data: bytes) -> Readable:
    """The file's text; raises FileRefused. A hostile file may take long and much memory: give it a process of its own."""
    if len(data) > LARGEST_FILE:
        found = f"a file of {megabytes(len(data))}"
        raise FileRefused(found=found, expected=f"at most {megabytes(LARGEST_FILE)}", do="Bring the part that you need, or paste its text.")
    return _reader(format_of(name, data))(data)


def _reader(wanted: Format) -> Callable[[bytes], Readable]:
    module = READERS[wanted]
    reader: Callable[[bytes], Readable] = getattr(import_module(f"quizapp.exchange.{module}"), module)
    return reader
