"""The forms that values have in running text, one line each."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from quizapp.knowledge.values.base import ValueType
from quizapp.knowledge.values.units import UNIT_SPELLINGS

_ONES = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS = "(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?"
_SCALE = "hundred|thousand|million|billion|trillion|dozen"
_DIGITS = r"\d{1,3}(?:[,\u00a0\u202f]\d{3}){1,4}(?:\.\d{1,3})?|[1-9]\d{0,2}(?: \d{3}){1,3}(?!\d)|\d{1,15}(?:\.\d{1,6})?"
_WORDS = rf"(?:(?:(?:half )?an?|one|{_ONES}|{_TENS})[ -](?:{_SCALE})(?: (?:{_SCALE}))?(?: and (?:an? half|{_TENS}|{_ONES}))?|{_TENS}|{_ONES})"
NUMBER = rf"(?:(?:{_DIGITS})(?:[ \u00a0](?:{_SCALE})\b)?|\b(?i:{_WORDS})\b)"
_HEDGE = (
    r"(?:\b(?i:about|around|approximately|roughly|some|nearly|almost|an estimated|at least|no fewer than|no less than|more than|over"
    r"|upwards of|in excess of|at most|no more than|up to|as many as|less than|fewer than|under) )?"
)
_RANGE = rf"(?:(?:\b(?i:between|from) )?{NUMBER}(?: ?[-–—] ?| (?:to|and|or) ){NUMBER}|{NUMBER})"
_UNIT = "|".join(sorted((re.escape(unit).replace(r"\ ", "[ -]") for unit in UNIT_SPELLINGS - {"in", "pound", "pounds", "mi", "l", "g", "m", "second"}), key=len, reverse=True))
_CAPS_UNIT = r"(?-i:(?<=\d)[ \u00a0]?(?:m|g|l|mi)(?!\w)(?! ?\$))"
_LEFT = r"(?<![\w$€£¥#/.,:\-–—])"
_RIGHT = r"(?![\w/]|[.,:]\d|[-–]\w)"
_SOME = r"(?:\b(?i:several|a few|a couple of|dozens of|hundreds of|thousands of)\b)"

_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?(?!\d|[:.]\d)"
_YEAR = r"(?:1\d{3}|20\d{2})(?![\d,.]\d|[\d%])"
_FULL = rf"(?:(?:{_WEEKDAY},? )?(?:the )?{_DAY} (?:of )?{_MONTH}(?:,? {_YEAR})?|(?:{_WEEKDAY},? )?{_MONTH} (?:the )?{_DAY}(?:,? {_YEAR})?)"
_MONTH_YEAR = rf"{_MONTH}(?: of|,)? {_YEAR}"
_ANY_DATE = rf"(?:{_FULL}|{_MONTH_YEAR}|{_MONTH}|{_YEAR})"
_TO = r"(?: ?[-–—] ?| (?:to|until|till|through|and|or) )"
_PART = r"(?:(?i:early|mid|late)[ -])"
_BEFORE_YEAR = r"\b(?i:in|of|since|until|till|by|before|after|during|from|to|circa|around|year|back in|through|for)"
_RELATIVE = (
    rf"(?:the day (?:before yesterday|after tomorrow)|(?:since )?yesterday(?:,? {_WEEKDAY})?|today|tomorrow|tonight"
    rf"|(?:the (?:end|start|beginning|middle) of |early |late |later |earlier )?(?:last|next|this(?: past| coming)?|past) (?:year|month|week|weekend|decade|century|spring|summer|autumn|winter|fall|{_WEEKDAY}|{_MONTH})(?: \(\d{{1,2}}\))?"
    rf"|{NUMBER} (?:days?|weeks?|months?|years?|decades?) (?:ago|earlier|later)"
    rf"|{_WEEKDAY} \(\d{{1,2}}\))"
)  # fmt: skip
_ZONE = r"(?: (?:UTC|GMT|CES?T|EES?T|BST|IST|JST|MSK|[ECMP][SD]?T|(?:[A-Z][a-z]+ ){1,2}[Tt]ime|local time)(?:[+-]\d{1,2})?\b)?"
_HALF = r" ?(?:[ap]\.m\.|[ap]m\b|[AP]\.M\.|[AP]M\b)"


def _always(_: "re.Match[str]") -> bool:
    return True


@dataclass(frozen=True, kw_only=True, slots=True)
class Form:
    """A pattern whose group `value` may be a value of `type`; of two that match the same words the lower `rank` wins."""

    type: ValueType
    rank: int
    pattern: re.Pattern[str]
    relative: bool = False
    accepts: Callable[["re.Match[str]"], bool] = _always


_STOP_WORDS = frozenset(
    "the a an of in on at to for from by with and or but as is was were are be been has have had than then that this these those it its his"
    " her their our he she they we you i who which when where while if not no so after before during since until about over under into"
    " out up down off per more less most least other others such each both all any some between against through within without also"
    " just only still even goes does says thus always yes plus across towards this us as versus vs times".split()
)  # fmt: skip
_PLURALS = frozenset("people men women children teeth feet mice geese sheep fish aircraft spacecraft police cattle staff personnel dead injured".split())
_SINGULAR_IN_S = re.compile(r"(?:ss|us|is|ous|'s|’s)$")


def _counted(found: "re.Match[str]") -> bool:
    """Whether the words after the number end with the first plural among them and hold no word that belongs elsewhere."""
    words = found["nouns"].lower().split()
    number = found["number"].strip()
    if re.fullmatch(r"1\d{3}|20\d{2}", number) and words[-1] not in _PLURALS:
        return False
    if any(word in _STOP_WORDS for word in words) or number.lower() in {"a", "an", "one", "1"}:
        return False
    return is_plural(words[-1]) and not any(is_plural(word) for word in words[:-1])


def is_plural(word: str) -> bool:
    """Whether an English word looks like a plural noun."""
    return word in _PLURALS or (len(word) > 3 and word.endswith("s") and not _SINGULAR_IN_S.search(word))


def _form(kind: ValueType, pattern: str, *, rank: int = 5, relative: bool = False, accepts: Callable[["re.Match[str]"], bool] = _always) -> Form:
    return Form(type=kind, rank=rank, pattern=re.compile(pattern), relative=relative, accepts=accepts)


_NOUN = r"[^\W\d_]+(?:[-'’][^\W\d_]+)*"
_MONEY_SIGN = r"(?:(?:US|NZ|A|AU|C|CA|HK|S)? ?\$|[€£¥])"
_MONEY_WORD = r"(?i:(?:US |Australian |Canadian |New Zealand )?dollars?|euros?|pounds sterling|yen|rubles?|roubles?|rupees?|(?:Swiss )?francs?|cents|USD|EUR|GBP)"
_MAGNITUDE = r"(?: ?(?:million|billion|trillion|thousand|hundred|m|bn|k)\b)?"
_BARE = r"\d{1,3}(?:,\d{3}){1,4}(?:\.\d+)?|\d{1,12}(?:\.\d{1,3})?"
_MONEY_RANGE = rf"(?:{_BARE}){_MAGNITUDE}(?:(?: ?[-–—] ?| to | and ){_MONEY_SIGN}? ?(?:{_BARE}){_MAGNITUDE})?"

FORMS = (
    _form(ValueType.DATE, rf"(?<!\w)(?P<value>(?:(?i:from|between) )?{_ANY_DATE}{_TO}{_ANY_DATE}(?:,? (?:of |in )?{_YEAR})?)(?!\w)", rank=1),
    _form(ValueType.DATE, rf"(?<!\w)(?P<value>{_MONTH} \d{{1,2}} ?[-–—] ?\d{{1,2}}(?:,? {_YEAR})?|\d{{1,2}} ?[-–—] ?\d{{1,2}} {_MONTH}(?:,? {_YEAR})?)(?!\w)", rank=1),
    _form(ValueType.DATE, rf"(?<![\w-])(?P<value>{_YEAR} ?[-–—/] ?\d{{2}})(?![\w-])", rank=1),
    _form(ValueType.DATE, rf"(?<![\w.,/-])(?P<value>{_PART}?{_FULL}|{_PART}?{_MONTH_YEAR})(?!\w|-\w)", rank=2),
    _form(ValueType.DATE, r"(?<![\w./-])(?P<value>\d{4}-\d{2}-\d{2})(?![\w/-])", rank=2),
    _form(ValueType.DATE, rf"(?<![\w-])(?P<value>(?:the )?(?:{_PART})?(?:1\d|20|[1-9])\d0s)(?!\w)", rank=2),
    _form(ValueType.DATE, rf"(?<![\w-])(?P<value>(?:the )?(?:{_PART})?\d{{1,2}}(?:st|nd|rd|th) century(?: (?:BCE?|AD|CE)\b)?)", rank=2),
    _form(ValueType.DATE, rf"\b(?P<value>(?:early |mid |late )?(?i:spring|summer|autumn|winter|fall)(?: of)? {_YEAR})(?!\w)", rank=2),
    _form(ValueType.DATE, r"(?<![\w,.-])(?P<value>(?:(?:c\.|ca\.|circa) ?)?\d{1,4} (?:BCE?|AD|CE)|AD \d{1,4})\b", rank=2),
    _form(ValueType.DATE, rf"(?<!\w)(?P<value>(?:c\.|ca\.|circa) ?{_YEAR})(?!\w)", rank=2),
    _form(ValueType.DATE, rf"{_BEFORE_YEAR} (?P<value>{_PART}?{_YEAR})(?![\w-]|’s|'s)(?! (?:people|men|women|children))", rank=6),
    _form(ValueType.DATE, rf"\((?P<value>{_YEAR})\)", rank=6),
    _form(ValueType.DATE, rf"\b(?i:in|of|since|until|till|by|before|after|during|early|late|mid|last|this|every|through) (?P<value>{_MONTH})(?!\w)", rank=6),
    _form(ValueType.DATE, rf"\b(?P<value>{_WEEKDAY})\b(?! \(\d)", rank=7),
    _form(ValueType.DATE, rf"(?<![\w-])(?P<value>(?i:{_RELATIVE}))(?![\w-])", rank=1, relative=True),
    _form(ValueType.CLOCK_TIME, rf"(?<![\w.:,-])(?P<value>\d{{1,2}}(?:[:.]\d\d)?{_HALF}{_ZONE})", rank=1),
    _form(ValueType.CLOCK_TIME, rf"(?<![\w.:,-])(?P<value>\d{{1,2}}[:.]\d\d{_ZONE})(?<=[A-Za-z\d])(?![\w.:]\d)", rank=3, accepts=lambda found: found["value"][-1].isalpha()),
    _form(ValueType.CLOCK_TIME, rf"\b(?i:at|by|from|until|till|around|about|before|after|since) (?P<value>\d{{1,2}}:\d\d{_ZONE})(?![\w:])", rank=3),
    _form(ValueType.AGE, rf"{_LEFT}(?P<value>{_HEDGE}{NUMBER}[ -]years?[ -]old)\b", rank=1),
    _form(ValueType.AGE, rf"\b(?P<value>(?i:aged?|the age of|age of) {NUMBER}){_RIGHT}", rank=1),
    _form(ValueType.AGE, r"(?<=[a-z]), (?P<value>[1-9]\d?|10\d)(?=, [a-z])", rank=4, accepts=lambda found: _follows_a_name(found)),
    _form(ValueType.MONEY, rf"(?<![\w$€£¥])(?P<value>{_HEDGE}{_MONEY_SIGN} ?{_MONEY_RANGE}){_RIGHT}", rank=1),
    _form(ValueType.MONEY, rf"{_LEFT}(?P<value>{_HEDGE}{_RANGE} {_MONEY_WORD})\b", rank=1),
    _form(ValueType.PERCENT, rf"{_LEFT}(?P<value>{_HEDGE}{_RANGE}(?: ?%|[ -]per ?cent\b(?!age)))(?! points?)(?!\w)", rank=1),
    _form(ValueType.QUANTITY, rf"{_LEFT}(?P<value>{_HEDGE}(?:{_RANGE}|{_SOME})(?:[ \u00a0–-]?(?i:{_UNIT})|{_CAPS_UNIT})){_RIGHT}(?! (?:old|ago|earlier)\b)", rank=3),
    _form(ValueType.QUANTITY, rf"\b(?P<value>(?:an?|half an?|one) (?i:{_UNIT})){_RIGHT}(?! (?:old|ago|earlier|later|of)\b)", rank=3),
    _form(ValueType.COUNT, rf"{_LEFT}(?P<value>{_HEDGE}(?P<number>{_RANGE}) (?P<nouns>(?:{_NOUN} ){{0,4}}?{_NOUN}))(?<=s|n|h|t|d|e|p){_RIGHT}", rank=8, accepts=_counted),
)  # fmt: skip
_KINDS = r"(?:article|chapter|page|pp?\.|figure|fig\.|table|section|part|volume|vol\.|no\.|nos\.|number|channel|route|highway|room|gate|flight|version|op\.|opus|pad|psalm|rule|item|step|lot|unit|group|grade|level|type|class|boeing|airbus|windows|apollo|area)"
NOT_VALUES = re.compile(
    r"https?://\S{1,500}|www\.\S{1,300}|\b[\w.+-]{1,64}@[\w-]{1,64}\.\w{2,12}"
    r"|(?i:isbn)(?:-1[03])?:? ?[\dxX -]{9,20}|\+\d[\d ().-]{6,18}\d|\(\d{3}\) ?\d{3}[- ]\d{4}|\b\d{3}[-.]\d{3,4}[-.]\d{4}\b|\b\d{3}-\d{4}\b"
    r"|\b\d{1,2}/\d{1,2}(?:/\d{2,4})?\b|\b24/7\b"
    rf"|\b(?i:{_KINDS}) \d[\w.]*(?:[-–]\d+)?"
    r"|\b[A-Za-z]+-\d+\w*|\[\w{1,3}\]|^\s*\d{1,3}[.)](?= )"
)  # fmt: skip


def _follows_a_name(found: "re.Match[str]") -> bool:
    before = re.findall(r"[\w’'.-]+", found.string[max(0, found.start() - 30) : found.start()])
    return len(before) >= 2 and before[-1][:1].isupper() and re.fullmatch(_MONTH, before[-1]) is None
