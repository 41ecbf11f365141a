"""Words of a text as one compares them: folded, numbers as digits, endings taken off, little words left out."""

import re
from functools import lru_cache

from quizapp.knowledge.fold import fold
from quizapp.knowledge.values.numbers import SMALL

_LITTLE = (
    "a an the of in on at to for from by with and or but as is are was were be been being has have had do does did will would shall",
    "should can could may might must that which who whom whose what when where why how it its he him his she her hers they them their",
    "this these those there than then so such no not into onto about after before during over under up down out off again also i we",
    "you our your my me us said say says according article articles disagree another because if while just very some any all both each",
    "more most other own s t",
)
_PREPOSITIONS = ("in on at to for from by with of into onto about after before during over under as through until against",)
Written = tuple[str, bool]
_POSSESSIVE = re.compile(r"['’]s?(?=\W*$)")
LITTLE = frozenset(word for line in _LITTLE for word in line.split())
PREPOSITIONS = frozenset(word for line in _PREPOSITIONS for word in line.split())


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """A word without its ending: "trained", "training" and "trains" are one; number words become digits."""
    if word in SMALL:
        return str(SMALL[word])
    for ending, instead in (("ies", "y"), ("ing", ""), ("ed", ""), ("s", "")):
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith(("ss", "us", "is")):
            word = word[: -len(ending)] + instead
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeiou":
        word = word[:-1]
    return word[:-1] if len(word) > 3 and word.endswith("e") else word


@lru_cache(maxsize=5_000)
def all_stems(text: str) -> tuple[str, ...]:
    """Every word of `text` in order, as stems."""
    return tuple(stem(word) for word in fold(text).split())


@lru_cache(maxsize=5_000)
def content(text: str) -> frozenset[str]:
    """The words that carry meaning, as stems."""
    return frozenset(stem(word) for word in fold(text).split() if word not in LITTLE)


def word_count(text: str) -> int:
    """How many words a reader counts."""
    return len(text.split())


def holds_phrase(words: tuple[str, ...], phrase: tuple[str, ...]) -> bool:
    """Whether `phrase` stands in `words`, unbroken."""
    span = len(phrase)
    return span > 0 and any(words[place : place + span] == phrase for place in range(len(words) - span + 1))


def names_stand(form: str, text: str) -> bool:
    """Whether a name stands in a text as it is written: no other ending, no small letter for a large one ("Welling" is not "well")."""
    return _stands_plainly(form, text) or _has(_written(text), _written(form))


def _stands_plainly(form: str, text: str) -> bool:
    """The same for most names, without folding the text: the very words stand there between spaces, a comma or a full stop."""
    within = f" {text} "
    return any(f" {form}{mark} " in within for mark in ("", ",", "."))


def _has(words: tuple[Written, ...], name: tuple[Written, ...]) -> bool:
    span = len(name)
    return span > 0 and any(
        all(one == other and (large or not wanted) for (one, large), (other, wanted) in zip(words[place : place + span], name, strict=True))
        for place in range(len(words) - span + 1)
    )


@lru_cache(maxsize=2_000)
def _written(text: str) -> tuple[Written, ...]:
    """Each word folded, without "'s", and whether it begins with a capital or a digit; the ending of small words does not count."""
    found = ((_POSSESSIVE.sub("", word), word) for word in text.split())
    return tuple(one for bare, word in found for one in _parts(bare, _is_large(word)))


def _parts(word: str, large: bool) -> list[Written]:
    return [(part if large else stem(part), large) for part in fold(word).split()]


def _is_large(word: str) -> bool:
    first = next((sign for sign in word if sign.isalnum()), "")
    return first.isupper() or first.isdigit()
