"""What a file is: told from its first bytes and its name together, so that a wrong name is found before anything is read."""

from pathlib import PurePath
from typing import Final

from quizapp.exchange.archive import open_archive
from quizapp.exchange.readable import FileRefused, Format

SUFFIXES: Final = {
    ".txt": Format.TXT,
    ".text": Format.TXT,
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".xhtml": Format.HTML,
    ".docx": Format.DOCX,
    ".pdf": Format.PDF,
    ".epub": Format.EPUB,
}
_RENAME: Final = "Give it the ending of what it is."
EXPECTED: Final = "a .txt, .md, .html, .docx, .pdf or .epub file"
NAMES: Final = {
    Format.TXT: "plain text",
    Format.MARKDOWN: "Markdown",
    Format.HTML: "a web page",
    Format.DOCX: "a Word document",
    Format.PDF: "a PDF",
    Format.EPUB: "an EPUB book",
}
_OTHERS: Final = (
    (b"\xd0\xcf\x11\xe0", "an old Word file, or a document locked with a password", "Save it as .docx without a password."),
    (b"{\\rtf", "an RTF document", "Save it as .docx or as plain text."),
    (b"\x89PNG", "a picture", "Type the words that you see in it."),
    (b"\xff\xd8\xff", "a picture", "Type the words that you see in it."),
    (b"GIF8", "a picture", "Type the words that you see in it."),
    (b"\x1f\x8b", "a packed file", "Unpack it first."),
    (b"Rar!", "a packed file", "Unpack it first."),
    (b"7z\xbc\xaf", "a packed file", "Unpack it first."),
    (b"MZ", "a program", "Bring the text itself."),
    (b"\x7fELF", "a program", "Bring the text itself."),
)
_HEAD: Final = 1_024
_PAGE: Final = (b"<!doctype html", b"<html", b"<head", b"<body")
_TEXTS: Final = frozenset({Format.TXT, Format.MARKDOWN})


def format_of(name: str, data: bytes) -> Format:
    """The format of a file; raises FileRefused when it has none that is read, or another than its name says."""
    said = SUFFIXES.get(PurePath(name.replace("\\", "/")).suffix.lower())
    if not data.strip():
        raise FileRefused(found="an empty file", expected="an article with words in it", do="Choose another file.")
    found = _found(data)
    if said is None:
        what = NAMES[found] if found else "another kind of file"
        raise FileRefused(found=f"{what} called “{name[-60:]}”", expected=EXPECTED, do=_RENAME)
    if found is None:
        return said if said in _TEXTS else _refuse_text(said)
    if found is not said:
        raise FileRefused(found=f"{NAMES[found]} in a file called “{name[-60:]}”", expected=NAMES[said], do=_RENAME)
    return found


def _refuse_text(said: Format) -> Format:
    if said is Format.HTML:
        return said  # a page may begin anywhere, with a comment or a paragraph
    raise FileRefused(found=f"no {said} inside a file called .{said}", expected=NAMES[said], do="Save it again in its own program.")


def _found(data: bytes) -> Format | None:
    """What the bytes are; None for text of any kind."""
    head = data[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n")
    if b"%PDF-" in data[:_HEAD]:
        return Format.PDF
    if data.startswith(b"PK\x03\x04") or data.startswith(b"PK\x05\x06"):
        return _packed(data)
    for sign, what, do in _OTHERS:
        if data.startswith(sign):
            raise FileRefused(found=what, expected=EXPECTED, do=do)
    return Format.HTML if any(sign in head.lower() for sign in _PAGE) else None


def _packed(data: bytes) -> Format:
    with open_archive(data, called="documents") as archive:
        names = set(archive.namelist())
    if "META-INF/container.xml" in names:
        return Format.EPUB
    if "word/document.xml" in names:
        return Format.DOCX
    raise FileRefused(found="a packed file, no document", expected=EXPECTED, do="Unpack it first, or save it as .docx.")
