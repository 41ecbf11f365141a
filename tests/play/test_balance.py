"""How a quiz hangs together: what clashes in it, and how it is mixed."""

from dataclasses import replace

import pytest

from quizapp.play.balance import Balance, balance, band, clashes, goes_with
from quizapp.questions.background import survey
from quizapp.questions.item import Item
from services.balloon import world


def item(stem: str) -> Item:
    """The balloon's question that begins so."""
    return next(one.item for one in world().candidates if one.item.stem.startswith(stem))


def mixed(**counts: object) -> Balance:
    """A balance with these counts."""
    plain = {"easy": 0, "middle": 0, "hard": 0, "longest": 0, "total": 10, "places": ()}
    return Balance(**{**plain, **counts})  # type: ignore[arg-type]


def test_two_questions_on_one_fact_clash_and_others_do_not() -> None:
    background = survey(world().scope)
    six, nine, gas = item("One article says that the Gannet flew 6"), item("One article says that the Gannet flew 9"), item("How much gas")
    (clash,) = clashes([six, gas, nine], background)
    assert (clash.first, clash.second, clash.tells) == (0, 2, False)
    assert goes_with(gas, [six], background)
    assert not goes_with(nine, [gas, six], background)


def test_a_question_that_tells_the_answer_to_another_clashes_with_it_in_either_order() -> None:
    background = survey(world().scope)
    asked = item("Who rode back")
    telling = replace(item("How much gas"), stem="How much gas did the Gannet hold when Ada Quill rode back aboard it?")
    for order in ([asked, telling], [telling, asked]):
        (clash,) = clashes(order, background)
        assert clash.tells
        assert clash.answer == "Ada Quill"
        assert order[clash.first] is telling


def test_only_answers_that_keep_their_order_are_counted_by_place() -> None:
    gas, back = item("How much gas"), item("Who rode back")
    assert balance([gas, back], shuffled=True).places == (0, 1)
    assert sum(balance([gas, back], shuffled=False).places) == 2


@pytest.mark.parametrize(("longest", "tells"), [(3, False), (4, True)])
def test_length_tells_when_the_right_answer_is_the_longest_in_more_than_a_third(longest: int, tells: bool) -> None:
    assert mixed(longest=longest).length_tells is tells


@pytest.mark.parametrize(("places", "tells"), [((1, 2, 1, 1), False), ((0, 4, 0, 1), True), ((0, 3), False)])
def test_place_tells_when_too_many_right_answers_stand_at_one(places: tuple[int, ...], tells: bool) -> None:
    assert mixed(places=places).place_tells is tells


def test_difficulty_is_said_in_three_words() -> None:
    assert [band(share) for share in (0.1, 0.5, 0.9)] == ["easy", "middling", "hard"]
