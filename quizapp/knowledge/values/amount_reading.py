"""From a wording to an amount."""

import re
from dataclasses import replace
from math import inf

from quizapp.knowledge.values.amount import Amount, Hedge
from quizapp.knowledge.values.base import ValueFault, ValueType
from quizapp.knowledge.values.numbers import SCALE_WORDS, read_number, read_ordinal
from quizapp.knowledge.values.units import BY_NAME, CURRENCIES, CURRENCY_NAMES, find_unit

EXAMPLES = {
    ValueType.DURATION: "25 to 35 minutes",
    ValueType.AGE: "37",
    ValueType.MONEY: "$3.5 million",
    ValueType.PERCENT: "12 %",
    ValueType.COUNT: "30 boats",
    ValueType.QUANTITY: "12 kilometres",
}
_BEFORE = (
    (r"(?:about|around|approximately|roughly|nearly|almost|circa|an estimated|estimated|up to about|ca\.?|c\.|~)", Hedge.ABOUT),
    (r"(?:at least|no fewer than|no less than|a minimum of)", Hedge.AT_LEAST),
    (r"(?:more than|over|above|upwards of|in excess of)", Hedge.MORE_THAN),
    (r"(?:at most|no more than|up to|a maximum of|as many as)", Hedge.AT_MOST),
    (r"(?:less than|fewer than|under|below)", Hedge.LESS_THAN),
)
_AFTER = (
    (r" or so", Hedge.ABOUT),
    (r" or (?:more|older)| at least|\+", Hedge.AT_LEAST),
    (r" or (?:less|fewer|younger)| at most", Hedge.AT_MOST),
)
_VAGUE = {
    "tens of millions of": (2e7, 1e8), "hundreds of millions of": (2e8, 1e9), "tens of thousands of": (2e4, 1e5),
    "hundreds of thousands of": (2e5, 1e6), "billions of": (2e9, 1e11), "millions of": (2e6, 1e8), "thousands of": (2e3, 1e5),
    "hundreds of": (200, 1000), "scores of": (40, 200), "dozens of": (24, 120), "a couple of": (2, 3), "a handful of": (2, 9),
    "a few": (2, 6), "few": (2, 6), "several": (3, 11), "many": (5, inf), "some": (2, inf),
}  # fmt: skip
_FILLER = re.compile(
    r"(?i)^(?:a total of|total of|exactly|precisely|just|only|all|the age of|age of|aged|age|another|the)"
    r"(?: (?:next|last|past))? (?=\S)|^(?:next|last|past) (?=\S)"
)
_RANGE = re.compile(
    r"(?:between |from )?(?P<low>-?[\w.,½¼¾][\w., ½¼¾\u00a0]*?(?:-[a-z]+)?)\s*(?:-|–|—|\bto\b|\band\b|\bor\b)\s*"
    r"(?P<high>-?[\d.,]+(?: \d{3})*(?: (?:hundred|thousand|million|billion|trillion))?|[a-z]+(?:[- ][a-z]+){0,3})"
)
_REPEATED_UNIT = re.compile(r"(?P<low>.*\d) ?(?P<unit>[^\d\s,.][^\d]{0,30}?) ?(?P<link>-|–|—|to|and|or) ?(?P<high>\d[\d,.]* ?(?P=unit))")
_MAGNITUDES = {"m": " million", "bn": " billion", "k": " thousand", "tn": " trillion"}
_SIGN = r"(?i:us|nz|au?|ca?|hk|s)? ?\$|[€£¥₽₹]"
_FRACTIONS = {
    "half": 50.0, "a half": 50.0, "a quarter": 25.0, "one quarter": 25.0, "three quarters": 75.0, "a fifth": 20.0, "one fifth": 20.0,
    "two fifths": 40.0, "a tenth": 10.0, "one tenth": 10.0,
}  # fmt: skip
_NO_COUNTED = re.compile(r"(?i)[^\w“\"'‘(]|\d|(?:to|and|or)(?!\w)")
_SINGLE_UNITS = "year|month|week|day|hour|minute|second|mile|foot"
_PERCENT = frozenset({"%", "per cent", "percent", "pc"})
_LONGEST = 200


def read_amount(written: str, wanted: ValueType) -> Amount:
    """Read "about 35-40 minutes", "twelve days", "$3.5 million", "37 years old", "several months", "third trip"; raises ValueFault."""
    rest = _plain(written, wanted)
    amount = _vague(rest, wanted) or _ordinal(rest, wanted) or _fraction(rest, wanted) or _numbered(rest, wanted)
    if amount is None or len(written) > _LONGEST or not _fits(amount):
        raise ValueFault(written, wanted, EXAMPLES[wanted])
    return amount


def _plain(written: str, wanted: ValueType) -> str:
    rest = " ".join(written[: _LONGEST + 1].replace("\u00a0", " ").replace("\u202f", " ").split())
    if wanted is ValueType.AGE:
        rest = re.sub(r"(?i)[ –-]?(year|month|week|day)s?[ –-]old$", r" \1s", rest)
        rest = re.sub(r"(?<=\d) old$", " years", rest)
    rest = re.sub(r"(?i)^(?:an?|one) ([a-z]+) and a half$", r"1.5 \1s", rest)
    rest = re.sub(rf"(?i)^half an? (?=(?:{_SINGLE_UNITS})$)", "0.5 ", rest)
    repeated = _REPEATED_UNIT.fullmatch(re.sub(r"(?i)^(?:between|from) ", "", rest))
    if repeated:
        rest = f"{repeated['low']} {repeated['link']} {repeated['high']}"
    while _FILLER.match(rest):
        rest = _FILLER.sub("", rest)
    return rest


def _vague(rest: str, wanted: ValueType) -> Amount | None:
    lower = rest.lower()
    for words, (low, high) in _VAGUE.items():
        if lower == words.removesuffix(" of") or lower.startswith(words + " "):
            following = rest[len(words) :].strip()
            if (words == "some" and re.match(r"\d", following + " ")) or read_number((following.split() or [""])[0]) is not None:
                return None
            unit = _unit_name(following, wanted)
            return None if unit is None else Amount(type=wanted, low=low, high=high, unit=unit, hedge=Hedge.VAGUE, vague=words)
    return None


def _ordinal(rest: str, wanted: ValueType) -> Amount | None:
    first, _, noun = rest.partition(" ")
    place = read_ordinal(first) if wanted is ValueType.COUNT else None
    if place is None:
        return None
    return Amount(type=wanted, low=float(place), high=float(place), unit=noun, ordinal=True)


def _fraction(rest: str, wanted: ValueType) -> Amount | None:
    hedge, words = _read_hedge(rest.lower())
    share = _FRACTIONS.get(words) if wanted is ValueType.PERCENT else None
    return None if share is None else Amount(type=wanted, low=share, high=share, unit="%", hedge=hedge)


def _numbered(rest: str, wanted: ValueType) -> Amount | None:
    hedge, rest = _read_hedge(rest)
    number, words = _split_money(rest) if wanted is ValueType.MONEY else _split_unit(rest)
    unit = _unit_name(words, wanted)
    amount = None if unit is None else _between(number, wanted, unit)
    return replace(amount, hedge=hedge) if amount is not None else None


def _read_hedge(rest: str) -> tuple[Hedge, str]:
    for pattern, hedge in _BEFORE:
        found = re.match(rf"(?i){pattern} ?(?=\S)", rest)
        if found:
            return hedge, rest[found.end() :]
    for pattern, hedge in _AFTER:
        found = re.fullmatch(rf"(?i)(.+?)(?:{pattern})(.*)", rest)
        if found:
            return hedge, found[1] + found[2]
    some = re.match(r"(?i)some (?=\S)", rest)
    return (Hedge.ABOUT, rest[some.end() :]) if some else (Hedge.EXACT, rest)


def _split_money(rest: str) -> tuple[str, str]:
    sign = re.match(rf"(?:{_SIGN})(?= ?-?\d)", rest)
    if sign is None:
        return _split_unit(rest)
    number = " ".join(re.sub(rf"(?<![\d.,])(?:{_SIGN}) ?(?=\d)", " ", rest).split())
    number = re.sub(r"(?i)(?<=\d) ?(m|bn|k|tn)\b", lambda found: _MAGNITUDES[found[1].lower()], number)
    return number, sign[0].replace(" ", "")


def _split_unit(rest: str) -> tuple[str, str]:
    spaced = re.sub(
        r"(?<=\d)[ –-]?(?=[^\W\d_]|%|°)",
        " ",
        re.sub(r"(?<=[a-z])[–-](?=(?:year|month|week|day|hour|minute|second|mile|foot)s?\b)", " ", rest),
    )
    words = spaced.split(" ")
    for take in range(len(words), 0, -1):
        head = " ".join(words[:take])
        if read_number(head) is not None or _range_ends(head) is not None:
            return head, " ".join(words[take:])
    return "", rest


def _range_ends(head: str) -> tuple[float, float] | None:
    found = _RANGE.fullmatch(head.lower())
    if found is None or len(head) > 80:
        return None
    low, high = read_number(found["low"]), read_number(found["high"])
    if low is None or high is None or found["low"].strip() in {"a", "an"}:
        return None
    return _share_scale(low, found["high"], high), high


def _share_scale(low: float, high_words: str, high: float) -> float:
    """In "2-3 million" both ends are millions."""
    first, _, scale = high_words.rpartition(" ")
    mantissa = read_number(first) if scale in SCALE_WORDS else None
    return low * high / mantissa if mantissa and low < mantissa else low


def _unit_name(words: str, wanted: ValueType) -> str | None:
    """The normal name of the unit, "" for none; None when the words are no unit of the wanted type."""
    if wanted is ValueType.COUNT:
        return words.strip() if _can_be_counted(words.strip()) else None
    words = words.strip().lstrip("-").strip()
    if wanted is ValueType.MONEY:
        return CURRENCIES.get(words.lower().replace("of ", ""))
    if wanted is ValueType.PERCENT:
        return "%" if words.lower() in _PERCENT else None
    unit = find_unit(words)
    if unit is None:
        return "year" if wanted is ValueType.AGE and not words else None
    return unit.name


def _can_be_counted(nouns: str) -> bool:
    return not nouns or (_NO_COUNTED.match(nouns) is None and read_number(nouns.split()[0]) is None)


def _between(number: str, wanted: ValueType, unit: str) -> Amount | None:
    plain = read_number(number)
    if plain is not None:
        return Amount(type=wanted, low=plain, high=plain, unit=unit)
    ends = _range_ends(number)
    if ends is None:
        return None
    return Amount(type=wanted, low=min(ends), high=max(ends), unit=unit, backwards=ends[0] > ends[1])


def _fits(amount: Amount) -> bool:
    known = BY_NAME.get(amount.unit)
    match amount.type:
        case ValueType.DURATION | ValueType.AGE:
            return known is not None and known.dimension == "time" and amount.low >= 0
        case ValueType.MONEY:
            return amount.unit in CURRENCY_NAMES
        case ValueType.QUANTITY:
            return known is not None
        case _:
            return amount.low >= 0 or amount.type is ValueType.PERCENT
