"""Who does what, and to what."""

import pytest

from tests.knowledge.extractors.reading import told


def test_a_doer_in_the_passive_is_also_told_what_it_did() -> None:
    text = "The Linden Footbridge was opened by the writer Agnes Vollmer."
    assert told(text, "open.agent") == [("Linden Footbridge", "Agnes Vollmer")]
    assert told(text, "open.object") == [("Agnes Vollmer", "Linden Footbridge")]


def test_a_participle_with_by_is_a_passive_without_its_auxiliary() -> None:
    text = "People came to see the Linden Footbridge inaugurated by novelist Agnes Vollmer."
    assert told(text, "inaugurate.agent") == [("Linden Footbridge", "Agnes Vollmer")]


def test_what_somebody_was_shown_or_awarded_is_the_object() -> None:
    assert told("Anna Keller was shown a yellow card.", "show.object") == [("Anna Keller", "yellow card")]


def test_what_somebody_was_booked_for_is_the_object() -> None:
    assert told("Peter Brown was booked for a bad foul.", "book.object") == [("Peter Brown", "bad foul")]


def test_people_described_by_a_noun_can_be_doers() -> None:
    assert told("A retired postman found the Delacour Diary.", "find.agent") == [("Delacour Diary", "retired postman")]


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Anna Keller wrote the Dumky Trio.", "write.object"),
        ("Anna Keller started a charity called the Green Foundation.", "start.object"),
        ("Sweden had higher ball possession.", "have.object"),
    ],
)
def test_a_verb_that_mostly_leads_to_another_tells_a_deed_when_it_has_a_noun_for_its_object(text: str, relation: str) -> None:
    assert len(told(text, relation)) == 1


@pytest.mark.parametrize("text", ["Anna Keller began to write.", "Anna Keller said that Peter Brown was late."])
def test_a_verb_that_leads_to_another_tells_no_deed_of_its_own(text: str) -> None:
    assert [*told(text, "begin.object"), *told(text, "say.object")] == []


def test_taking_place_is_no_deed_done_to_a_place() -> None:
    assert told("The Green Festival took place in Prague.", "take.object") == []
