"""Whom "he", "she", "it" and "they" mean."""

from tests.knowledge.extractors.reading import told


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
