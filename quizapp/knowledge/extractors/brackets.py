"""What stands in brackets right after a name: dates of a life, the year of a work."""

import re
from collections.abc import Iterable
from dataclasses import replace

from quizapp.knowledge.extractors.mentions import Mention

_AFTER = re.compile(r"[\s,A-Z.]{0,16}\(([^()]{2,160})")
_DAY = r"(?:\d{1,2} [A-Z][a-z]{2,8},? \d{3,4}|[A-Z][a-z]{2,8} \d{1,2},? \d{3,4})"
_LIFE = re.compile(rf"\bborn\b|\bb\. ?(?:c\. ?)?(?:[A-Z]|\d)|\bn[ée]e\b|{_DAY}.{{0,60}}[–—-].{{0,40}}\d{{3,4}}")
_YEARS = re.compile(r"(?:c\. ?)?\d{3,4} ?[–—-] ?(?:c\. ?)?\d{2,4}$")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


def with_brackets(text: str, mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """The mentions, each with the beginning of the brackets that follow it."""
    return tuple(_with_bracket(text, mention) for mention in mentions)


def _with_bracket(text: str, mention: Mention) -> Mention:
    found = _AFTER.match(text, mention.words[-1].end)
    return replace(mention, bracket=found[1].strip()) if found else mention


def tells_life(bracket: str) -> bool:
    """Whether the words in brackets are the dates of a person's life: "born 3 May 1950"."""
    return _LIFE.search(bracket) is not None


def tells_years(bracket: str) -> bool:
    """Whether the words in brackets are two years: "1810–1860"."""
    return _YEARS.match(bracket) is not None


def tells_year(bracket: str) -> bool:
    """Whether the words in brackets are one year."""
    return _YEAR.fullmatch(bracket) is not None
