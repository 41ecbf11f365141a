"""PDF: the words of its pages, broken lines put together again; pictures of pages hold no words."""

from collections import Counter
from collections.abc import Sequence
from io import BytesIO

from pypdf import PdfReader
from pypdf.errors import DependencyError, FileNotDecryptedError, LimitReachedError, PyPdfError

from quizapp.exchange.pdf_lines import REPEATED, paragraphs_of, without_repeated
from quizapp.exchange.plain_text import headline, one_line, tidy
from quizapp.exchange.readable import LONGEST_TEXT, MOST_PAGES, FileRefused, Format, Readable

_PASTE = "Open it in its own program, copy the text and paste it."
_BROKEN = (PyPdfError, ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError, AssertionError, OverflowError, OSError)
_WARNING = "Lines of a PDF are put together by a rule. Look at the ends of paragraphs, at tables and at words with a hyphen."


def read_pdf(data: bytes) -> Readable:
    """The words of a document's pages; raises FileRefused for a locked or broken one, for pictures alone, and beyond MOST_PAGES."""
    try:
        reader = PdfReader(BytesIO(data), strict=False)
        _unlock(reader)
        pages = _pages(reader)
        title = str(reader.metadata.title or "") if reader.metadata else ""
    except (DependencyError, FileNotDecryptedError) as error:
        raise _locked() from error
    except LimitReachedError as error:
        raise FileRefused(found="a document that swells when it is read", expected="one of ordinary size", do=_PASTE) from error
    except _BROKEN as error:
        raise FileRefused(found="a broken PDF", expected="a PDF that opens in a reading program", do=_PASTE) from error
    return _readable(pages, one_line(title))


def _readable(pages: Sequence[str], title: str) -> Readable:
    if not any(page.strip() for page in pages):
        found = "pictures of pages without any text"
        raise FileRefused(found=found, expected="a PDF whose words can be selected", do="Have the words recognised first, or type them.")
    lines, left_out = without_repeated([page.splitlines() for page in pages])
    empty = Counter(bool(page.strip()) for page in pages)[False]
    warnings = [_WARNING]
    if left_out:
        warnings.append(f"Lines that stand on at least {REPEATED} pages were left out as headers or footers: “{left_out[0][:60]}”.")
    if empty:
        warnings.append(f"{empty} of {len(pages)} pages hold no text; they may be pictures.")
    kept = tidy("\n\n".join(paragraphs_of(lines)))
    return Readable(text=kept, format=Format.PDF, title=title or headline(kept), warnings=tuple(warnings))


def _unlock(reader: PdfReader) -> None:
    if reader.is_encrypted and not reader.decrypt(""):
        raise _locked()


def _pages(reader: PdfReader) -> list[str]:
    if len(reader.pages) > MOST_PAGES:
        found = f"{len(reader.pages)} pages"
        raise FileRefused(found=found, expected=f"at most {MOST_PAGES}", do="Bring the pages that you need.")
    pages: list[str] = []
    length = 0
    for page in reader.pages:
        pages.append(page.extract_text())
        length += len(pages[-1])
        if length > 2 * LONGEST_TEXT:
            break  # too long already, whatever stands on the other pages; `tidy` says so
    return pages


def _locked() -> FileRefused:
    return FileRefused(found="a PDF locked with a password", expected="one that opens without", do=_PASTE)
