"""From a wording and the type it should have to a value."""

from datetime import date

from quizapp.knowledge.values.amount_reading import read_amount
from quizapp.knowledge.values.base import AMOUNT_TYPES, Value, ValueFault, ValueType
from quizapp.knowledge.values.clock import read_clock_time
from quizapp.knowledge.values.date_reading import read_date
from quizapp.knowledge.values.word import Name, Words


def read_value(written: str, wanted: ValueType, *, article_date: date | None = None) -> Value:
    """Read `written` as a value of type `wanted`; raises ValueFault with an example when it is none."""
    if not written.strip():
        raise ValueFault(written, wanted, "twelve days")
    if wanted in AMOUNT_TYPES:
        return read_amount(written, wanted)
    if wanted is ValueType.DATE:
        return read_date(written, article_date=article_date)
    if wanted is ValueType.CLOCK_TIME:
        return read_clock_time(written)
    if wanted is ValueType.TEXT:
        return Words(text=written.strip())
    return Name(type=wanted, text=written.strip())
