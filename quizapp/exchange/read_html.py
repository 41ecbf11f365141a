"""A saved web page: the article in it, without menus, scripts and advertisements."""

from lxml import html
from trafilatura import bare_extraction
from trafilatura.settings import Document

from quizapp.exchange.dates import stated_day
from quizapp.exchange.html_blocks import blocks_of
from quizapp.exchange.plain_text import headline, one_line, tidy
from quizapp.exchange.readable import Format, Readable

ENOUGH = 250
"""Fewer characters than this are hardly the article: then everything that is no menu is shown, and the teacher cuts."""
_CUT = "What looked like menus and advertisements was left out. Compare the text with the page."
_WHOLE = "The article could not be told from the rest of the page, so everything is here. Cut what does not belong to it."


def read_html(data: bytes) -> Readable:
    """The words of a page's article with the title and the day that the page states; raises FileRefused when there are none."""
    found = bare_extraction(
        data,
        include_comments=False,
        include_tables=True,
        include_images=False,
        include_links=False,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True, "outputformat": "%Y-%m-%d"},
    )
    text = _lines(found)
    whole = len(text) < ENOUGH
    kept = tidy("\n\n".join(blocks_of(data, furniture=False)) if whole else text)
    return Readable(
        text=kept,
        format=Format.HTML,
        title=one_line(_said(found, "title")) or headline(kept),
        date=stated_day(_said(found, "date")),
        source=one_line(_said(found, "sitename")),
        warnings=(_WHOLE if whole else _CUT,),
    )


def is_page(data: bytes) -> bool:
    """Whether the bytes hold any element of HTML."""
    return len(html.fromstring(data)) > 0


def _lines(found: object) -> str:
    text = found.text if isinstance(found, Document) else None
    return "\n\n".join(line for line in (text or "").splitlines() if line.strip())


def _said(found: object, name: str) -> str:
    value = getattr(found, name, None) if isinstance(found, Document) else None
    return value if isinstance(value, str) else ""
