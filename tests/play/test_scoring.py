"""What a point is."""

from hypothesis import given
from hypothesis import strategies as st

from quizapp.play.scoring import Tally, counted, is_right, right_places, tally

PLACES = st.frozensets(st.integers(0, 4))
ANSWERS = st.lists(st.tuples(st.none() | st.integers(0, 4), PLACES))


def test_an_unanswered_question_is_not_right() -> None:
    assert not is_right(None, frozenset({0}))
    assert tally([(None, frozenset({0}))]) == Tally(score=0, total=1)


def test_a_late_answer_counts_for_nothing() -> None:
    assert counted(2, late=True) is None
    assert counted(2, late=False) == 2


def test_the_key_is_one_point_and_nothing_else_is() -> None:
    assert [tally([(chosen, right_places(2, None))]).score for chosen in range(4)] == [0, 0, 1, 0]


def test_a_mended_question_counts_every_place_it_was_mended_to_and_the_key_no_more_than_others() -> None:
    assert right_places(2, [0, 1]) == {0, 1}
    assert [is_right(chosen, right_places(2, [0, 1])) for chosen in range(4)] == [True, True, False, False]


def test_a_withdrawn_question_counts_for_nobody() -> None:
    assert right_places(2, []) == frozenset()
    assert tally([(2, frozenset()), (1, frozenset({1}))]) == Tally(score=1, total=1)
    assert tally([(2, frozenset())]) == Tally(score=0, total=0)


@given(ANSWERS)
def test_a_score_lies_between_none_and_all_and_order_does_not_matter(answers: list[tuple[int | None, frozenset[int]]]) -> None:
    found = tally(answers)
    assert 0 <= found.score <= found.total <= len(answers)
    assert found == tally(reversed(answers))


@given(ANSWERS, st.integers(0, 4))
def test_one_more_right_answer_never_costs_a_point(answers: list[tuple[int | None, frozenset[int]]], more: int) -> None:
    wider = [(chosen, right | {more} if right else right) for chosen, right in answers]
    assert tally(wider).score >= tally(answers).score
    assert tally(wider).total == tally(answers).total
