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


def test_counted_people_have_a_rescuer_too() -> None:
    text = "On Friday, fishermen rescued over 700 stranded sailors."
    assert told(text, "rescue.agent") == [("over 700 stranded sailors", "fishermen")]


def test_people_who_act_as_one_are_doers() -> None:
    assert told("The city council opened the Delacour Library.", "open.agent") == [("Delacour Library", "city council")]


def test_a_thing_that_did_it_is_told_after_by() -> None:
    assert told("The Orlec Mill was destroyed by a great fire.", "destroy.agent") == [("Orlec Mill", "great fire")]


def test_one_bare_noun_says_enough_after_of() -> None:
    assert told("Peter Brown died of pneumonia.", "die.object") == [("Peter Brown", "pneumonia")]


def test_what_is_asked_of_somebody_not_to_do_denies_nothing() -> None:
    text = "Anna Keller asked Peter Brown not to sell the Orlec Mill."
    assert told(text, "sell.object") == []


def test_who_stands_at_the_wheel_is_no_party_of_the_deed() -> None:
    text = "The Corvina made its first flight with Captain Henrik Olm at the wheel."
    assert "Henrik Olm" not in [value for _, value in told(text, "make.object")]


def test_what_is_done_by_force_is_done_by_nobody_called_force() -> None:
    assert told("The Orlec Congress was dissolved by force.", "dissolve.object") == []
