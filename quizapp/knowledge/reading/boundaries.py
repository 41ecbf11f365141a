"""Where sentences end: decided by the marks and words around a full stop, never by whether a quotation is open."""

import re
from collections.abc import Iterator

from quizapp.knowledge.reading.abbreviations import MAY_END, MONTHS_AND_DAYS, NEVER_END, SPEECH_VERBS, STARTERS, TITLES

_CLOSERS = "\"'”’“‘»›)\\]}*"
_END = re.compile(
    rf"(?P<stop>[.!?…‽]+|[。！？]|[†‡](?=\s+[A-Z“\"«]))(?P<dots>\s?(?:\.\.\.|…))?(?P<close>[{_CLOSERS}]*(?:[\s\u00a0]?[»”](?![^\W\d_]))?)(?P<again>\.?)"
    r"(?P<notes>(?:\s?\[\w{1,4}\])*)(?P<gap>\s+|$|(?=[A-Z]))"
)
_OPENERS = re.compile(r"[\"'“”‘’«‹„(\[{¿¡—–\-•*·>\s]*")
_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
_LAST_WORD = re.compile(r"[^\W\d_]+(?:[.\-'’][^\W\d_]+)*$|\d+$")
_LOOK_BACK = 24
_LOOK_AHEAD = 80


def sentence_ends(text: str, start: int, end: int) -> Iterator[int]:
    """Places in `text[start:end]` right after each sentence but the last, in order."""
    begin = start
    for found in _END.finditer(text, start, end):
        if found.end() >= end or found.start() < begin:
            continue
        if _ends_here(text, begin, found, end):
            begin = found.end("notes")
            yield begin


def _ends_here(text: str, begin: int, found: "re.Match[str]", end: int) -> bool:
    after = text[_skip_openers(text, found.end("gap"), end) : min(end, found.end() + _LOOK_AHEAD)]
    if not after:
        return False
    before = text[max(begin, found.start() - _LOOK_BACK) : found.start()]
    if not before.strip() and not found["close"]:
        return False
    if found["gap"] == "":
        return _glued(before, found["stop"], after)
    return _decide(text, begin, before, found, after)


def _decide(text: str, begin: int, before: str, found: "re.Match[str]", after: str) -> bool:
    stop = found["stop"]
    if after[0].islower():
        return _before_lower_case(before, found, after)
    if stop == "." and not found["close"] and not found["again"]:
        return not text[begin : found.start()].strip("([ ").isdigit() and not _abbreviated(before, after)
    if found["close"] and not found["again"] and stop[-1] in "?!." and _attribution(after):
        return False
    if (set(stop) <= {".", "…"} and len(stop) > 1) or stop == "…":
        return not re.match(r"I\b|\d", after)
    return True


def _skip_openers(text: str, place: int, end: int) -> int:
    found = _OPENERS.match(text, place, min(end, place + 20))
    return found.end() if found else place


def _before_lower_case(before: str, found: "re.Match[str]", after: str) -> bool:
    """A lower-case word goes on with the sentence, unless it is a name such as iPhone or a slip after a plain full stop."""
    if re.match(r"[a-z][A-Z]", after):
        return not _abbreviated(before, after)
    if found["stop"] != "." or found["close"]:
        return False
    last, first = _last_word(before), _first_word(after)
    plain = len(last) > 3 and last.islower() and last.isalpha() and last not in NEVER_END | MAY_END | TITLES
    return plain and first in STARTERS - {"and", "or", "of", "to", "a", "i"}


def _glued(before: str, stop: str, after: str) -> bool:
    """A full stop with no space behind it ends a sentence only between a plain word and a word that begins one."""
    if stop[-1] not in ".!?" or len(stop) > 1:
        return False
    last = _last_word(before)
    first = _WORD.match(after)
    return len(last) > 2 and last.isalpha() and last.islower() and first is not None and first[0].istitle() and first[0].lower() in STARTERS


def _abbreviated(before: str, after: str) -> bool:
    last, first = _last_word(before).lower(), _first_word(after)
    if not last or last.isdigit():
        return False
    begins = first in STARTERS
    if last in TITLES or last in NEVER_END:
        return not begins or last in {"mr", "mrs", "ms", "dr", "prof", "vs", "e.g", "i.e", "cf"}
    if last in {"a.m", "p.m"}:
        return not begins and _goes_on_after_a_time(after)
    if last == "no":
        return after[0].isdigit()
    if (
        last in {"min", "max", "sun", "sat", "mar", "jun", "co", "sec", "art", "ft", "mon", "fri", "wed", "dec"}
        and before[-1:].islower() is False
    ):
        return False
    if last in MAY_END or re.fullmatch(r"(?:[a-z]\.)*[a-z]", last):
        return not begins
    return False


def _goes_on_after_a_time(after: str) -> bool:
    words = _WORD.findall(after)[:3]
    if not words:
        return True
    first = words[0]
    if first.lower() in MONTHS_AND_DAYS or (first.isupper() and 2 <= len(first) <= 5):
        return True
    return any(word.lower() == "time" for word in words[1:])


def _attribution(after: str) -> bool:
    """Whether "Shipenko said", "the agency's Anna Bo told" or the like follows a quotation."""
    words = _WORD.findall(after)[:4]
    for place, word in enumerate(words):
        if word.lower() in SPEECH_VERBS:
            return place > 0 or word.islower()
        if not word[0].isupper() and place == 0:
            return False
    return False


def _last_word(before: str) -> str:
    found = _LAST_WORD.search(before)
    return found[0] if found else ""


def _first_word(after: str) -> str:
    found = _WORD.match(after)
    return found[0].lower() if found else ""
