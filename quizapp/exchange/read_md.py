"""Markdown: its words without the signs, what stands between --- lines at the top as title and date."""

import re

from markdown_it import MarkdownIt

from quizapp.exchange.dates import stated_day
from quizapp.exchange.html_blocks import blocks_of
from quizapp.exchange.plain_text import headline, one_line, tidy
from quizapp.exchange.read_txt import decode
from quizapp.exchange.readable import Format, Readable

_FRONT = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"(?m)^(title|date)\s*:\s*(.+?)\s*$")
_QUOTES = "\"'"


def read_md(data: bytes) -> Readable:
    """The words of a Markdown file in paragraphs; raises FileRefused for what is no text."""
    text, warnings = decode(data)
    text = text.replace("\r\n", "\n")
    front = _FRONT.match(text)
    said = {key: value.strip(_QUOTES) for key, value in _FIELD.findall(front[1])} if front else {}
    html = MarkdownIt("commonmark").enable("table").render(text[front.end() :] if front else text)
    kept = tidy("\n\n".join(blocks_of(html)))
    title = one_line(said.get("title", "")) or headline(kept)
    return Readable(text=kept, format=Format.MARKDOWN, title=title, date=stated_day(said.get("date")), warnings=warnings)
