"""Item statistics: the vector that people compare, and what holds for any marks."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.play.answers_chosen import find, say
from quizapp.play.statistics import (
    column,
    consistency,
    discrimination,
    effective_weights,
    efficiency,
    facility,
    standard_error,
    variance,
    without,
)

VECTOR = [[float(mark) for mark in row] for row in ("1111", "1110", "1100", "1010", "0100", "0001")]
QUESTIONS = range(4)
OPTIONS = ("ash", "birch", "cedar", "dogwood")


def marks() -> st.SearchStrategy[list[list[float]]]:
    return st.integers(1, 6).flatmap(
        lambda wide: st.lists(st.lists(st.sampled_from([0.0, 1.0]), min_size=wide, max_size=wide), min_size=1, max_size=25)
    )


def answers(players: int = 30) -> st.SearchStrategy[list[tuple[int | None, float]]]:
    return st.lists(st.tuples(st.one_of(st.none(), st.integers(0, 3)), st.integers(0, 9).map(float)), max_size=players)


def split(given: list[tuple[int | None, float]]) -> tuple[list[int | None], list[float]]:
    return [choice for choice, _ in given], [rest for _, rest in given]


def test_the_test_vector_comes_out_to_four_digits() -> None:
    assert [round(facility(column(VECTOR, at)) or 0, 4) for at in QUESTIONS] == [0.6667, 0.6667, 0.5, 0.3333]
    of = [(column(VECTOR, at), without(VECTOR, at)) for at in QUESTIONS]
    assert [round(discrimination(*one) or 0, 4) for one in of] == [46.291, 0, 44.7214, -22.0863]
    assert [round(efficiency(*one) or 0, 4) for one in of] == [100, 0, 50, -28.5714]
    assert round(consistency(VECTOR) or 0, 4) == 26.0163
    assert round(standard_error(VECTOR) or 0, 4) == 1.0055


def test_weights_of_the_vector_add_up_to_a_hundred() -> None:
    weights = effective_weights(VECTOR)
    assert sum(one for one in weights if one is not None) == pytest.approx(100)
    assert [round(one or 0, 4) for one in weights] == [30.0702, 22.7309, 31.1256, 16.0732]


def test_a_question_that_goes_against_the_total_has_no_weight() -> None:
    against = [[1.0, 1.0, 0.0], [1.0, 1.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]
    assert effective_weights(against)[2] is None


def test_what_never_varies_gives_no_statistics() -> None:
    same = [[1.0, 1.0]] * 4
    assert facility(column(same, 0)) == 1
    assert discrimination(column(same, 0), without(same, 0)) is None
    assert efficiency(column(same, 0), without(same, 0)) is None
    assert consistency(same) is None
    assert standard_error(same) is None
    assert effective_weights(same) == (None, None)


def test_nobody_and_one_question_give_no_statistics() -> None:
    assert facility([]) is None
    assert effective_weights([]) == ()
    assert consistency([[1.0], [0.0]]) is None


@given(marks())
def test_shares_and_indices_stay_within_their_bounds(rows: list[list[float]]) -> None:
    for at in range(len(rows[0])):
        one, rest = column(rows, at), without(rows, at)
        assert 0 <= (facility(one) or 0) <= 1
        assert -100.0001 <= (discrimination(one, rest) or 0) <= 100.0001
        assert (efficiency(one, rest) or 0) <= 100.0001


@given(marks(), st.randoms())
def test_the_order_of_players_changes_nothing(rows: list[list[float]], rng: object) -> None:
    mixed = list(rows)
    rng.shuffle(mixed)  # type: ignore[attr-defined]
    for at in range(len(rows[0])):
        before, after = (discrimination(column(of, at), without(of, at)) for of in (rows, mixed))
        assert (before is None) == (after is None)
        assert math.isclose(before or 0, after or 0, abs_tol=1e-6)


@given(marks())
def test_the_standard_error_is_no_larger_than_the_spread_where_questions_agree(rows: list[list[float]]) -> None:
    alike, error = consistency(rows), standard_error(rows)
    if alike is not None and error is not None and alike >= 0:
        assert error <= math.sqrt(variance([sum(row) for row in rows])) + 1e-9


@given(answers())
def test_counts_are_always_there_and_add_up(given_: list[tuple[int | None, float]]) -> None:
    choices, rest = split(given_)
    found = find(choices, rest, options=4, right=frozenset({1}))
    assert sum(one.players for one in found.options) + found.unanswered == found.players == len(choices)
    assert found.right == choices.count(1)
    assert all(one.stronger + one.weaker <= one.players for one in found.options)
    assert found.stronger + found.weaker <= found.players


@given(answers(9))
def test_below_ten_players_there_are_no_statistics(given_: list[tuple[int | None, float]]) -> None:
    found = find(*split(given_), options=4, right=frozenset({1}))
    assert (found.facility, found.discrimination, found.efficiency, found.preferred) == (None, None, None, None)
    assert {one.works for one in found.options} == {None}


@given(answers())
def test_every_question_is_worth_a_sentence(given_: list[tuple[int | None, float]]) -> None:
    assert say(find(*split(given_), options=4, right=frozenset({1})), OPTIONS).endswith(".")


def test_stronger_players_who_chose_another_answer_point_at_the_key() -> None:
    choices = [2, 2, 2, 2, 2, 1, 1, 1, 1, 3]
    found = find(choices, [9, 9, 8, 8, 8, 3, 2, 2, 1, 1], options=4, right=frozenset({1}))
    assert say(found, OPTIONS) == "Stronger players chose “cedar”: look at which answer is marked right."
    assert found.efficiency is not None
    assert found.efficiency < 0


def test_a_wrong_answer_that_nobody_or_the_stronger_choose_does_not_work() -> None:
    choices = [1] * 6 + [0, 0, 2, 3]
    rest = [9.0, 9, 9, 8, 8, 8, 2, 2, 1, 9]
    found = find(choices, rest, options=5, right=frozenset({1}))
    assert [one.works for one in found.options] == [True, None, True, False, False]


def test_an_answer_that_counts_for_nobody_is_right_for_nobody() -> None:
    found = find([0, 1] * 6, [1.0] * 12, options=2, right=frozenset())
    assert found.right == 0
    assert found.facility == 0


def test_answers_and_players_must_be_as_many() -> None:
    with pytest.raises(ValueError, match="2 answers of 1 players"):
        find([0, 1], [1.0], options=2, right=frozenset({0}))


@pytest.mark.parametrize(
    ("choices", "rest", "words"),
    [
        ([], [], "Nobody has answered it yet."),
        ([1, 0, 1], [2, 1, 3], "2 of 3 got it."),
        ([1] * 40, list(range(40)), "Almost everybody got it: good as a warm-up."),
        ([0] * 6 + [1] * 6, list(range(6, 12)) + list(range(6)), "Stronger players chose “ash”: look at which answer is marked right."),
        ([0, 2, 3] * 3 + [1], [1, 1, 1, 1, 1, 1, 1, 1, 1, 9], "Few got it: worth talking about."),
        ([1, 0] * 6, [1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6], "It tells little about who knows more."),
        ([1] * 6 + [0] * 6, list(range(12))[::-1], "It tells well who has understood."),
    ],
)
def test_the_sentence_fits_the_numbers(choices: list[int | None], rest: list[float], words: str) -> None:
    assert say(find(choices, rest, options=4, right=frozenset({1})), OPTIONS) == words
