"""Deeds and doers told by nouns."""

from quizapp.knowledge.fact import Verdict
from tests.knowledge.extractors.reading import asked, told
from tests.knowledge.extractors.test_extract import facts_of


def test_an_opening_tells_when_something_opened() -> None:
    assert told("The opening of the Linden Footbridge in 1932 drew a crowd.", "open.when") == [("Linden Footbridge", "1932")]


def test_a_death_tells_when_its_owner_died() -> None:
    text = "Anna Keller wrote many books. Her death in 1951 shocked the town."
    assert told(text, "die.when") == [("Anna Keller", "1951")]


def test_a_founder_founded() -> None:
    text = "Anna Keller, founder of Dunmarrow Library, wrote to the mayor."
    assert told(text, "found.agent") == [("Dunmarrow Library", "Anna Keller")]


def test_what_the_noun_belongs_to_must_have_a_name() -> None:
    assert told("The opening of a small shop in 1932 drew a crowd.", "open.when") == []


def test_no_question_is_made_where_no_verb_tells_the_deed() -> None:
    assert asked("The opening of the Linden Footbridge in 1932 drew a crowd.", "open.when") == []


def test_noun_and_verb_of_one_deed_come_to_one_fact() -> None:
    facts = facts_of("The opening of the Linden Footbridge in 1932 drew a crowd.", "The Linden Footbridge was inaugurated in 1932.")
    assert facts["open.when"].verdict is Verdict.CORROBORATED
