"""Speed never outweighs a right answer; streaks only decorate."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.play.scoring import RIGHT, WHOLE, counted, is_right, speed_bonus, streak

spans = st.timedeltas(timedelta(seconds=-5), timedelta(minutes=5))
allowances = st.timedeltas(timedelta(microseconds=1), timedelta(minutes=5))


def test_a_late_answer_counts_as_none() -> None:
    assert counted(2, late=False) == 2
    assert counted(2, late=True) is None
    assert not is_right(counted(2, late=True), frozenset({2}))


@given(st.lists(spans, max_size=30), allowances)
def test_the_bonus_of_a_whole_quiz_stays_below_one_right_answer(taken: list[timedelta], allowed: timedelta) -> None:
    assert 0 <= speed_bonus(taken, allowed=allowed, questions=len(taken)) < WHOLE


@given(st.integers(1, 30), st.data())
def test_one_more_right_always_wins_however_slow(questions: int, data: st.DataObject) -> None:
    fewer = data.draw(st.integers(0, questions - 1))
    allowed = data.draw(allowances)
    quick, slow = [timedelta(0)] * fewer, [allowed] * (fewer + 1)
    points = [len(taken) * RIGHT * WHOLE + speed_bonus(taken, allowed=allowed, questions=questions) for taken in (quick, slow)]
    assert points[0] < points[1]


@given(st.lists(spans, min_size=1, max_size=10), allowances)
def test_quicker_is_never_worth_less(taken: list[timedelta], allowed: timedelta) -> None:
    quicker = [one / 2 if one > timedelta(0) else one for one in taken]
    assert speed_bonus(quicker, allowed=allowed, questions=10) >= speed_bonus(taken, allowed=allowed, questions=10)


@pytest.mark.parametrize(("rights", "run"), [("", 0), ("rr", 0), ("rrr", 3), ("wrrrr", 4), ("rrrw", 0), ("rrrwrr", 0), ("r" * 10, 10)])
def test_three_right_in_a_row_are_worth_a_word(rights: str, run: int) -> None:
    assert streak([one == "r" for one in rights]) == run
