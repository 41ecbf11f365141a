"""Values as JSON that files and any database keep: what goes in comes out equal."""

from math import inf

import msgspec

from quizapp.knowledge.relation import Qualifiers
from quizapp.knowledge.values.amount import Amount
from quizapp.knowledge.values.base import Value
from quizapp.knowledge.values.moment import ClockTime, Date
from quizapp.knowledge.values.word import Name, Words

_CLASSES: dict[str, type[Amount | ClockTime | Date | Name | Words]] = {
    "amount": Amount,
    "clock time": ClockTime,
    "date": Date,
    "name": Name,
    "words": Words,
}
_NAMES = {kind: name for name, kind in _CLASSES.items()}
_ENDLESS = "endless"


def value_json(value: Value) -> dict[str, object]:
    """The value's fields and, under "is", which kind of value it is; an endless amount ("many") is written in words, not as Infinity."""
    if not isinstance(value, Amount | ClockTime | Date | Name | Words):
        raise TypeError(f"{type(value).__name__} is no value that can be written; add it to value_json.py")
    fields: dict[str, object] = msgspec.to_builtins(value)
    if fields.get("high") == inf:
        fields["high"] = _ENDLESS
    return {"is": _NAMES[type(value)], **fields}


def read_value_json(stored: dict[str, object]) -> Value:
    """The value that `value_json` wrote."""
    kind = _CLASSES[str(stored["is"])]
    fields = {name: field for name, field in stored.items() if name != "is"}
    if fields.get("high") == _ENDLESS:
        fields["high"] = inf
    return msgspec.convert(fields, type=kind)


def read_qualifiers(stored: list[object]) -> Qualifiers:
    """Qualifiers from a list of pairs."""
    return msgspec.convert(stored, type=Qualifiers)
