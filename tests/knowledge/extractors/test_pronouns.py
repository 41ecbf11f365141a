"""Whom "he", "she", "it" and "they" mean."""

import pytest

from tests.knowledge.extractors.reading import claims_of, told


def test_it_is_the_one_thing_with_a_name_when_the_subject_before_is_plural() -> None:
    text = "Engineers still come, because the Tessel Bridge stands on thin piers. It has four lanes."
    assert told(text, "have.how_many") == [("Tessel Bridge", "4 lanes")]


def test_they_are_the_people_who_were_the_subject_before() -> None:
    text = "Anna Keller and Peter Brown married in 1920. They published a family history."
    assert told(text, "publish.object") == [("Anna Keller and Peter Brown", "family history")]


def test_they_are_not_one_person() -> None:
    text = "Peter Brown came to Lyon. They published a family history."
    assert told(text, "publish.object") == []


def test_what_stands_outside_a_quotation_does_no_deed_inside_it() -> None:
    text = "Peter Brown described Anna Keller as a woman “leaving a life of hard slavery to get a real taste of freedom”."
    assert [one for one in told(text, "leave.object") if one[0] == "Peter Brown"] == []


def test_they_can_be_a_people_or_an_organisation() -> None:
    assert told("The Olmec lived in the south. They built Orlec in 1950.", "build.when") != []


@pytest.mark.parametrize("empty", ["It is hard to build houses there", "It is said that Peter Brown built houses there"])
def test_it_that_stands_for_nothing_means_nothing(empty: str) -> None:
    claims = claims_of(f"The Tessel Bridge stands in Lyon. {empty}.")
    assert [claim for claim in claims if claim.evidence.start > 30 and claim.subject == "Tessel Bridge"] == []


def test_it_in_what_others_believe_is_not_the_subject_before() -> None:
    text = "The origin of this settlement is debated; some scholars believe it housed 5,000 people."
    assert told(text, "house.how_many") == []


def test_he_after_two_men_is_neither() -> None:
    text = "Karl Weber and his partner Chris Walker won a cup. He moved to Lyon in 1990."
    assert told(text, "move.when") == []
