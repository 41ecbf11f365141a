"""Where a name begins and ends."""

import pytest

from quizapp.knowledge.extractors import extract
from quizapp.knowledge.names import Names
from tests.knowledge.extractors.reading import article, told


@pytest.mark.parametrize("name", ["Hau Lung-bin", "Kim Shin-Wook"])
def test_a_hyphen_does_not_cut_a_name(name: str) -> None:
    assert told(f"The mayor {name} came to Lyon on Monday.", "come.where") == [(name, "Lyon")]


def test_a_word_made_with_a_name_is_not_the_name() -> None:
    text = "Peter Brown left Scientology-related employment in Lyon."
    assert told(text, "leave.object") == [("Peter Brown", "Scientology-related employment")]


def test_a_nationality_belongs_to_the_name_of_a_body_of_state() -> None:
    assert told("The Indonesian Navy rescued Peter Brown in 1950.", "rescue.agent") == [("Peter Brown", "Indonesian Navy")]


def test_a_nationality_before_a_name_of_its_own_is_no_part_of_it() -> None:
    assert told("The German Peter Brown came to Lyon in 1950.", "come.when") == [("Peter Brown", "1950")]


def test_a_rulers_epithet_is_part_of_the_name() -> None:
    assert told("Peter the Great founded Orlec Castle.", "found.agent") == [("Orlec Castle", "Peter the Great")]


def test_a_first_name_that_nobody_knows_stays_with_its_family_name() -> None:
    text = "Cyd Ho came to Lyon in 1950. Junius Ho came to Paris in 1960."
    assert set(told(text, "come.when")) == {("Cyd Ho", "1950"), ("Junius Ho", "1960")}


def test_a_title_before_a_name_makes_another_form_of_it() -> None:
    names = Names(extract([article("Dr. Karl Weber opened a school in Lyon.")]).names)
    assert names.canonical("Dr. Karl Weber") == names.canonical("Karl Weber")


def test_where_a_place_lies_from_another_is_no_name() -> None:
    names = extract([article("Northeast of Orlec Peter Brown built Orlec Castle in 1950.")]).names
    assert {entry.name for entry in names} == {"Peter Brown", "Orlec Castle"}
