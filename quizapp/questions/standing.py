"""Where a name stands in a text as whole words, found without a pattern made for each name."""

import re
from collections.abc import Iterator

_CAPITALISED = re.compile(r" [A-Z]\S*")
_MOST_BETWEEN = 2


def places_of(name: str, text: str) -> Iterator[int]:
    """Where the name begins in the text, neither end of it within a longer word; never two places that overlap."""
    place = text.find(name)
    while place >= 0:
        end = place + len(name)
        whole = not (_is_word(text[max(0, place - 1) : place]) or _is_word(text[end : end + 1]))
        if whole:
            yield place
        place = text.find(name, end if whole else place + 1)


def runs_into(one: str, other: str, text: str) -> bool:
    """Whether the first name is followed by the second, directly or with one or two words between that begin with capitals."""
    place = text.find(one)
    while place >= 0:
        if _is_edge(text, place) and _followed(other, text, place + len(one)):
            return True
        place = text.find(one, place + 1)
    return False


def _followed(name: str, text: str, place: int) -> bool:
    for _ in range(_MOST_BETWEEN + 1):
        if text.startswith(f" {name}", place) and _is_edge(text, place + 1 + len(name)):
            return True
        between = _CAPITALISED.match(text, place)
        if between is None:
            return False
        place = between.end()
    return False


def _is_edge(text: str, place: int) -> bool:
    """Whether a word begins or ends here."""
    return _is_word(text[max(0, place - 1) : place]) != _is_word(text[place : place + 1])


def _is_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_"
