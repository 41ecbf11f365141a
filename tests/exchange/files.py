"""Files for the tests, made here and nowhere else: ordinary ones of every format, and hostile ones."""

import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO

from docx import Document
from pypdf import PdfWriter

STORY = "The mill at Orrin turns again.\n\nTom Ray opened it on 3 May 2019."
_CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="{}"/></rootfiles></container>'
)


def packed(parts: Mapping[str, bytes | str], *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """An archive of these parts."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w", method) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return made.getvalue()


def word_document(*paragraphs: str, title: str = "") -> bytes:
    """A Word document."""
    document = Document()
    document.core_properties.title = title
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    made = BytesIO()
    document.save(made)
    return made.getvalue()


def with_part(archive: bytes, name: str, part: bytes | str) -> bytes:
    """The same archive with one part put in or replaced."""
    with zipfile.ZipFile(BytesIO(archive)) as old:
        parts: dict[str, bytes | str] = {one: old.read(one) for one in old.namelist()}
    return packed({**parts, name: part})


def book(
    chapters: Mapping[str, str], *, title: str = "The mill", where: str = "OEBPS/content.opf", extra: Mapping[str, str] | None = None
) -> bytes:
    """An e-book; chapters are read in the order given, whatever their names."""
    items = "".join(f'<item id="c{n}" href="{name}" media-type="application/xhtml+xml"/>' for n, name in enumerate(chapters))
    spine = "".join(f'<itemref idref="c{n}"/>' for n, _ in enumerate(chapters))
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>'
        f"<dc:title>{title}</dc:title><dc:date>2019-05-04</dc:date><dc:publisher>Orrin Press</dc:publisher></metadata>"
        f"<manifest>{items}</manifest><spine>{spine}</spine></package>"
    )
    parts = {"mimetype": "application/epub+zip", "META-INF/container.xml": _CONTAINER.format(where), where: package, **(extra or {})}
    return packed({**parts, **{f"OEBPS/{name}": f"<html><body>{words}</body></html>" for name, words in chapters.items()}})


def pdf(pages: list[list[str]], *, title: str = "") -> bytes:
    """A PDF with these lines on its pages."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for lines in pages:
        drawn = "".join(f"BT /F1 12 Tf 60 {780 - 16 * n} Td ({line}) Tj ET\n" for n, line in enumerate(lines))
        objects.append(f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream")
        page = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {len(objects)} 0 R /Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects.append(page)
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    objects.append(f"<< /Title ({title}) >>")
    return _assembled(objects)


def swelling_pdf(size: int) -> bytes:
    """A PDF whose one page holds so many blanks, packed to almost nothing."""
    packer = zlib.compressobj(9)
    packed_blanks = b"".join(packer.compress(b" " * 1_000_000) for _ in range(size // 1_000_000)) + packer.flush()
    page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R >>"
    stream = f"<< /Length {len(packed_blanks)} /Filter /FlateDecode >>\nstream\n{packed_blanks.decode('latin-1')}\nendstream"
    return _assembled(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", page, stream, "<< /Title (x) >>"])


def _assembled(objects: list[str]) -> bytes:
    made, places = b"%PDF-1.4\n", []
    for number, words in enumerate(objects, 1):
        places.append(len(made))
        made += f"{number} 0 obj\n{words}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer << /Size {size} /Root 1 0 R /Info {size - 1} 0 R >>"
    return made + f"{end}\nstartxref\n{len(made)}\n%%EOF\n".encode("latin-1")


def locked_pdf() -> bytes:
    """A PDF that opens with a password only."""
    writer = PdfWriter()
    writer.append(BytesIO(pdf([["The mill turns again."]])))
    writer.encrypt("a password", algorithm="RC4-128")
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


ENTITY_BOMB = (
    '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "'
    + "ha" * 50
    + '">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    + "]><w>&j;</w>"
)
"""Swells to a hundred thousand million letters where entities are replaced."""


def zip_bomb(name: str, size: int = 60_000_000) -> bytes:
    """An archive with a part that swells."""
    return packed({name: b" " * size})
