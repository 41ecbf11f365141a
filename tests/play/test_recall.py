"""A missed question comes back by the scheduler, in whole days and without chance."""

from datetime import UTC, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from quizapp.play.recall import Memory, review

NOW = datetime(2026, 3, 2, 20, 0, tzinfo=UTC)
DAY = timedelta(days=1)


def after(*answers: tuple[int, bool]) -> Memory:
    """The memory after answers, each given so many days after the one before."""
    memory, now = None, NOW
    for days, right in answers:
        now += days * DAY
        memory = review(memory, right=right, now=now)
    assert memory is not None
    return memory


def test_what_was_never_missed_needs_no_practice() -> None:
    assert review(None, right=True, now=NOW) is None


def test_a_missed_question_comes_back_the_next_day() -> None:
    assert after((0, False)) == Memory(stability=0.212, difficulty=after((0, False)).difficulty, due=NOW + DAY, last_at=NOW, right=False)


def test_right_answers_make_the_waits_longer_and_a_miss_makes_them_short_again() -> None:
    memory, waits = after((0, False)), []
    for _ in range(5):
        reviewed = review(memory, right=True, now=memory.due)
        assert reviewed is not None
        memory = reviewed
        waits.append((memory.due - memory.last_at).days)
    assert waits == sorted(waits)
    assert waits[-1] > 10
    missed = review(memory, right=False, now=memory.due)
    assert missed is not None
    assert (missed.due - missed.last_at).days < waits[-1]


@given(st.lists(st.tuples(st.integers(0, 400), st.booleans()), max_size=12))
def test_the_same_answers_at_the_same_times_give_the_same_memory_within_the_schedulers_bounds(answers: list[tuple[int, bool]]) -> None:
    history = [(0, False), *answers]
    memory = after(*history)
    assert memory == after(*history)
    assert memory.stability > 0
    assert 1 <= memory.difficulty <= 10
    assert memory.due - memory.last_at >= DAY
    assert memory.right is history[-1][1]


def test_a_moment_is_a_moment_in_whatever_zone() -> None:
    assert review(None, right=False, now=NOW) == review(None, right=False, now=NOW.astimezone(timezone(timedelta(hours=9))))


def test_a_clock_that_was_set_back_breaks_nothing() -> None:
    assert after((0, False), (-2, True)).due > NOW - 2 * DAY
