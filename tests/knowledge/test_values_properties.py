"""What holds for every value, whatever it is."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.knowledge.values.amount import Amount, Hedge
from quizapp.knowledge.values.base import AMOUNT_TYPES, NAME_TYPES, Comparison, Value, ValueFault, ValueType
from quizapp.knowledge.values.days import PARTS, SEASONS
from quizapp.knowledge.values.moment import ClockTime, Date
from quizapp.knowledge.values.reading import read_value
from quizapp.knowledge.values.units import BY_NAME, CURRENCY_NAMES
from quizapp.knowledge.values.word import Name, Words

TIME_UNITS = sorted(name for name, unit in BY_NAME.items() if unit.dimension == "time")
VAGUE = {"several": (3, 11), "a few": (2, 6), "hundreds of": (200, 1000), "a couple of": (2, 3)}
NUMBERS = st.one_of(st.integers(0, 10**7), st.integers(0, 10**5).map(lambda number: number / 100)).map(float)


def units(kind: ValueType) -> st.SearchStrategy[str]:
    """Units that amounts of a type can have."""
    match kind:
        case ValueType.DURATION | ValueType.AGE:
            return st.sampled_from(TIME_UNITS)
        case ValueType.MONEY:
            return st.sampled_from(sorted(CURRENCY_NAMES))
        case ValueType.PERCENT:
            return st.just("%")
        case ValueType.QUANTITY:
            return st.sampled_from(sorted(set(BY_NAME) - set(TIME_UNITS)))
        case _:
            return st.sampled_from(["", "boats", "people", "further symphonies"])


@st.composite
def amounts(draw: st.DrawFn) -> Amount:
    kind = draw(st.sampled_from(sorted(AMOUNT_TYPES)))
    unit = draw(units(kind))
    hedge = draw(st.sampled_from(list(Hedge)))
    if hedge is Hedge.VAGUE:
        words = draw(st.sampled_from(sorted(VAGUE)))
        low, high = VAGUE[words]
        return Amount(type=kind, low=low, high=high, unit=unit, hedge=hedge, vague=words)
    ends = sorted([draw(NUMBERS), draw(NUMBERS)]) if draw(st.booleans()) else [draw(NUMBERS)] * 2
    backwards = ends[0] < ends[1] and draw(st.booleans())
    return Amount(type=kind, low=ends[0], high=ends[1], unit=unit, hedge=hedge, backwards=backwards)


YEARS = st.one_of(st.integers(1, 9999), st.integers(1900, 2030), st.integers(-900, -1))


@st.composite
def single_dates(draw: st.DrawFn, *, with_year: bool | None = None) -> Date:
    year = draw(YEARS) if with_year or (with_year is None and draw(st.booleans())) else None
    month = draw(st.integers(1, 12)) if year is None or draw(st.booleans()) else None
    day = draw(st.integers(1, 28)) if month and draw(st.booleans()) else None
    part = draw(st.sampled_from(["", *sorted(PARTS)])) if day is None else ""
    if part in SEASONS and (year is None or month):
        part = ""
    return Date(year=year, month=month, day=day, part=part, about=draw(st.booleans()))


@st.composite
def spans(draw: st.DrawFn) -> Date:
    span = draw(st.sampled_from([10, 100]))
    number = draw(st.integers(100, 209)) if span == 10 else draw(st.integers(-9, 20))
    return Date(year=number * span, span=span, part=draw(st.sampled_from(["", "early", "mid", "late", "end", "start"])))


@st.composite
def ranges(draw: st.DrawFn) -> Date:
    with_year = draw(st.booleans())
    first, last = draw(single_dates(with_year=with_year)), draw(single_dates(with_year=with_year))
    either = draw(st.booleans())
    for one, other in ((first, last), (last, first)):
        try:
            return Date(year=one.year, month=one.month, day=one.day, part=one.part, about=one.about, until=other, either=either)
        except ValueError:
            continue
    return first


DATES = st.one_of(
    single_dates(),
    spans(),
    ranges(),
    st.integers(0, 6).map(lambda weekday: Date(weekday=weekday)),
    st.builds(
        lambda month, day, weekday: Date(month=month, day=day, weekday=weekday), st.integers(1, 12), st.integers(1, 28), st.integers(0, 6)
    ),
)
TIMES = st.builds(
    lambda hour, minute, zone: ClockTime(hour=hour, minute=minute, zone=zone),
    st.integers(0, 23),
    st.integers(0, 59),
    st.sampled_from(["", "UTC", "Belgian time", "local time", "GMT+3"]),
)
ALIKE = (amounts(), DATES, TIMES)


@given(value=st.one_of(*ALIKE))
def test_what_is_shown_reads_as_the_same_value(value: Value) -> None:
    assert read_value(value.display(), value.type).normal == value.normal


@given(value=st.one_of(*ALIKE))
def test_a_value_is_the_same_as_itself_and_touches_itself(value: Amount | Date | ClockTime) -> None:
    assert value.compare(value) is Comparison.SAME
    assert value.touches(value)


@pytest.mark.parametrize("alike", ALIKE, ids=["amounts", "dates", "times"])
@given(data=st.data())
def test_comparing_the_other_way_round_turns_the_answer(alike: st.SearchStrategy[Amount], data: st.DataObject) -> None:
    one, other = data.draw(alike), data.draw(alike)
    assert one.compare(other) is other.compare(one).turned()
    assert one.touches(other) is other.touches(one)


@pytest.mark.parametrize("alike", ALIKE, ids=["amounts", "dates", "times"])
@given(data=st.data())
def test_same_coarser_and_finer_values_touch(alike: st.SearchStrategy[Amount], data: st.DataObject) -> None:
    one, other = data.draw(alike), data.draw(alike)
    if one.compare(other) is not Comparison.DIFFERENT:
        assert one.touches(other)


@given(one=TIMES, other=TIMES, third=TIMES)
def test_times_that_are_the_same_touch_the_same_times(one: ClockTime, other: ClockTime, third: ClockTime) -> None:
    if one.compare(other) is Comparison.SAME:
        assert one.touches(third) is other.touches(third)


@given(one=DATES, other=DATES, third=DATES)
def test_dates_that_are_the_same_touch_the_same_dates(one: Date, other: Date, third: Date) -> None:
    if one.compare(other) is Comparison.SAME:
        assert one.touches(third) is other.touches(third)


@given(written=st.text(max_size=300), kind=st.sampled_from(list(ValueType)), day=st.none() | st.dates())
def test_any_words_are_read_or_refused(written: str, kind: ValueType, day: datetime.date | None) -> None:
    try:
        value = read_value(written, kind, article_date=day)
    except ValueFault:
        return
    assert value.type is kind
    assert value.display()


WORDS = (
    "a about an and aged at between century december early end half hour in last minutes monday next no of old or past the three to"
    " year 12 1990 5 30 3.5 % $ - – ( ) , . : million several first"
)


@given(words=st.lists(st.sampled_from(WORDS.split()), max_size=7), kind=st.sampled_from(list(ValueType)), day=st.none() | st.dates())
def test_near_misses_are_read_or_refused_and_what_is_read_can_be_shown(
    words: list[str], kind: ValueType, day: datetime.date | None
) -> None:
    try:
        value = read_value(" ".join(words), kind, article_date=day)
    except ValueFault:
        return
    if not isinstance(value, Name | Words):
        assert read_value(value.display(), kind).normal == value.normal


@pytest.mark.parametrize(
    "written", ["9" * 5000, "1 " * 5000, "a " * 5000, "twenty " * 3000, "1-" * 5000, "$" * 5000, "(" * 5000, "1,000" * 2000]
)
@pytest.mark.parametrize("kind", list(ValueType))
def test_endless_words_are_read_or_refused_at_once_and_briefly(written: str, kind: ValueType) -> None:
    if kind in NAME_TYPES | {ValueType.TEXT}:
        return
    with pytest.raises(ValueFault) as fault:
        read_value(written, kind)
    assert len(str(fault.value)) < 400
