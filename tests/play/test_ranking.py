"""A board goes by the share right, then by time; ties share a place."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from quizapp.play.ranking import Run, rank


def run(key: int, score: int, seconds: float, total: int = 10) -> Run:
    return Run(key=key, name=f"player {key}", score=score, total=total, time=timedelta(seconds=seconds))


def test_more_right_comes_before_faster_and_ties_share_a_place() -> None:
    ranked = rank([run(1, 7, 20), run(2, 9, 300), run(3, 9, 100.2), run(4, 9, 100.9), run(5, 7, 30)])
    assert [(place, one.key) for place, one in ranked] == [(1, 3), (1, 4), (3, 2), (4, 1), (5, 5)]


def test_a_quiz_that_grew_is_compared_by_its_share() -> None:
    assert [one.key for _, one in rank([run(1, 9, 60, total=10), run(2, 5, 60, total=5)])] == [2, 1]


@given(st.lists(st.tuples(st.integers(0, 10), st.integers(0, 99)), max_size=20), st.randoms())
def test_the_order_of_the_runs_does_not_matter(rows: list[tuple[int, int]], chance: object) -> None:
    runs = [run(key, score, seconds) for key, (score, seconds) in enumerate(rows)]
    shuffled = sorted(runs, key=lambda _: chance.random())  # type: ignore[attr-defined]
    assert rank(runs) == rank(shuffled)
    assert all(place <= turn for turn, (place, _) in enumerate(rank(runs), 1))
