"""Rules 9 to 13: options that give nothing away by their wording."""

import re

from quizapp.knowledge.values.base import NAME_TYPES
from quizapp.questions.form import form_of
from quizapp.questions.likeness import is_same
from quizapp.questions.question import Question
from quizapp.questions.support import named_in_stem
from quizapp.questions.words import content, word_count

LONGER = 1.25
MORE_WORDS = 2
_ALL_OR_NONE = re.compile(r"(?i)\b(?:all|none|both|neither|any|either) of (?:the|these|those|them)\b|^(?:both|all|none|neither|either)\b")
_BOTH = re.compile(r"(?i)\s+(?:and|or|as well as|&)\s+")
_ONE = frozenset({"1"})
"""“One article says …” is no number."""
_ABSOLUTE = re.compile(r"(?i)\b(?:always|never|usually|every|everybody|everything|nobody|nothing|only|all|none)\b")


def all_of_the_above(question: Question) -> str | None:
    """Rule 9: no "all of the above", no option made of two others."""
    options = question.item.options
    for option in options:
        if _ALL_OR_NONE.search(option):
            return f"“{option}” is no answer of its own."
        for part in _BOTH.split(option) if _BOTH.search(option) else ():
            if any(is_same(part, other, question.type, question.names) for other in options if other != option):
                return f"“{option}” holds another option."
    return None


def absolute_word(question: Question) -> str | None:
    """Rule 10: no always, never or usually in an option."""
    for option in question.item.options:
        found = _ABSOLUTE.search(option) if question.type not in NAME_TYPES else None
        if found:
            return f"“{found[0]}” in “{option}” gives a hint."
    return None


def key_stands_out_by_length(question: Question) -> str | None:
    """Rule 11: the key at most 1.25 times as long as the wrong options, or at most 2 words longer."""
    key, wrong = question.item.answer, question.item.distractors
    if not wrong:
        return None
    mean_length = sum(map(len, wrong)) / len(wrong)
    mean_words = sum(map(word_count, wrong)) / len(wrong)
    if len(key) <= LONGER * mean_length or word_count(key) <= mean_words + MORE_WORDS:
        return None
    return f"The right answer “{key}” is much longer than the wrong ones."


def mixed_forms(question: Question) -> str | None:
    """Rule 12: one type, unit, precision, grammar and capitalisation."""
    key = form_of(question.item.answer, question.type, question.names)
    for option in question.item.distractors:
        if form_of(option, question.type, question.names) != key:
            return f"“{option}” has another form than “{question.item.answer}”: {_difference(option, question)}."
    return None


def _difference(option: str, question: Question) -> str:
    mine = form_of(option, question.type, question.names)
    theirs = form_of(question.item.answer, question.type, question.names)
    pairs = (f"{one or 'nothing'} / {other or 'nothing'}" for one, other in zip(mine, theirs, strict=False) if one != other)
    return ", ".join(pairs) or "unlike"


def key_in_stem(question: Question) -> str | None:
    """Rule 13: the key does not stand in the question."""
    if named_in_stem(question.item.answer, question):
        return f"The question holds its answer “{question.item.answer}”."
    return None


def shared_word(question: Question) -> str | None:
    """Rule 13: no content word that only the question and the key share."""
    item = question.item
    elsewhere = frozenset[str]().union(*(content(option) for option in item.distractors))
    alone = (content(item.stem) & content(item.answer)) - elsewhere - _ONE
    return f"“{min(alone)}” stands in the question and in the right answer alone." if alone else None
