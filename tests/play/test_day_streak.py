"""A streak counts days in a row, and lasts until the end of the day after."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.play.day_streak import DayStreak, day_streak

TODAY = date(2026, 3, 2)


@pytest.mark.parametrize(("ago", "now", "longest"), [
    ([], 0, 0),
    ([0], 1, 1),
    ([1], 1, 1),
    ([2], 0, 1),
    ([0, 0, 1, 2], 3, 3),
    ([1, 2, 4, 5, 6, 7], 2, 4),
    ([-1, 0], 1, 1),
])  # fmt: skip
def test_days_in_a_row_up_to_today_or_yesterday(ago: list[int], now: int, longest: int) -> None:
    assert day_streak((TODAY - timedelta(days=days) for days in ago), today=TODAY) == DayStreak(now=now, longest=longest)


@given(st.sets(st.integers(0, 60)))
def test_the_longest_is_never_shorter_than_the_one_that_lasts(ago: set[int]) -> None:
    streak = day_streak((TODAY - timedelta(days=days) for days in ago), today=TODAY)
    assert 0 <= streak.now <= streak.longest <= len(ago)
