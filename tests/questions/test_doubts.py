"""Questions on what the program read are doubted where its reading may be wrong."""

from dataclasses import replace

import pytest
from telling import asked, read, seen

from quizapp.questions import doubts, place_doubts
from quizapp.questions.confidence import is_offered
from quizapp.questions.item import Kind
from quizapp.questions.question import ask_of

TWO_WOMEN = "Two writers\n\nClara Voss met Greta Lind at the University of Oslo. In 1961 she moved to Denmark.\n"
A_COUPLE = "Two writers\n\nPeter Hale met Anna Moss in Paris. He moved to Norway in 1971.\n"
A_PRIZE = "A prize\n\nPeter Hale won the Harbour Prize in 1961 and moved to Norway in 1971.\n"
MUSEUMS = "A museum\n\nJonas Berg opened the Air & Space Museum in 1960. Ada Quist opened the Kelm Museum in 1961.\n"


def test_a_pronoun_that_two_people_fit_is_doubted_and_not_offered() -> None:
    stem = "In which year did Clara Voss move to Denmark"
    assert seen(stem, TWO_WOMEN)["several it could mean"] == 1
    assert not is_offered(asked(stem, TWO_WOMEN))


def test_a_pronoun_that_one_person_fits_is_trusted() -> None:
    assert "several it could mean" not in seen("In which year did Peter Hale move to Norway", A_COUPLE)


def test_a_date_beside_another_is_doubted_and_not_offered() -> None:
    stem = "In which year did Peter Hale move to Norway"
    assert seen(stem, A_PRIZE)["several dates"] == 1
    assert not is_offered(asked(stem, A_PRIZE))
    assert "several dates" not in seen("In which year did Peter Hale win the Harbour Prize", A_PRIZE)


def test_a_name_that_lost_a_part_is_doubted_and_not_offered() -> None:
    stem = "In which year did Jonas Berg open"
    assert seen(stem, MUSEUMS)["name torn"] == 1
    assert not is_offered(asked(stem, MUSEUMS))
    assert "name torn" not in seen("In which year did Ada Quist open the Kelm Museum", MUSEUMS)


@pytest.mark.parametrize(
    ("sentence", "doubted"),
    [
        ("Bo Rand directed the Harbour Theatre until 1972.", True),
        ("Bo Rand directed the Harbour Theatre since 1972.", True),
        ("Bo Rand directed the Harbour Theatre in 1972.", False),
    ],
)
def test_a_year_that_ends_a_stretch_is_no_time_of_a_deed(sentence: str, doubted: bool) -> None:
    background, items = read(f"A theatre\n\n{sentence}\n")
    found = next(one for one in items if one.answer == "1972")
    item = replace(found, kind=Kind.WHEN, stem="In which year did Bo Rand direct the Harbour Theatre?")
    assert doubts.date_in_range(ask_of(item, background)) is doubted


@pytest.mark.parametrize(
    ("stem", "doubted"),
    [
        ("In which year did Ada Quist open the Kelm Museum?", False),
        ("Where did Ada Quist open the Kelm Museum?", True),
        ("Who opened the Kelm Museum?", True),
        ("Which country opened the Kelm Museum?", True),
        ("Which city opened the Kelm Museum?", False),
    ],
)
def test_a_question_word_of_another_kind_than_the_answer_is_doubted(stem: str, doubted: bool) -> None:
    item = replace(asked("In which year did Ada Quist", MUSEUMS), stem=stem)
    assert doubts.word_misfits(ask_of(item, read(MUSEUMS)[0])) is doubted


def test_an_option_that_only_the_registry_calls_a_place_is_doubted() -> None:
    text = "A painter\n\nAda Brenner moved to Oslo in 1920. Ada Brenner lives in Bergen. Ferrin saw it all.\n"
    item = asked("Where did Ada Brenner move", text)
    background = read(text)[0]
    assert not place_doubts.places_unsure(ask_of(item, background))
    assert place_doubts.places_unsure(ask_of(replace(item, options=("Oslo", "Bergen", "Ferrin"), key=0), background))
