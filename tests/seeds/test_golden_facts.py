"""The worked examples: what the five articles together say, and how surely."""

import pytest

from quizapp.knowledge.fact import Fact, Verdict
from quizapp.services.analysis import Analysis


def fact_of(seeds: Analysis, relation: str, **qualifiers: str) -> Fact:
    wanted = tuple(sorted(qualifiers.items()))
    (found,) = [fact for fact in seeds.scope.facts if fact.relation.key == relation and fact.qualifiers == wanted]
    return found


def values(fact: Fact) -> set[str]:
    return {position.value.display() for position in fact.positions}


def test_the_minutes_shot_in_space_have_three_positions_one_of_them_written_backwards(seeds: Analysis) -> None:
    fact = fact_of(seeds, "space_minutes")
    assert fact.verdict is Verdict.DISPUTED
    assert values(fact) == {"30 to 25 minutes", "25 to 35 minutes", "35 to 40 minutes"}


def test_the_hours_of_raw_footage_are_another_fact_than_the_minutes_of_the_film(seeds: Analysis) -> None:
    hours = [fact for fact in seeds.scope.facts if values(fact) == {"30 hours"}]
    assert len(hours) == 1
    assert hours[0].verdict is not Verdict.DISPUTED


def test_four_months_and_several_months_are_one_position_and_a_year_is_another(seeds: Analysis) -> None:
    fact = fact_of(seeds, "training_length")
    assert fact.verdict is Verdict.DISPUTED
    assert {position.value.display(): len(position.claims) for position in fact.positions} == {"1 year": 1, "4 months": 2}


def test_who_went_up_with_them_and_who_came_down_are_two_facts_and_no_dispute(seeds: Analysis) -> None:
    up, down = fact_of(seeds, "companion", direction="up"), fact_of(seeds, "companion", direction="down")
    assert (values(up), values(down)) == ({"Anton Shkaplerov"}, {"Oleg Novitsky"})
    assert {up.verdict, down.verdict} == {Verdict.CORROBORATED}


def test_doctor_and_surgeon_are_one_position(seeds: Analysis) -> None:
    fact = fact_of(seeds, "character_profession")
    assert values(fact) == {"surgeon"}
    assert fact.verdict is Verdict.CORROBORATED


def test_two_articles_give_the_patient_to_two_people(seeds: Analysis) -> None:
    fact = fact_of(seeds, "played_by")
    assert fact.verdict is Verdict.DISPUTED
    assert values(fact) == {"Oleg Novitsky", "Klim Shipenko"}


def test_the_first_film_in_space_is_limited_by_an_article(seeds: Analysis) -> None:
    fact = fact_of(seeds, "milestone")
    assert fact.verdict is Verdict.QUALIFIED
    assert {claim.reservation for claim in fact.claims} >= {"with asterisks"}


def test_a_spelling_ruled_to_be_one_person_does_not_split_a_position(seeds: Analysis) -> None:
    (position,) = fact_of(seeds, "companion", direction="up").positions
    assert any("Ahkaplerov" in claim.evidence.quote for claim in position.claims)


def test_a_plan_before_and_a_report_after_give_two_return_dates(seeds: Analysis) -> None:
    assert values(fact_of(seeds, "return_date")) == {"18 October 2021", "17 October"}


def test_every_quote_stands_in_its_article(seeds: Analysis) -> None:
    assert len(seeds.scope.claims) > 120
    assert [claim for claim in seeds.scope.claims if not seeds.scope.proves(claim.evidence)] == []


@pytest.mark.parametrize("verdict", list(Verdict))
def test_every_verdict_occurs(seeds: Analysis, verdict: Verdict) -> None:
    assert any(fact.verdict is verdict for fact in seeds.scope.facts)
