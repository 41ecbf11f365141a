"""Lives in brackets: "(8 September 1841 – 1 May 1904)" and "(born 1929)" after a person's name."""

import re
from collections.abc import Iterator
from dataclasses import replace

from quizapp.knowledge.extractors.draft import Draft, Sight
from quizapp.knowledge.extractors.mentions import Mention
from quizapp.knowledge.extractors.page import Spot
from quizapp.knowledge.values.base import Value, ValueType
from quizapp.knowledge.values.moment import Date
from quizapp.knowledge.values.spotting import Spotted, spot

REACH = 200
_BRACKET = re.compile(r"\s?\(((?:[^()]|\([^()]*\)){4,300})\)")
_TITLE_BEFORE = re.compile(r"[A-Z][\w’'-]+ (?:on|of|in|for|to|from|the|and|upon)(?: the| a)? $")
_BORN = re.compile(r"(?i)\b(?:born|b\.)")


def find_lives(sight: Sight) -> Iterator[Draft]:
    """When a person was born (`bear.when`) and died (`die.when`), by the first bracket after the name: later ones are of namesakes."""
    told: set[str] = set()
    for mention in sight.page.names.mentions:
        thing = sight.page.names.thing(mention)
        subject = sight.referents.of(mention.head)
        if thing is None or thing.type is not ValueType.PERSON or subject is None or len(mention.words) < 2 or _ends_title(sight, mention):
            continue
        for lemma, found in _dates(sight, mention):
            if found.value is not None and f"{lemma} {subject.text}" not in told:
                told.add(f"{lemma} {subject.text}")
                yield Draft(
                    slot="when",
                    lemma=lemma,
                    subject=subject,
                    value=found.value,
                    value_words=mention.words,
                    anchor=mention.words[-1],
                    span=(mention.words[0].start, found.end),
                )


def _ends_title(sight: Sight, mention: Mention) -> bool:
    """Whether the words are the end of a longer name in title case: "A Grammar on Historical Principles (1909-1949)"."""
    return _TITLE_BEFORE.search(sight.page.article.text, max(0, mention.words[0].start - 40), mention.words[0].start) is not None


def _dates(sight: Sight, mention: Mention) -> Iterator[tuple[str, Spot]]:
    text, start = sight.page.article.text, mention.words[-1].end
    bracket = _BRACKET.match(text, start, start + REACH + 200)
    if bracket is None:
        return
    begin = bracket.start(1)
    found = [one for one in spot(text[begin : bracket.end(1)]) if isinstance(one.value, Date)]
    if len(found) == 2 and text[begin + found[0].end : begin + found[1].start].strip() in {"-", "–", "—"}:
        yield "bear", _moved(found[0], begin, found[0].value)
        yield "die", _moved(found[1], begin, found[1].value)
    elif len(found) == 1:
        yield from _of_one(text, begin, found[0])


def _of_one(text: str, begin: int, found: Spotted) -> Iterator[tuple[str, Spot]]:
    """The dates of a stretch "1841-1904", or the one that "born" stands before."""
    value = found.value
    if isinstance(value, Date) and value.until is not None and not value.either:
        yield "bear", _moved(found, begin, replace(value, until=None))
        yield "die", _moved(found, begin, value.until)
    elif _BORN.search(text, begin, begin + found.start):
        yield "bear", _moved(found, begin, value)


def _moved(found: Spotted, by: int, value: Value | None) -> Spot:
    return Spot(start=found.start + by, end=found.end + by, type=found.type, value=value, written=found.written, words=())
