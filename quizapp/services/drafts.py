"""An article before it is kept: its text as it was read, to be looked at and cut by its teacher; nothing is stored."""

import datetime as dt
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from typing import Final

from quizapp.exchange.plain_text import headline, tidy
from quizapp.exchange.readable import FileRefused, Readable
from quizapp.knowledge.reading.reader import read
from quizapp.knowledge.reading.spans import Block, BlockKind
from quizapp.knowledge.values.moment import Date
from quizapp.knowledge.values.spotting import spot
from quizapp.services.errors import FieldRefused
from quizapp.services.fetching import fetch
from quizapp.services.reading_files import read_upload
from quizapp.storage.tables.own_articles import Form

STORY: Final = frozenset({BlockKind.BODY, BlockKind.HEADLINE, BlockKind.HEADING})
MOST_FURNITURE: Final = 12
FIRST_LINES: Final = 8
LONGEST_SHOWN: Final = 90


@dataclass(frozen=True, kw_only=True, slots=True)
class Draft:
    """The text with what the file says of itself; `furniture` are the beginnings of lines that look like no part of the story."""

    text: str
    form: Form
    title: str = ""
    date: dt.date | None = None
    source: str = ""
    link: str = ""
    warnings: tuple[str, ...] = ()
    furniture: tuple[str, ...] = ()


def draft_of_file(name: str, data: bytes) -> Draft:
    """An uploaded file's text; raises FieldRefused on `file`."""
    return _draft(read_upload(name, data))


def draft_of_paste(text: str) -> Draft:
    """A pasted text; raises FieldRefused on `text`."""
    try:
        kept = tidy(text)
    except FileRefused as refused:
        raise FieldRefused("text", str(refused)) from refused
    return _dated(Draft(text=kept, form=Form.PASTED, title=headline(kept), furniture=furniture(kept)))


def draft_of_address(address: str) -> Draft:
    """A web page's text, fetched by the server; only where its operator allows that. Raises FieldRefused on `address`."""
    page = fetch(address)
    try:
        found = _draft(read_upload("page.html", page))
    except FieldRefused as refused:
        raise FieldRefused("address", str(refused)) from refused
    return replace(found, link=address.strip())


def look_again(text: str) -> Draft:
    """A text that was looked at and sent back, with what is still to be looked at in it."""
    return _dated(Draft(text=text, form=Form.PASTED, furniture=furniture(text)))


def cut(text: str, lines: Collection[str]) -> str:
    """The text without those of its lines that `furniture` names so."""
    spans = [block.span for block in _aside(text) if _shown(text, block) in lines]
    for span in reversed(spans):
        end = span.end + len(text[span.end :]) - len(text[span.end :].lstrip("\n"))
        text = text[: span.start] + text[end:]
    return text


def furniture(text: str) -> tuple[str, ...]:
    """The beginnings of lines that look like captions, credits, links or the like."""
    return tuple(dict.fromkeys(_shown(text, block) for block in _aside(text)))[:MOST_FURNITURE]


def _aside(text: str) -> list[Block]:
    return [block for block in read(text).blocks if block.kind not in STORY]


def _shown(text: str, block: Block) -> str:
    line = text[block.span.start : block.span.end]
    return " ".join((line if len(line) <= LONGEST_SHOWN else line[:LONGEST_SHOWN].rsplit(" ", 1)[0] + "…").split())


def _draft(found: Readable) -> Draft:
    draft = Draft(
        text=found.text,
        form=Form(found.format.value),
        title=found.title[:300],
        date=found.date,
        source=found.source,
        warnings=found.warnings,
        furniture=furniture(found.text),
    )
    return draft if draft.date else _dated(draft)


def _dated(draft: Draft) -> Draft:
    """With the day that the line under the headline states, if it states one; the teacher is told where it comes from."""
    found = next(iter(_datelines(draft.text)), None)
    if found is None:
        return draft
    line, day = found
    told = f"The date was taken from the line “{line}”. Correct it if it means another day."
    return replace(draft, date=day, warnings=(*draft.warnings, told))


def _datelines(text: str) -> Iterator[tuple[str, dt.date]]:
    lines = [block for block in read(text).blocks[:FIRST_LINES] if block.kind is BlockKind.DATELINE]
    for block in lines:
        line = " ".join(text[block.span.start : block.span.end].split())
        days = {day for one in spot(line) if isinstance(one.value, Date) and (day := _day(one.value))}
        if len(days) == 1 and len(line) <= LONGEST_SHOWN:
            yield line, days.pop()


def _day(value: Date) -> dt.date | None:
    """The one day that a date names, if it names one with its year."""
    if value.precision != "day month year" or value.year is None or value.month is None or value.day is None:
        return None
    return dt.date(value.year, value.month, value.day) if value.year > 0 else None
