"""Times of day in words."""

import pytest

from quizapp.knowledge.values.base import ValueFault
from quizapp.knowledge.values.clock import read_clock_time
from quizapp.knowledge.values.spotting import spot


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("half past five in the morning", "5:30 a.m."),
        ("a quarter to six in the evening", "5:45 p.m."),
        ("five to one in the afternoon", "12:55 p.m."),
        ("ten o'clock at night", "10:00 p.m."),
        ("twelve at night", "12:00 a.m."),
        ("two at night", "2:00 a.m."),
    ],
)
def test_a_time_in_words_is_read_when_it_names_the_part_of_the_day(written: str, shown: str) -> None:
    assert read_clock_time(written).display() == shown


@pytest.mark.parametrize("written", ["half past five", "half to six in the evening", "thirteen at night", "20 in the morning"])
def test_without_it_or_with_an_impossible_hour_nothing_is_read(written: str) -> None:
    with pytest.raises(ValueFault):
        read_clock_time(written)


def test_a_bare_hour_is_a_time_only_after_at() -> None:
    assert [one.written for one in spot("It fell at three in the morning.")] == ["three in the morning"]
    assert spot("She saw three in the morning.") == ()
