"""A quiz asks each fact once and gives no answer away; a bank gives none away by length or place."""

from dataclasses import replace

import oslen

from quizapp.questions.checks.bank import check_bank, key_is_longest, ranks
from quizapp.questions.checks.quiz import check_quiz, may_join
from quizapp.questions.item import Item

WHO = oslen.item("designer", ("Mara Lindqvist", "Petra Holm", "Tore Dahl"))
WORK = oslen.item("work", ("12 months", "14 months", "16 months"), 1)


def failed(*items: Item) -> set[str]:
    return {check.name for check in check_quiz(items, oslen.background()) if not check.passed}


def test_questions_on_different_facts_make_a_quiz() -> None:
    assert failed(WHO, WORK) == set()
    assert may_join(WORK, (WHO,), oslen.background())


def test_one_fact_is_asked_once() -> None:
    again = replace(WHO, stem="Who drew the plans of the Oslen Bridge?")
    assert "one item a fact" in failed(WHO, again)
    assert not may_join(again, (WHO,), oslen.background())


def test_no_question_tells_the_answer_of_another() -> None:
    chatty = replace(WORK, stem="How long did work take on the Oslen Bridge, which the designer Lindqvist drew?")
    assert failed(WHO, chatty) == {"no answer given away"}
    assert failed(WHO, replace(WORK, stem="How long did Lindqvist work on the Oslen Bridge?")) == set()


def test_the_key_is_seldom_the_longest_option() -> None:
    assert key_is_longest(replace(WHO, options=("Mara Lindqvist", "Petra", "Tore")))
    short = replace(WHO, options=("Mara", "Petra Holm", "Tore Dahl"))
    assert not key_is_longest(short)
    assert [check.passed for check in check_bank([short] * 13 + [WHO] * 7)] == [True, True]
    assert [check.passed for check in check_bank([short] * 12 + [WHO] * 8)] == [False, True]
    assert [check.passed for check in check_bank([])] == [True, True]


def test_right_numbers_stand_at_every_place() -> None:
    places = [replace(WORK, key=place % 3, options=("1 month", "2 months", "3 months")) for place in range(12)]
    assert ranks(places) == {3: {0: 4, 1: 4, 2: 4}}
    assert check_bank(places)[1].passed
    crowded = check_bank([WORK] * 10)[1]
    assert not crowded.passed
    assert "place 2" in crowded.detail
    assert check_bank([WORK] * 9)[1].passed, "nine questions are too few to tell"
