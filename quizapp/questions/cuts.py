"""What a question may have lost of its sentence: the rest of a name, a phrase or a clause just where its words break off."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from quizapp.knowledge.fold import fold
from quizapp.knowledge.values.base import NAME_TYPES
from quizapp.knowledge.values.days import MONTHS, WEEKDAYS
from quizapp.questions.item import Kind
from quizapp.questions.passages import Passage
from quizapp.questions.question import Question
from quizapp.questions.words import LITTLE, PREPOSITIONS, stem

_TOKEN = re.compile(r"[^\W_]+(?:[.’'][^\W_]+)*")
_LONGEST_TAIL = 6
_LITTLE_WORD = 3
_DATES = frozenset(fold(day) for day in (*WEEKDAYS, *MONTHS))
_OPENS_CLAUSE = frozenset({"that", "which", "who", "whose", "whom", "where", "when", "if", "whether", "because"})
_NEEDED = frozenset({"of", "than", "to"})
_GOES_ON = (PREPOSITIONS - _NEEDED) | {"and", "or", "but", "so", "while", "although", "though", "since", "once", "nor", "yet"}
_STOPS = re.compile(r"[.,;:!?()\[\]–—]")
_BE = frozenset(
    {"is", "are", "was", "were", "be", "been", "has", "have", "had", "will", "would", "can", "could", "may", "did", "does", "do"}
)
_UNTITLED = re.compile(
    r"\b(?P<kind>series|film|movie|comedy|drama|novel|book|play|show|song|album|game|band|magazine|newspaper|opera|poem|campaign|ship)\b"
    r"(?=\?| in \d{4}\?| in [A-Z][a-z]+ \d{4}\?)"
)
_UNTOLD = re.compile(r"\b(?:an?|some|his|her|their|its)(?: [^\s?]+){1,4}\?$")
_MISPLACED = re.compile(r"^How (?:many|much) [^?]*?\b(?:was|were|is|are) (?:the |an? )?(?:[A-Z]|\d|pro-)")
_COUNTED_TWICE = re.compile(r"^How many (\w+)\b.*\b\1\b", re.IGNORECASE)
Token = tuple[str, int, int]


def name_cut(question: Question) -> bool:
    """The question ends where its sentence goes on with a name or after a hyphen: "in the film?" of "in the film Slow River"."""
    found = _after(question)
    return (found is not None and _is_name(*found, question)) or _title_lost(question)


def _title_lost(question: Question) -> bool:
    """ "... on the television series?" where the sentence says which: "the television series, Slow River"."""
    here, kind = _here(question), _UNTITLED.search(question.item.stem)
    return here is not None and kind is not None and re.search(rf"\b{kind['kind']},? [“\"A-Z]", here.text) is not None


def _is_name(gap: str, word: str, question: Question) -> bool:
    begins = word[:1].isupper() or word[:1].isdigit() or any(sign in gap for sign in '“"‘-')
    return begins and fold(word) not in _DATES and fold(word) not in fold(question.item.answer).split()


def phrase_cut(question: Question) -> bool:
    """The question ends where its sentence goes on with what the phrase needs: "issue a decree?" of "issued a decree formally ending"."""
    found = _after(question)
    if found is None or _is_name(*found, question):
        return False
    word = fold(found[1])
    return word in _NEEDED or not (word in _GOES_ON or word in _OPENS_CLAUSE or word in LITTLE or word.isdigit() or word in _DATES)


def clause_cut(question: Question) -> bool:
    """The question ends with something not told which, where its sentence goes on with a clause that tells it: "find a way?"."""
    found = _after(question)
    return found is not None and fold(found[1]) in _OPENS_CLAUSE and _UNTOLD.search(question.item.stem) is not None


def subject_cut(question: Question) -> bool:
    """Other words stand between the subject, if it has no name, and its verb: the subject may be a piece of a longer phrase."""
    fact, here = question.fact, _here(question)
    if fact is None or here is None or fact.relation.subject_type in NAME_TYPES or question.item.kind is Kind.CLOZE:
        return False
    place = here.text.casefold().find(fact.subject.casefold())
    if place < 0:
        return False
    rest = here.text[place + len(fact.subject) :]
    following = _TOKEN.search(rest)
    if following is None or _STOPS.search(rest[: following.start()]):
        return False
    word, lemma = fold(following[0]), fact.relation.key.split(".")[0]
    return not (
        word in _BE | _GOES_ON | _OPENS_CLAUSE | {"of", "to", "also"} or word.endswith(("ly", "ing", "ed")) or word[:1] == lemma[:1]
    )


def amount_misplaced(question: Question) -> bool:
    """What is counted is asked of the wrong words: "How many votes was Ann elected?", "How many people did 20 people meet?"."""
    asked = question.item.stem
    return _MISPLACED.search(asked) is not None or _COUNTED_TWICE.search(asked) is not None


def glued(question: Question) -> bool:
    """Words stand together that "and" or a comma parts in the sentence: "at the corner of Mill streets" of "Mill and Bay streets"."""
    fact, here = question.fact, _here(question)
    if fact is None or here is None or question.item.kind in {Kind.CLOZE, Kind.WHO_SAID}:
        return False
    mine, theirs = _tokens(question.item.stem), _tokens(here.text)
    last = stem(fold(fact.subject).split()[-1]) if fold(fact.subject) else ""
    pairs = ((one, two) for one, two in pairwise(mine) if question.item.stem[one[1]].isupper() and one[0] != last)
    return any(_are_parted(one[0], two[0], here.text, theirs) for one, two in pairs)


def _are_parted(one: str, two: str, text: str, tokens: Sequence[Token]) -> bool:
    for place, (word, _, end) in enumerate(tokens[:-2]):
        after = tokens[place + 1]
        parted = word == one and (after[0] in {"and", "or"} or text[end : after[1]].startswith(","))
        if parted and after[0] != two and two in {other for other, _, _ in tokens[place + 2 : place + 7]}:
            return True
    return False


def number_torn(question: Question) -> bool:
    """A number of the question is a piece of a longer one, "8" of "8-4A", or one was left out: "went with" of "went 4-for-4 with"."""
    here = _here(question)
    if here is None or question.item.kind in {Kind.CLOZE, Kind.WHO_SAID}:
        return False
    return _has_torn_number(question.item.stem, here.text)


@lru_cache(maxsize=5_000)
def _has_torn_number(asked: str, text: str) -> bool:
    mine = asked.rstrip("?").split()
    numbers = (word for word in mine if word.isdigit())
    torn = any(re.search(rf"\b{word}-\w", text) and not re.search(rf"(?<![\w-]){word}(?![\w-])", text) for word in numbers)
    lost = (rf"\d-\w+(?:-\d+)? {re.escape(after)}\b" for before, after in pairwise(mine) if not before[-1].isdigit() and "-" not in before)
    return torn or any(re.search(one, text) for one in lost)


def capital_lost(question: Question) -> bool:
    """A word of the question begins small that its sentence only writes with a capital: "mexican forces"."""
    here = _here(question)
    if here is None or question.item.kind in {Kind.CLOZE, Kind.WHO_SAID}:
        return False
    written = {found[0] for found in _TOKEN.finditer(here.text)}
    inside = {found[0] for found in _TOKEN.finditer(here.text) if found.start()}
    small = {found[0] for found in _TOKEN.finditer(question.item.stem) if found[0].islower() and len(found[0]) > _LITTLE_WORD}
    return any(word not in written and word.capitalize() in inside for word in small)


def _here(question: Question) -> Passage | None:
    return question.background.sentences.at(question.item.evidence[0])


def _after(question: Question) -> tuple[str, str] | None:
    """What stands between the question's last words and the next word of the sentence, and that word; None where the sentence stops."""
    here = _here(question)
    if here is None or question.item.kind in {Kind.CLOZE, Kind.WHO_SAID, Kind.COMPARE, Kind.ACCORDING_TO}:
        return None
    return _following(question.item.stem, here.text)


@lru_cache(maxsize=5_000)
def _following(asked: str, text: str) -> tuple[str, str] | None:
    mine, theirs = _tokens(asked), _tokens(text)
    end = next((place for size in range(_LONGEST_TAIL, 0, -1) for place in _ends(mine[-size:], theirs)), None)
    if end is None or end + 1 >= len(theirs):
        return None
    gap = text[theirs[end][2] : theirs[end + 1][1]]
    return None if _STOPS.search(gap) else (gap, text[theirs[end + 1][1] : theirs[end + 1][2]])


def _tokens(text: str) -> Sequence[Token]:
    return [(stem(fold(found[0])), found.start(), found.end()) for found in _TOKEN.finditer(text)]


def _ends(tail: Sequence[Token], tokens: Sequence[Token]) -> Iterator[int]:
    """The places of the last word wherever the words of the tail stand together."""
    wanted = [word for word, _, _ in tail]
    for first in range(len(tokens) - len(wanted) + 1):
        if [word for word, _, _ in tokens[first : first + len(wanted)]] == wanted:
            yield first + len(wanted) - 1
