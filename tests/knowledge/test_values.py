"""How wordings are read as values, shown, and compared."""

import datetime

import pytest

from quizapp.knowledge.values.amount import Amount
from quizapp.knowledge.values.base import Comparison, ValueFault, ValueType
from quizapp.knowledge.values.moment import ClockTime, Date
from quizapp.knowledge.values.reading import read_value

SAME, COARSER, FINER, DIFFERENT = Comparison.SAME, Comparison.COARSER, Comparison.FINER, Comparison.DIFFERENT
WEDNESDAY = datetime.date(2021, 10, 20)

SHOWN = [
    (ValueType.COUNT, "two dozen films", "24 films"),
    (ValueType.COUNT, "a hundred people", "100 people"),
    (ValueType.COUNT, "twenty-four", "24"),
    (ValueType.COUNT, "3.5 million people", "3.5 million people"),
    (ValueType.COUNT, "half a million visitors", "500,000 visitors"),
    (ValueType.COUNT, "two hundred and fifty thousand", "250,000"),
    (ValueType.COUNT, "one and a half million", "1.5 million"),
    (ValueType.COUNT, "1 709 words", "1,709 words"),
    (ValueType.COUNT, "1\u00a0709 words", "1,709 words"),
    (ValueType.COUNT, "2-3 million people", "2 million to 3 million people"),
    (ValueType.COUNT, "1 to 1,250,000 people", "1 to 1,250,000 people"),
    (ValueType.COUNT, "half million people", "500,000 people"),
    (ValueType.COUNT, "three or four planes", "3 to 4 planes"),
    (ValueType.COUNT, "third trip", "third trip"),
    (ValueType.COUNT, "39th mission", "39th mission"),
    (ValueType.COUNT, "some 40 boats", "about 40 boats"),
    (ValueType.COUNT, "50+ boats", "at least 50 boats"),
    (ValueType.COUNT, "30 or more boats", "at least 30 boats"),
    (ValueType.COUNT, "hundreds of thousands of people", "hundreds of thousands of people"),
    (ValueType.DURATION, "30 to 25 minutes", "30 to 25 minutes"),
    (ValueType.DURATION, "about 35-40 minutes", "about 35 to 40 minutes"),
    (ValueType.DURATION, "twelve days", "12 days"),
    (ValueType.DURATION, "12-day", "12 days"),
    (ValueType.DURATION, "a total of four months", "4 months"),
    (ValueType.DURATION, "the next twelve days", "12 days"),
    (ValueType.DURATION, "half an hour", "half an hour"),
    (ValueType.DURATION, "an hour and a half", "1.5 hours"),
    (ValueType.AGE, "37-year-old", "37 years"),
    (ValueType.AGE, "aged 37", "37 years"),
    (ValueType.AGE, "age six", "6 years"),
    (ValueType.AGE, "37", "37 years"),
    (ValueType.AGE, "2,000-year-old", "2,000 years"),
    (ValueType.MONEY, "US$ 20 million", "$20 million"),
    (ValueType.MONEY, "NZ $ 26 million", "NZ$26 million"),
    (ValueType.MONEY, "£3.5m", "£3.5 million"),
    (ValueType.MONEY, "300 euros", "€300"),
    (ValueType.MONEY, "A$5", "A$5"),
    (ValueType.MONEY, "$3 million to $4 million", "$3 million to $4 million"),
    (ValueType.PERCENT, "12%", "12 %"),
    (ValueType.PERCENT, "12 per cent", "12 %"),
    (ValueType.PERCENT, "a quarter", "25 %"),
    (ValueType.PERCENT, "12% to 15%", "12 to 15 %"),
    (ValueType.QUANTITY, "12 km²", "12 square kilometres"),
    (ValueType.QUANTITY, "minus 5 degrees Celsius", "-5 degrees Celsius"),
    (ValueType.QUANTITY, "5 km to 10 km", "5 to 10 kilometres"),
    (ValueType.DATE, "12 May 2014", "12 May 2014"),
    (ValueType.DATE, "May 12, 2014", "12 May 2014"),
    (ValueType.DATE, "Sept. 3, 1999", "3 September 1999"),
    (ValueType.DATE, "Tuesday, October 5", "Tuesday 5 October"),
    (ValueType.DATE, "early 1990s", "early 1990s"),
    (ValueType.DATE, "mid-1990s", "mid 1990s"),
    (ValueType.DATE, "1990-95", "1990 to 1995"),
    (ValueType.DATE, "c. 1635", "c. 1635"),
    (ValueType.DATE, "44 BC", "44 BC"),
    (ValueType.DATE, "AD 79", "AD 79"),
    (ValueType.DATE, "20th century", "20th century"),
    (ValueType.DATE, "fifth century BC", "5th century BC"),
    (ValueType.DATE, "summer 1940", "summer 1940"),
    (ValueType.DATE, "November 20 to December 11", "20 November to 11 December"),
    (ValueType.DATE, "December 20 to January 4", "20 December to 4 January"),
    (ValueType.DATE, "5-7 October 2021", "5 October 2021 to 7 October 2021"),
    (ValueType.DATE, "between May and June in 1981", "May 1981 to June 1981"),
    (ValueType.DATE, "1699 or 1700", "1699 or 1700"),
    (ValueType.CLOCK_TIME, "10.55 a.m. Belgian time", "10:55 a.m. Belgian time"),
    (ValueType.CLOCK_TIME, "17:30 UTC", "5:30 p.m. UTC"),
    (ValueType.CLOCK_TIME, "7 pm", "7:00 p.m."),
    (ValueType.CLOCK_TIME, "noon", "12:00 p.m."),
]


@pytest.mark.parametrize(("kind", "written", "shown"), SHOWN)
def test_a_wording_is_read_and_shown_for_people(kind: ValueType, written: str, shown: str) -> None:
    assert read_value(written, kind).display() == shown


@pytest.mark.parametrize(
    ("kind", "written"),
    [
        (ValueType.QUANTITY, "5 ft 11 in"),
        (ValueType.QUANTITY, "5 wombats"),
        (ValueType.DURATION, "2 hours 30 minutes"),
        (ValueType.DURATION, "12 boats"),
        (ValueType.MONEY, "20"),
        (ValueType.MONEY, "20 zlotys and a half"),
        (ValueType.PERCENT, "12"),
        (ValueType.PERCENT, "12 apples"),
        (ValueType.COUNT, "no boats"),
        (ValueType.DATE, "12/05/2014"),
        (ValueType.DATE, "30 February"),
        (ValueType.DATE, "from 1990 to 1985"),
        (ValueType.DATE, "Monday 19 October 2021"),
        (ValueType.DATE, "yesterday"),
        (ValueType.DATE, "next year"),
        (ValueType.CLOCK_TIME, "25:00"),
        (ValueType.CLOCK_TIME, "13 a.m."),
        (ValueType.CLOCK_TIME, "12"),
    ],
)
def test_what_cannot_be_read_is_refused_with_what_was_found_and_an_example(kind: ValueType, written: str) -> None:
    with pytest.raises(ValueFault, match=r"write it like “.+”") as fault:
        read_value(written, kind)
    assert written in str(fault.value)


@pytest.mark.parametrize(
    ("kind", "one", "other", "comparison", "touches"),
    [
        (ValueType.DURATION, "12 months", "a year", SAME, True),
        (ValueType.DURATION, "twelve days", "12 days", SAME, True),
        (ValueType.DURATION, "365 days", "a year", SAME, True),
        (ValueType.DURATION, "several months", "four months", COARSER, True),
        (ValueType.DURATION, "several months", "a year", DIFFERENT, False),
        (ValueType.DURATION, "30 to 25 minutes", "30 to 25 minutes", SAME, True),
        (ValueType.DURATION, "30 to 25 minutes", "25 to 30 minutes", DIFFERENT, True),
        (ValueType.DURATION, "30 to 25 minutes", "25 to 35 minutes", DIFFERENT, True),
        (ValueType.DURATION, "25-35 minutes", "35-40 minutes", DIFFERENT, True),
        (ValueType.DURATION, "20-40 minutes", "25-35 minutes", COARSER, True),
        (ValueType.DURATION, "about 3 hours", "3 hours", COARSER, True),
        (ValueType.DURATION, "4 months", "a year", DIFFERENT, False),
        (ValueType.COUNT, "at least 30 boats", "30 to 40 boats", COARSER, True),
        (ValueType.COUNT, "three trips", "third trip", SAME, True),
        (ValueType.COUNT, "12", "13", DIFFERENT, False),
        (ValueType.QUANTITY, "860 km", "534 miles", SAME, True),
        (ValueType.QUANTITY, "5 °C", "41 °F", SAME, True),
        (ValueType.QUANTITY, "5 km", "5 kg", DIFFERENT, False),
        (ValueType.MONEY, "US$ 5", "A$5", DIFFERENT, False),
        (ValueType.MONEY, "$2,000,000", "two million dollars", SAME, True),
        (ValueType.DATE, "October 2021", "5 October 2021", COARSER, True),
        (ValueType.DATE, "5 October", "5 October 2021", COARSER, True),
        (ValueType.DATE, "October 2021", "5 October", COARSER, True),
        (ValueType.DATE, "Tuesday", "5 October 2021", COARSER, True),
        (ValueType.DATE, "Monday", "5 October 2021", DIFFERENT, False),
        (ValueType.DATE, "Tuesday", "October 2021", FINER, True),
        (ValueType.DATE, "1990s", "early 1990s", COARSER, True),
        (ValueType.DATE, "early 1990s", "1998", DIFFERENT, False),
        (ValueType.DATE, "20th century", "1990s", COARSER, True),
        (ValueType.DATE, "1990-95", "1993", COARSER, True),
        (ValueType.DATE, "1990-95", "1995-99", DIFFERENT, True),
        (ValueType.DATE, "1699 or 1700", "1700", COARSER, True),
        (ValueType.DATE, "1699 or 1705", "1702", DIFFERENT, False),
        (ValueType.DATE, "c. 1635", "1635", COARSER, True),
        (ValueType.DATE, "c. 1635", "1660", DIFFERENT, False),
        (ValueType.DATE, "the end of 2022", "2022", FINER, True),
        (ValueType.DATE, "summer 1940", "July 1940", COARSER, True),
        (ValueType.DATE, "20 December to 4 January", "1 January", COARSER, True),
        (ValueType.DATE, "20 December to 4 January", "2 January 1999", COARSER, True),
        (ValueType.DATE, "44 BC", "AD 44", DIFFERENT, False),
        (ValueType.CLOCK_TIME, "10:55", "10.55 a.m. Belgian time", COARSER, True),
        (ValueType.CLOCK_TIME, "10:55 UTC", "10:55 Belgian time", DIFFERENT, False),
    ],
)
def test_two_values_of_a_type_stand_to_each_other(kind: ValueType, one: str, other: str, comparison: Comparison, touches: bool) -> None:
    mine, theirs = read_value(one, kind), read_value(other, kind)
    assert isinstance(mine, Amount | Date | ClockTime)
    assert type(theirs) is type(mine)
    assert mine.compare(theirs) is comparison  # type: ignore[arg-type]
    assert mine.touches(theirs) is touches  # type: ignore[arg-type]


def test_a_backwards_range_stays_as_written_and_is_flagged() -> None:
    amount = read_value("30 to 25 minutes", ValueType.DURATION)
    assert isinstance(amount, Amount)
    assert amount.backwards
    assert amount.display() == "30 to 25 minutes"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("yesterday", "19 October 2021"),
        ("yesterday Tuesday", "19 October 2021"),
        ("last Monday", "18 October 2021"),
        ("this past Monday (18)", "18 October 2021"),
        ("Monday (18)", "18 October 2021"),
        ("next Friday", "22 October 2021"),
        ("three days ago", "17 October 2021"),
        ("last month", "September 2021"),
        ("last October", "October 2020"),
        ("next year", "2022"),
        ("the end of next year", "end of 2022"),
        ("March 11 this year", "11 March 2021"),
        ("last week", "11 October 2021 to 17 October 2021"),
    ],
)
def test_a_relative_date_is_read_against_the_articles_own_date(written: str, shown: str) -> None:
    assert read_value(written, ValueType.DATE, article_date=WEDNESDAY).display() == shown


@pytest.mark.parametrize("written", ["this Monday", "Friday (18)", "yesterday Monday", "the past", "two years later", "next"])
def test_a_relative_date_that_is_unsure_is_refused(written: str) -> None:
    with pytest.raises(ValueFault):
        read_value(written, ValueType.DATE, article_date=WEDNESDAY)
