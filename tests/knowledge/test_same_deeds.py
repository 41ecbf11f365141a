"""Verbs that tell one deed."""

import pytest

from quizapp.knowledge.fact import Verdict
from quizapp.knowledge.same_deeds import same_deed
from tests.knowledge.extractors.test_extract import facts_of


@pytest.mark.parametrize(
    ("relation", "kept"),
    [
        ("inaugurate.when", "open.when"),
        ("construct.agent", "build.agent"),
        ("carry.how_many", "have.how_many"),
        ("carry.object", "carry.object"),
        ("wound.how_many", "injure.how_many"),
        ("kill.how_many", "kill.how_many"),
        ("crew_up", "crew_up"),
    ],
)
def test_a_relation_is_kept_under_the_first_verb_of_its_group(relation: str, kept: str) -> None:
    assert same_deed(relation) == kept


def test_articles_that_choose_other_verbs_for_one_deed_corroborate_each_other() -> None:
    facts = facts_of("The Tessel Bridge has four lanes.", "The Tessel Bridge carries four lanes.")
    assert facts["have.how_many"].verdict is Verdict.CORROBORATED


def test_other_verbs_for_one_deed_can_contradict_each_other() -> None:
    facts = facts_of("Dunmarrow Library was opened in 1932.", "Dunmarrow Library was inaugurated in 1935.")
    assert facts["open.when"].verdict is Verdict.DISPUTED


def test_killed_and_wounded_are_two_facts() -> None:
    facts = facts_of("The Orlec Storm killed 12 people.", "The Orlec Storm wounded 30 people.")
    assert not any(fact.verdict is Verdict.DISPUTED for fact in facts.values())
