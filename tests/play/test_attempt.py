"""An attempt asks every question, skipped ones at the end, and the first response counts."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.play.attempt import Attempt, Effect, ShownOption, ShownQuestion
from quizapp.play.drawing import Asked, draw
from quizapp.play.quiz import ItemVersionId, QuizSettings


def attempt_of(questions: int, seed: int = 1) -> Attempt:
    items = [Asked(version=ItemVersionId(100 + place), options=4, ordered=False) for place in range(questions)]
    return Attempt(questions=draw(items, settings=QuizSettings(), rng=Random(seed)))


def shown(attempt: Attempt) -> int:
    following = attempt.next()
    assert following is not None
    return following.number


@given(st.integers(1, 12), st.data())
def test_every_question_is_reached_whatever_is_skipped(total: int, data: st.DataObject) -> None:
    attempt, met = attempt_of(total), []
    for skips in (data.draw(st.lists(st.booleans(), max_size=20)), []):
        for skip in skips:
            attempt = attempt.skip(shown(attempt)) if skip and attempt.next() else attempt
    while (following := attempt.next()) is not None:
        met.append(following.number)
        attempt = attempt.respond(following.number, 0)
    assert sorted(met) == list(range(1, total + 1))
    assert attempt.complete


@given(st.integers(2, 10), st.lists(st.integers(1, 10), max_size=15))
def test_skipped_questions_come_back_last_in_the_order_they_were_skipped(total: int, skips: list[int]) -> None:
    attempt = attempt_of(total)
    for number in skips:
        attempt = attempt.skip(number)
    last = list(dict.fromkeys(number for number in reversed(skips) if number <= total))[::-1]
    never = [number for number in range(1, total + 1) if number not in last]
    assert [one.number for one in attempt.open] == never + last


def test_the_only_open_question_is_shown_again_after_a_skip() -> None:
    attempt = attempt_of(1)
    assert shown(attempt.skip(1)) == 1


def test_an_answered_question_is_neither_skipped_nor_answered_anew() -> None:
    attempt = attempt_of(3).respond(2, 1)
    assert attempt.skip(2) == attempt
    assert attempt.respond(2, 3) == attempt


def test_a_finished_attempt_shows_and_takes_nothing_more() -> None:
    attempt = Attempt(questions=attempt_of(3).questions, finished=True)
    assert attempt.next() is None
    assert attempt.respond(1, 0) == attempt
    assert attempt.skip(1) == attempt


@given(st.integers(0, 3), st.integers(0, 3))
def test_the_same_answer_again_is_the_same_and_another_one_is_another(first: int, second: int) -> None:
    attempt = attempt_of(1)
    assert attempt.questions[0].effect(first) is Effect.FIRST
    expected = Effect.SAME_AGAIN if first == second else Effect.ANOTHER
    assert attempt.respond(1, first).questions[0].effect(second) is expected


def test_a_token_that_was_not_shown_names_no_option() -> None:
    question = attempt_of(1).questions[0]
    assert question.option("0") is None
    assert question.option(question.options[2].token) == question.options[2].option


@pytest.mark.parametrize("number", [-1, 0, 4, 10**30])
def test_there_is_no_question_outside_the_numbers(number: int) -> None:
    assert attempt_of(3).question(number) is None


def test_an_attempt_cannot_be_built_wrong() -> None:
    good = attempt_of(2).questions
    with pytest.raises(ValueError, match="numbered from 1"):
        Attempt(questions=())
    with pytest.raises(ValueError, match="numbered from 1"):
        Attempt(questions=good[1:])
    twice = ShownQuestion(number=2, version=good[0].version, options=good[1].options)
    with pytest.raises(ValueError, match="each item once"):
        Attempt(questions=(good[0], twice))


def test_a_question_cannot_lose_an_option_or_give_two_one_token() -> None:
    with pytest.raises(ValueError, match="each of its options once"):
        ShownQuestion(number=1, version=ItemVersionId(1), options=(ShownOption(token="a", option=0), ShownOption(token="b", option=2)))
    with pytest.raises(ValueError, match="one token"):
        ShownQuestion(number=1, version=ItemVersionId(1), options=(ShownOption(token="a", option=0), ShownOption(token="a", option=1)))
