"""What a point is."""

from hypothesis import given
from hypothesis import strategies as st

from quizapp.play.scoring import is_right, points, score


def test_an_unanswered_question_is_not_right() -> None:
    assert not is_right(None, 0)
    assert points(None, 0) == 0


def test_the_key_is_one_point_and_nothing_else_is() -> None:
    assert [points(chosen, 2) for chosen in range(4)] == [0, 0, 1, 0]


@given(st.lists(st.tuples(st.none() | st.integers(0, 4), st.integers(0, 4))))
def test_a_score_lies_between_none_and_all_and_order_does_not_matter(answers: list[tuple[int | None, int]]) -> None:
    assert 0 <= score(answers) <= len(answers)
    assert score(answers) == score(reversed(answers))
