"""What a teacher says of an article and what can be used of it: every refusal says what was found and what to do."""

import datetime as dt
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from quizapp.exchange.readable import LONGEST_TEXT, LONGEST_TITLE
from quizapp.services.errors import FieldRefused
from quizapp.storage.tables.own_articles import Form, Rights

SHORTEST: Final = 40
LONGEST_LINE: Final = 500
LONGEST_LINK: Final = 1_000
OLDEST: Final = dt.date(1000, 1, 1)


@dataclass(frozen=True, kw_only=True, slots=True)
class Given:
    """An article as the form sends it; `text` is not looked at where only what stands beside it changes."""

    title: str
    date: str
    source: str
    link: str
    rights: str
    rights_note: str
    text: str = ""
    form: Form = Form.PASTED


@dataclass(frozen=True, kw_only=True, slots=True)
class Described:
    """The same without the text, every field usable."""

    title: str
    date: dt.date | None
    source: str | None
    link: str | None
    rights: Rights
    rights_note: str


def described(given: Given, *, today: dt.date) -> Described:
    """What stands beside the text; raises FieldRefused on the field that cannot be used."""
    return Described(
        title=_title(given.title),
        date=_date(given.date.strip(), today),
        source=_line(given.source, "source") or None,
        link=_link(given.link.strip()),
        rights=_rights(given.rights),
        rights_note=_note(given),
    )


def faults(given: Given, *, today: dt.date) -> dict[str, str]:
    """Everything in an article's form that cannot be used, by field, so that all of it can be mended in one go."""
    found: dict[str, str] = {}
    for look in (
        lambda: _title(given.title),
        lambda: _date(given.date.strip(), today),
        lambda: _line(given.source, "source"),
        lambda: _link(given.link.strip()),
        lambda: _rights(given.rights),
        lambda: _note(given),
    ):
        try:
            look()
        except FieldRefused as refused:
            found[refused.field] = str(refused)
    return found


def cleaned(text: str) -> str:
    """The text as it is kept: the line ends that a browser sends become those of a text file, nothing else changes.

    Raises FieldRefused.
    """
    kept = text.replace("\r\n", "\n").replace("\r", "\n").strip("\n")
    letters = len(kept.strip())
    if letters < SHORTEST:
        found = f"{letters} characters" if letters else "no text"
        raise FieldRefused("text", f"Found {found}; a few sentences are needed. Paste the article’s text.")
    if len(kept) > LONGEST_TEXT:
        raise FieldRefused("text", f"Found {len(kept):,} characters; at most {LONGEST_TEXT:,}. Cut it, or add it in parts.")
    strange = next((place for place, sign in enumerate(kept) if (sign < " " and sign not in "\t\n") or "\ud800" <= sign <= "\udfff"), None)
    if strange is not None:
        raise FieldRefused("text", f"Found a sign that is no text at character {strange + 1}. Take it out, or paste the text again.")
    return kept + "\n"


def _title(given: str) -> str:
    title = " ".join(given.split())
    if not title:
        raise FieldRefused("title", "Give it a title: questions name their article by it.")
    if len(title) > LONGEST_TITLE:
        raise FieldRefused("title", f"Found {len(title)} characters; at most {LONGEST_TITLE}. Shorten it.")
    return title


def _date(given: str, today: dt.date) -> dt.date | None:
    if not given:
        return None
    try:
        date = dt.date.fromisoformat(given)
    except ValueError:
        raise FieldRefused("date", f"Found “{given[:30]}”; write it like 2021-10-20, or leave it empty.") from None
    if not OLDEST <= date <= today + dt.timedelta(days=1):
        raise FieldRefused("date", f"Found {date.isoformat()}, which is {'still to come' if date > today else 'too long ago'}. Correct it.")
    return date


def _line(given: str, field: str) -> str:
    line = " ".join(given.split())
    if len(line) > LONGEST_LINE:
        raise FieldRefused(field, f"Found {len(line)} characters; at most {LONGEST_LINE}. Shorten it.")
    return line


def _link(given: str) -> str | None:
    if not given:
        return None
    try:
        parts = urlsplit(given)
        good = parts.scheme in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        good = False
    if not good or len(given) > LONGEST_LINK or any(sign.isspace() or sign < " " for sign in given):
        raise FieldRefused("link", f"Found “{given[:60]}”; a link begins with https:// or http://. Correct it, or leave it empty.")
    return given


def _rights(given: str) -> Rights:
    try:
        return Rights(given)
    except ValueError:
        raise FieldRefused("rights", "Say why you may use this text.") from None


def _note(given: Given) -> str:
    note = _line(given.rights_note, "rights_note")
    if given.rights == Rights.FREE_LICENCE and not note:
        raise FieldRefused("rights_note", "Say which licence, for example CC BY 4.0.")
    return note
