"""E-books: the chapters in the order in which the book names them."""

from collections.abc import Iterator
from posixpath import dirname, join, normpath
from xml.etree.ElementTree import Element
from zipfile import ZipFile

from quizapp.exchange.archive import open_archive, part
from quizapp.exchange.dates import stated_day
from quizapp.exchange.html_blocks import blocks_of
from quizapp.exchange.plain_text import headline, one_line, tidy
from quizapp.exchange.readable import MOST_PAGES, FileRefused, Format, Readable
from quizapp.exchange.safe_xml import read_xml

CALLED = "an EPUB book"
_CONTAINER = "META-INF/container.xml"
_LOCKED = "META-INF/encryption.xml"
_PAGES = frozenset({"application/xhtml+xml", "text/html"})
_DO = "Bring a copy that opens in a reading program, or paste the text."


def read_epub(data: bytes) -> Readable:
    """The words of a book's chapters; raises FileRefused for one that is broken, locked or too long."""
    with open_archive(data, called=CALLED) as archive:
        where = _package(archive)
        package = read_xml(_must(archive, where), where=where)
        text = tidy("\n\n".join(_lines(archive, package, where)))
    title, publisher = one_line(_said(package, "title")), one_line(_said(package, "publisher"))
    return Readable(text=text, format=Format.EPUB, title=title or headline(text), date=stated_day(_said(package, "date")), source=publisher)


def _package(archive: ZipFile) -> str:
    root = read_xml(_must(archive, _CONTAINER), where=_CONTAINER)
    path = next((one.get("full-path") for one in root.iter() if _tag(one) == "rootfile" and one.get("full-path")), None)
    if path is None:
        raise FileRefused(found="a book that names no chapters", expected=CALLED, do=_DO)
    return path


def _lines(archive: ZipFile, package: Element, where: str) -> Iterator[str]:
    pages = list(_pages(package, where))
    if len(pages) > MOST_PAGES:
        raise FileRefused(found=f"{len(pages)} chapters", expected=f"at most {MOST_PAGES}", do="Bring the chapter that you need.")
    for page in pages:
        found = part(archive, page)
        if found is not None:
            yield from blocks_of(found)
    if part(archive, _LOCKED) and not pages:
        raise FileRefused(found="a locked book", expected="a book without copy protection", do=_DO)


def _pages(package: Element, where: str) -> Iterator[str]:
    named = {one.get("id"): one for one in package.iter() if _tag(one) == "item" and one.get("media-type") in _PAGES}
    for one in package.iter():
        item = named.get(one.get("idref")) if _tag(one) == "itemref" and one.get("linear") != "no" else None
        if item is not None and item.get("href"):
            yield normpath(join(dirname(where), str(item.get("href")).partition("#")[0]))


def _must(archive: ZipFile, name: str) -> bytes:
    found = part(archive, name)
    if found is None:
        raise FileRefused(found=f"no part “{name[:60]}”", expected=CALLED, do=_DO)
    return found


def _said(package: Element, name: str) -> str:
    return next((one.text or "" for one in package.iter() if _tag(one) == name and (one.text or "").strip()), "")


def _tag(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]
