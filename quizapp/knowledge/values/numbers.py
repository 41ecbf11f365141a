"""Numbers as people write them: digits, words, ordinals."""

import re

_ONES = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_SCALES = {"dozen": 12, "hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000, "trillion": 1_000_000_000_000}
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "eleventh": 11, "twelfth": 12,
}  # fmt: skip
_FIXED = {"a": 1, "an": 1, "half": 0.5, "once": 1, "twice": 2, "thrice": 3}
SMALL = {word: value for value, word in enumerate(_ONES)} | {word: 20 + 10 * place for place, word in enumerate(_TENS)}
NUMBER_WORDS = frozenset(SMALL) | frozenset(_SCALES)
_DIGITS = re.compile(r"[+-]?\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?:\.\d+)?|[+-]?\d+(?:\.\d+)?")


def read_number(written: str) -> float | None:
    """Read "12", "1,250", "3.5 million", "twenty-four", "a", "dozen" or "third"; None when it is no number."""
    words = re.sub(r"(?<=[a-z])-(?=[a-z])", " ", written.strip().lower()).split()
    if not words:
        return None
    joined = " ".join(words)
    if _DIGITS.fullmatch(joined):
        return _digits(joined)
    if len(words) == 1:
        return _one_word(words[0])
    return _several_words(words)


def show_number(number: float) -> str:
    """Write a number for people: 1250 -> "1,250", 3.5 -> "3.5", 2000000 -> "2 million"; years are never written by it."""
    for word, scale in (("billion", 1_000_000_000), ("million", 1_000_000)):
        if number >= scale and round(number / scale, 3) * scale == number:
            return f"{show_number(number / scale)} {word}"
    if number == int(number):
        return f"{int(number):,}"
    return f"{number:,.2f}".rstrip("0").rstrip(".")


def _digits(written: str) -> float:
    return float(re.sub(r"[,\u00a0\u202f ]", "", written))


def _one_word(word: str) -> float | None:
    for table in (SMALL, _SCALES, _FIXED, _ORDINALS):
        if word in table:
            return float(table[word])
    ordinal = re.fullmatch(r"(\d+)(?:st|nd|rd|th)", word)
    return float(ordinal.group(1)) if ordinal else None


def _several_words(words: list[str]) -> float | None:
    total, group, seen = 0.0, 0.0, False
    for word in words:
        if word == "and" and seen:
            continue
        step = _digits(word) if _DIGITS.fullmatch(word) else SMALL.get(word, _FIXED.get(word))
        if step is not None:
            if group and (_DIGITS.fullmatch(word) or step >= 20):
                return None
            group += step
        elif word in _SCALES:
            group = (group or 1) * _SCALES[word]
            if _SCALES[word] >= 1_000:
                total, group = total + group, 0.0
        else:
            return None
        seen = True
    return total + group if seen else None
