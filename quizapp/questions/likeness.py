"""When two options are one option in other words, or one includes the other."""

from quizapp.knowledge.comparing import compare, touches
from quizapp.knowledge.names import Names
from quizapp.knowledge.values.base import NAME_TYPES, Comparison, ValueType
from quizapp.questions.lists import same_on_list
from quizapp.questions.question import read_option
from quizapp.questions.words import all_stems, holds_phrase

_DETERMINERS = frozenset({"a", "an", "the", "his", "her", "their", "its", "our"})


def is_same(one: str, other: str, wanted: ValueType, names: Names) -> bool:
    """Whether both say the same: folded words, number words, units, aliases and spellings counted as one."""
    if _bare(one) == _bare(other) or (wanted in NAME_TYPES and _one_name(one, other, names)):
        return True
    mine, theirs = read_option(one, wanted), read_option(other, wanted)
    return mine is not None and theirs is not None and compare(mine, theirs, names) is Comparison.SAME


def _one_name(one: str, other: str, names: Names) -> bool:
    return names.canonical(one) == names.canonical(other) or same_on_list(names.shown(one), names.shown(other))


def overlaps(one: str, other: str, wanted: ValueType, names: Names) -> bool:
    """Whether one includes the other or both could be right at once."""
    mine, theirs = read_option(one, wanted), read_option(other, wanted)
    if mine is None or theirs is None:
        return _bare(one) == _bare(other)
    if touches(mine, theirs, names):
        return True
    return mine.order is None and (holds_phrase(_bare(one), _bare(other)) or holds_phrase(_bare(other), _bare(one)))


def _bare(option: str) -> tuple[str, ...]:
    words = all_stems(option)
    return words[1:] if len(words) > 1 and words[0] in _DETERMINERS else words
