"""How the page says what stands in the record: names for ids, words for values, moments as lists show them."""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime

import msgspec

from quizapp.knowledge.rulings import Ruling
from quizapp.services.record_names import RecordNames
from quizapp.services.review_record import Entry
from quizapp.web.rulings.words import KINDS, ruling_words
from quizapp.web.wording import when

AT_MOST = 3
"""Of a long list the page shows so many; the files hold them all."""
THINGS = {"item": "question", "board_entry": "name on a leaderboard"}
"""How the page says kinds of things where their word in the record is another."""
LABELS: Mapping[str, str] = {
    "facts": "facts that change",
    "left_play": "questions that left play",
    "new": "new questions",
    "touched": "questions touched",
    "retired": "questions retired",
    "back": "questions that came back",
    "waiting": "questions that wait",
    "rulings": "rulings before or after",
    "of_teachers": "teachers’ own questions",
    "visits": "open visits",
}
"""How the page says what changed where its word in the record is another."""
_NOT_FOR_PEOPLE = frozenset({"scope", "revision"})
_SHOWN_FIRST = ("state", "stem", "answer", "options", "explanation")
_ID = re.compile(r"[0-9a-f]{20}")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d")


def thing(kind: str) -> str:
    """What a kind of thing is called."""
    return THINGS.get(kind, kind.replace("_", " "))


def changes(entry: Entry, names: RecordNames) -> tuple[tuple[str, str, str], ...]:
    """What changed: (what, old, new), fields that stayed, say nothing or are for programs left out."""
    old, new = entry.old or {}, entry.new or {}
    order = sorted({*old, *new} - _NOT_FOR_PEOPLE, key=lambda name: (name not in _SHOWN_FIRST, name))
    lines = ((name, old.get(name), new.get(name)) for name in order if old.get(name) != new.get(name))
    said = ((LABELS.get(name, name.replace("_", " ")), say(was, names), say(now, names)) for name, was, now in lines)
    return tuple((label, was, now) for label, was, now in said if was or now)


def say(value: object, names: RecordNames) -> str:
    """A value in words; "" for nothing."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case str():
            return _text(value, names)
        case list():
            return _list([one for one in (say(one, names) for one in value) if one])
        case dict():
            return _ruling(value) or "; ".join(_pairs(value, names))
        case _:
            return str(value)


def _text(text: str, names: RecordNames) -> str:
    if _ID.fullmatch(text):
        return names.question(text) or names.facts.get(text, "one that is there no more")
    if _MOMENT.match(text):
        try:
            return when(datetime.fromisoformat(text))
        except ValueError:
            return text
    return text


def _list(said: list[str]) -> str:
    more = f" and {len(said) - AT_MOST} more" if len(said) > AT_MOST + 1 else ""
    return " / ".join(said[:AT_MOST] if more else said) + more


def _ruling(value: Mapping[str, object]) -> str:
    """A ruling as the pages on rulings say it; "" for anything else."""
    try:
        ruling = msgspec.convert(value, Ruling)
    except msgspec.ValidationError:
        return ""
    return f"{KINDS[ruling.kind]}: {ruling_words(ruling)}"


def _pairs(value: Mapping[str, object], names: RecordNames) -> Iterator[str]:
    for name, one in value.items():
        if said := say(one, names):
            yield f"{LABELS.get(name, name.replace('_', ' '))}: {said}"
