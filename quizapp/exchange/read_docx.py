"""Word documents: paragraphs and tables in reading order; comments, drawings and macros are left out."""

from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

from docx import Document
from docx.document import Document as Opened
from docx.opc.exceptions import OpcError
from docx.table import Table
from docx.text.paragraph import Paragraph

from quizapp.exchange.archive import open_archive, part
from quizapp.exchange.plain_text import headline, one_line, tidy
from quizapp.exchange.readable import FileRefused, Format, Readable
from quizapp.exchange.safe_xml import read_xml

CALLED = "a Word document"
_DO = "Save it again as .docx, or paste the text."
_XML = (".xml", ".rels")


def read_docx(data: bytes) -> Readable:
    """The words of a document with its title; raises FileRefused for one that is broken or made to swell."""
    with open_archive(data, called=CALLED) as archive:
        _look_through(archive)
    document = _opened(data)
    kept = tidy("\n\n".join(_lines(document)))
    title = one_line(document.core_properties.title or "") or headline(kept)
    return Readable(text=kept, format=Format.DOCX, title=title)


def _look_through(archive: ZipFile) -> None:
    for name in archive.namelist():
        if name.lower().endswith(_XML):
            read_xml(part(archive, name) or b"", where=name)


def _opened(data: bytes) -> Opened:
    try:
        return Document(BytesIO(data))
    except (OpcError, KeyError, ValueError, AttributeError, SyntaxError) as error:
        raise FileRefused(found="a document that cannot be opened", expected=CALLED, do=_DO) from error


def _lines(document: Opened) -> Iterator[str]:
    for block in document.iter_inner_content():
        yield from _of_table(block) if isinstance(block, Table) else _of_paragraph(block)


def _of_paragraph(paragraph: Paragraph) -> Iterator[str]:
    yield from (line.strip() for line in paragraph.text.splitlines() if line.strip())


def _of_table(table: Table) -> Iterator[str]:
    for row in table.rows:
        cells = dict.fromkeys(one_line(cell.text) for cell in row.cells)
        yield " | ".join(cell for cell in cells if cell)
