"""Values of every type come back from JSON equal, through any database that keeps JSON."""

import json
from dataclasses import dataclass
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.exchange.value_json import read_qualifiers, read_value_json, value_json
from quizapp.knowledge.values.amount import Amount, Hedge
from quizapp.knowledge.values.base import AMOUNT_TYPES, NAME_TYPES, Value, ValueType
from quizapp.knowledge.values.moment import ClockTime, Date
from quizapp.knowledge.values.word import Name, Words

WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30).filter(str.strip)
NUMBERS = st.floats(0, 1e12, allow_nan=False)
UNITS = st.sampled_from(["", "minute", "year", "US$", "%", "boats"])
TYPES = st.sampled_from(sorted(AMOUNT_TYPES))
EXACT = st.builds(
    lambda kind, ends, unit, hedge, backwards: Amount(
        type=kind, low=min(ends), high=max(ends), unit=unit, hedge=hedge, backwards=backwards
    ),
    TYPES,
    st.tuples(NUMBERS, NUMBERS),
    UNITS,
    st.sampled_from([hedge for hedge in Hedge if hedge is not Hedge.VAGUE]),
    st.booleans(),
)
VAGUE = st.builds(Amount, type=TYPES, low=NUMBERS, high=st.just(inf), unit=UNITS, hedge=st.just(Hedge.VAGUE), vague=st.just("many"))
DATES = (
    st.builds(Date, year=st.integers(1, 9999), month=st.none() | st.integers(1, 12))
    | st.dates().map(lambda day: Date(year=day.year, month=day.month, day=day.day))
    | st.builds(Date, weekday=st.integers(0, 6))
)
VALUES = st.one_of(
    EXACT,
    VAGUE,
    DATES,
    st.builds(ClockTime, hour=st.integers(0, 23), minute=st.integers(0, 59), zone=st.sampled_from(["", "UTC", "Belgian time"])),
    st.builds(Name, type=st.sampled_from(sorted(NAME_TYPES)), text=WORDS | st.just("endless")),
    st.builds(Words, text=WORDS | st.just("endless")),
)


@given(VALUES)
def test_what_goes_in_comes_out_equal(value: Value) -> None:
    stored = json.loads(json.dumps(value_json(value), allow_nan=False))
    again = read_value_json(stored)
    assert again == value
    assert (again.normal, again.display(), again.type) == (value.normal, value.display(), value.type)


@given(st.lists(st.tuples(WORDS, WORDS)).map(tuple))
def test_qualifiers_come_back_as_pairs(qualifiers: tuple[tuple[str, str], ...]) -> None:
    assert read_qualifiers(json.loads(json.dumps([list(pair) for pair in qualifiers]))) == qualifiers


def test_a_kind_of_value_that_storage_does_not_know_is_named() -> None:
    @dataclass(frozen=True)
    class Colour:
        type: ValueType = ValueType.TEXT
        normal: str = "red"
        order: float | None = None

        def display(self) -> str:
            return "red"

    with pytest.raises(TypeError, match="Colour"):
        value_json(Colour())
