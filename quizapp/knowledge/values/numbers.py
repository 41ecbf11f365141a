"""Numbers as people write them: digits, words, ordinals."""

import re
from decimal import Decimal
from math import inf, isclose

_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
    "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_BIG = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_SCALES = {"dozen": 12.0, "hundred": 100.0} | _BIG
_ORDINAL_ONES = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth",
    "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
)  # fmt: skip
_ORDINALS = {word: place for place, word in enumerate(_ORDINAL_ONES, 1)} | {
    word[:-1] + "ieth": 20 + 10 * place for place, word in enumerate(_TENS)
}
_FIXED = {"a": 1.0, "an": 1.0, "half": 0.5, "once": 1.0, "twice": 2.0, "thrice": 3.0}
_FRACTION_SIGNS = {"½": ".5", "¼": ".25", "¾": ".75"}
SMALL = {word: value for value, word in enumerate(_ONES)} | {word: 20 + 10 * place for place, word in enumerate(_TENS)}
NUMBER_WORDS = frozenset(SMALL) | frozenset(_SCALES)
SCALE_WORDS = frozenset(_SCALES)
_DIGITS = re.compile(r"[+-]?(?:\d{1,3}(?:(?:,\d{3}){1,4}|(?:[\u00a0\u202f ]\d{3}){1,4})|\d{1,15})(?:\.\d{1,9})?")
_AND_A_HALF = re.compile(r"(?P<whole>[\w.,]+) and a half(?: (?P<scale>\w+))?")
_LONGEST = 80


def read_number(written: str) -> float | None:
    """Read "12", "1,250", "1 709", "3.5 million", "twenty-four", "half a million", "a dozen" or "third"; None when it is no number."""
    if len(written) > _LONGEST:
        return None
    words = re.sub(r"(?<=[a-z])-(?=[a-z])", " ", _with_plain_signs(written.strip().lower())).split()
    joined = " ".join(words)
    if not words:
        return None
    if _DIGITS.fullmatch(joined):
        return _digits(joined)
    half = _AND_A_HALF.fullmatch(joined)
    if half:
        return _and_a_half(half["whole"], half["scale"])
    return _one_word(words[0]) if len(words) == 1 else _several_words(words)


def read_ordinal(written: str) -> int | None:
    """Read "third", "21st" or "twenty-first"; None for cardinals and everything else."""
    word = written.strip().lower()
    numbered = re.fullmatch(r"(\d{1,6})(?:st|nd|rd|th)", word)
    if numbered:
        return int(numbered[1])
    tens, _, ones = word.rpartition("-")
    if tens in _TENS and _ORDINALS.get(ones, 10) < 10:
        return SMALL[tens] + _ORDINALS[ones]
    return _ORDINALS.get(word)


def show_number(number: float) -> str:
    """Write a number for people: 1250 -> "1,250", 3.5 -> "3.5", 2000000 -> "2 million"; years are never written by it."""
    for word, scale in (("trillion", 1e12), ("billion", 1e9), ("million", 1e6)):
        if abs(number) >= scale and isclose(round(number / scale, 3) * scale, number, rel_tol=1e-12):
            return f"{show_number(number / scale)} {word}"
    return show_digits(number)


def show_digits(number: float) -> str:
    """Write a number in digits alone: 2000000 -> "2,000,000"."""
    plain = format(Decimal(f"{number:.9g}"), ",f")
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def show_ordinal(number: int) -> str:
    """3 -> "third", 39 -> "39th": words up to twelve."""
    if 1 <= number <= 12:
        return _ORDINAL_ONES[number - 1]
    tail = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{tail}"


def _with_plain_signs(written: str) -> str:
    plain = re.sub(r"^(?:−|–|minus )(?=\d)", "-", written)
    return re.sub(r"(\d*)([½¼¾])$", lambda found: f"{found[1] or 0}{_FRACTION_SIGNS[found[2]]}", plain)


def _digits(written: str) -> float:
    return float(re.sub(r"[,\u00a0\u202f ]", "", written))


def _and_a_half(whole: str, scale: str | None) -> float | None:
    number = read_number(whole)
    if number is None or (scale is not None and scale not in _SCALES):
        return None
    return (number + 0.5) * _SCALES.get(scale or "", 1.0)


def _one_word(word: str) -> float | None:
    for table in (SMALL, _SCALES, _FIXED):
        if word in table:
            return float(table[word])
    return read_ordinal(word)


def _several_words(words: list[str]) -> float | None:
    """Add up "two hundred and fifty thousand": `room` is how large the next word may be at most, `top` the next big scale."""
    if words[0] == "half" and (len(words) == 2 or words[1] in {"a", "an"}) and len(words) <= 3:
        return 0.5 * _SCALES[words[-1]] if words[-1] in _SCALES else None
    total, group, room, top = 0.0, 0.0, inf, inf
    for place, word in enumerate(words):
        step = _step(word)
        if word == "and" and 0 < place < len(words) - 1:
            continue
        if step is not None and step < room:
            group, room = group + step, 10.0 if word in _TENS else 0.0
        elif word in _BIG and _BIG[word] < top and (group or place == 0):
            total, group, room, top = total + (group or 1) * _BIG[word], 0.0, 1000.0, _BIG[word]
        elif word in _SCALES and word not in _BIG and room == 0.0 and 0 < group < 100:
            group, room = group * _SCALES[word], 100.0 if word == "hundred" else 0.0
        else:
            return None
    return total + group


def _step(word: str) -> float | None:
    if word in {"a", "an"}:
        return 1.0
    return _digits(word) if _DIGITS.fullmatch(word) else SMALL.get(word)
