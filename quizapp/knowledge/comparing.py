"""How two values of one fact stand to each other, names looked up in the registry."""

from quizapp.knowledge.names import Names
from quizapp.knowledge.values.amount import Amount
from quizapp.knowledge.values.base import Comparison, Value
from quizapp.knowledge.values.moment import ClockTime, Date
from quizapp.knowledge.values.word import Name, Words


def compare(one: Value, other: Value, names: Names) -> Comparison:
    """Same, coarser (`one` says less), finer or different; values of two types are different."""
    match one, other:
        case Amount(), Amount():
            return one.compare(other)
        case Date(), Date():
            return one.compare(other)
        case ClockTime(), ClockTime():
            return one.compare(other)
        case Name(), Name():
            return _compare_names(one.text, other.text, names)
        case Words(), Words():
            return Comparison.SAME if one.normal == other.normal else Comparison.DIFFERENT
    return Comparison.DIFFERENT


def touches(one: Value, other: Value, names: Names) -> bool:
    """Whether both could be right at once: they share a day, an amount, a name or a broader name."""
    match one, other:
        case Amount(), Amount():
            return one.touches(other)
        case Date(), Date():
            return one.touches(other)
        case ClockTime(), ClockTime():
            return one.touches(other)
    if compare(one, other, names) is not Comparison.DIFFERENT:
        return True
    return isinstance(one, Name | Words) and isinstance(other, Name | Words) and names.is_open(one.display(), other.display())


def _compare_names(one: str, other: str, names: Names) -> Comparison:
    mine, theirs = names.canonical(one), names.canonical(other)
    if mine == theirs:
        return Comparison.SAME
    if mine in names.broader(other):
        return Comparison.COARSER
    return Comparison.FINER if theirs in names.broader(one) else Comparison.DIFFERENT
