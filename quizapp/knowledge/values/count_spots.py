"""The forms of counts in running text: a number and the nouns it counts, told by the plural alone."""

import re

from quizapp.knowledge.values.amount_spots import ANY_NUMBER, HEDGE, LEFT, NUMBER, RANGE, RIGHT
from quizapp.knowledge.values.base import ValueType
from quizapp.knowledge.values.spotting_form import Form, Match, form, words_before
from quizapp.knowledge.values.units import find_unit

_NOT_NOUNS = (
    "the a an of in on at to for from by with and or but as is was were are be been has have had than then that this these those it its"
    " his her their our he she they we you i who which when where while if not no so after before during since until about over under"
    " into out up down off per more less most least other others such each both all any some between against through within without"
    " also just only still even goes does says thus always yes plus across towards us versus vs times there here can could will would"
    " may might must shall should did do how what why one whose him them me"
)
_NO_NOUNS = frozenset(_NOT_NOUNS.split())
_SAME_IN_PLURAL = (
    "people men women children teeth feet mice geese sheep fish aircraft spacecraft cattle staff personnel policemen firemen spokesmen"
    " businessmen grandchildren species series crew troops"
)
_IRREGULAR = frozenset(_SAME_IN_PLURAL.split())
_SINGULAR = re.compile(r"(?:ss|us|is|ous|'s|’s)$")
_MONTH = re.compile(r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?")
_NOUN = r"[^\W\d_]+(?:[-'’&][^\W\d_]+)*"
_MANY = r"(?:(?:tens|hundreds) of (?:thousands|millions)|dozens|scores|hundreds|thousands|millions|billions) of"
_ORDINAL = r"(?:\d{1,3}(?:st|nd|rd|th)|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth)"
_OWNER = r"(?:\b(?i:his|her|its|their|our|my)|(?<=\w)['’]s)"


def is_plural(word: str) -> bool:
    """Whether an English word looks like a plural noun."""
    lower = word.lower()
    return lower in _IRREGULAR or (len(lower) > 3 and lower.endswith("s") and not _SINGULAR.search(lower))


def _counted(found: Match) -> int | None:
    """Where the nouns end that the number counts: at the first plural; None when another kind of word comes first."""
    if _is_other_number(found):
        return None
    words = list(re.finditer(r"\S+", found["nouns"]))
    for place, word in enumerate(words):
        if word[0].lower() in _NO_NOUNS or find_unit(word[0]) is not None:
            return None
        if is_plural(word[0]):
            following = words[place + 1] if place + 1 < len(words) else None
            last = following if following and word[0][0].isupper() and _goes_on(following[0]) else word
            return found.start("nouns") + last.end()
    return None


def _goes_on(word: str) -> bool:
    return word.islower() and is_plural(word) and word not in _NO_NOUNS


def _is_other_number(found: Match) -> bool:
    """A year, a model ("Falcon 9 rockets"), a day ("On October 17 people …") or a part ("three out of four shots")."""
    number, nouns, before = found["number"], found["nouns"], words_before(found)
    if number.lower() in {"1", "0"} or (re.fullmatch(r"1\d{3}|20\d{2}", number) and nouns.split()[0].lower() not in _IRREGULAR):
        return True
    last = before[-1] if before else ""
    if before[-2:] == ["out", "of"] or (_MONTH.fullmatch(last) and before[-2:-1] and before[-2].lower() == "on"):
        return True
    is_name = any(map(str.isupper, last)) and last.lower() not in _NO_NOUNS
    return is_name and bool(re.fullmatch(r"\d{1,2}", number)) and nouns.split()[0] not in _IRREGULAR


def _placed(found: Match) -> int | None:
    """ "Third trip", "39th mission", "third Super Bowl title": nouns up to the next little word or mark."""
    nouns = found["nouns"].split()
    return None if any(word.lower() in _NO_NOUNS for word in nouns) or not nouns[-1].islower() else found.end("value")


_NOUNS = rf"(?= (?P<nouns>{_NOUN}(?: {_NOUN}){{0,4}}))"
_LITTLE_WORD = r"(?:to|of|in|on|at|for|from|and|as|with|by|since|after|before|was|is|when|but)\b"

COUNT_FORMS: tuple[Form, ...] = (
    form(ValueType.COUNT, rf"{LEFT}(?P<value>{HEDGE}(?P<number>{RANGE})){_NOUNS}", rank=8, needs=ANY_NUMBER, ending=_counted),
    form(ValueType.COUNT, rf"\b(?P<value>(?P<number>(?i:{_MANY}))){_NOUNS}", rank=8, needs="s of ", ending=_counted),
    form(ValueType.COUNT, rf"\bpopulation of (?P<value>{HEDGE}{NUMBER}){RIGHT}", rank=9, needs="population"),
    form(
        ValueType.COUNT,
        rf"{_OWNER} (?P<value>{_ORDINAL} (?P<nouns>{_NOUN}(?: {_NOUN}){{0,3}}?))(?=[.,;:!?)]|$| {_LITTLE_WORD})",
        rank=9,
        needs=_ORDINAL,
        ending=_placed,
    ),
)
