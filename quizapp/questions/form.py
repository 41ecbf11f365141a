"""The form of an option: what all options of one item must share, so that form never tells the key."""

from quizapp.knowledge.names import Names
from quizapp.knowledge.values.amount import Amount, Hedge
from quizapp.knowledge.values.base import NAME_TYPES, ValueType
from quizapp.knowledge.values.moment import ClockTime, Date
from quizapp.questions.question import read_option
from quizapp.questions.words import PREPOSITIONS

_ARTICLES = {"a": "a", "an": "a", "the": "the"}
_OWNERS = frozenset({"his", "her", "their", "its", "our", "my", "your"})


def form_of(option: str, wanted: ValueType, names: Names) -> tuple[str, ...]:
    """Type, unit and precision of an option; capitalisation and grammar where it is words."""
    match read_option(option, wanted):
        case Amount() as amount:
            return _amount_form(amount)
        case Date() as date:
            return ("date", date.precision)
        case ClockTime() as time:
            return ("clock time", time.zone)
        case None:
            return ("not readable", option)
    if wanted in NAME_TYPES:
        entry = names.find(option)
        return ("name", entry.type if entry else wanted, _case(option))
    return ("words", _opening(option), _case(option))


def _amount_form(amount: Amount) -> tuple[str, ...]:
    if amount.hedge is Hedge.VAGUE:
        return ("vague amount", amount.unit if amount.type is ValueType.COUNT else amount.vague)
    spread = "range" if amount.low != amount.high else "single"
    place = "place in a row" if amount.ordinal else ""
    return ("amount", amount.unit, amount.hedge, spread, place, "backwards" if amount.backwards else "")


def _case(option: str) -> str:
    letter = next((sign for sign in option if sign.isalpha()), "")
    return "capital" if letter.isupper() else "small"


def _opening(option: str) -> str:
    first = option.split()[0].lower().strip("“”\"'‘’")
    if first in _ARTICLES or first in _OWNERS:
        return "determiner"
    if first == "to" or first in PREPOSITIONS:
        return "to …" if first == "to" else "preposition"
    return "…ing" if first.endswith("ing") and len(first) > 5 else "word"
