"""The day's ten are the same for everybody and differ from day to day."""

from datetime import date, timedelta
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from play.test_choosing import choice
from quizapp.play.daily import TEN, draw_day

DAYS = st.dates(min_value=date(2020, 1, 1), max_value=date(2099, 12, 31))


@given(DAYS, st.integers(0, 40), st.integers())
def test_the_order_of_the_bank_does_not_matter(day: date, size: int, seed: int) -> None:
    bank = [choice(place, difficulty=place % 7 / 7) for place in range(size)]
    shuffled = Random(seed).sample(bank, size)
    drawn = draw_day(bank, day)
    assert drawn == draw_day(shuffled, day)
    assert len(drawn) == min(TEN, size)


def test_days_differ() -> None:
    bank = [choice(place) for place in range(40)]
    days = [date(2026, 1, 1) + timedelta(days=number) for number in range(60)]
    assert len({draw_day(bank, day) for day in days}) == len(days)


def test_a_day_is_drawn_the_same_on_every_machine() -> None:
    bank = [choice(place) for place in range(12)]
    assert [one.version for one in draw_day(bank, date(2026, 3, 2), count=4)] == [2, 10, 4, 11]
