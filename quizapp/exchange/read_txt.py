"""Plain text, in whatever encoding it was saved."""

import codecs
from contextlib import suppress

from charset_normalizer import from_bytes

from quizapp.exchange.plain_text import headline, tidy
from quizapp.exchange.readable import FileRefused, Format, Readable

SAMPLE = 200_000
"""How many bytes the encoding is told from: more costs time and says nothing new."""
WESTERN, FOREIGN = "cp1252", 0.1
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def read_txt(data: bytes) -> Readable:
    """The text with its first line as title where that reads like one; raises FileRefused for what is no text."""
    text, warnings = decode(data)
    kept = tidy(text)
    return Readable(text=kept, format=Format.TXT, title=headline(kept), warnings=warnings)


def decode(data: bytes) -> tuple[str, tuple[str, ...]]:
    """The words of a text file, and a warning where the encoding had to be guessed; raises FileRefused."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace"), ()
    if b"\x00" in data:
        raise _no_text("bytes that no text has")
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        encoding = _encoding(data)
    text = data.decode(encoding, errors="replace")
    if text.count("\ufffd") > len(text) // 100:
        raise _no_text(f"many bytes that are no text in the encoding {encoding}")
    return text, (f"How its letters are written was guessed (“{encoding}”). Look at accents and quotation marks.",)


def _encoding(data: bytes) -> str:
    """English and its neighbours hold few letters beyond ASCII, too few to tell other encodings by."""
    sample = data[:SAMPLE]
    if sum(byte > 127 for byte in sample) <= FOREIGN * len(sample) and not any(byte < 9 for byte in sample):
        with suppress(UnicodeDecodeError):
            data.decode(WESTERN)
            return WESTERN
    best = from_bytes(sample).best()
    if best is None:
        raise _no_text("bytes in no encoding of text that is known here")
    return best.encoding


def _no_text(found: str) -> FileRefused:
    return FileRefused(found=found, expected="plain text", do="Save it as text with the encoding UTF-8, or paste the text.")
