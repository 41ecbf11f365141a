"""How many and how much."""

from quizapp.knowledge.fact import Verdict
from tests.knowledge.extractors.reading import asked, claims_of, told
from tests.knowledge.extractors.test_extract import facts_of


def test_how_tall_and_how_much_worth_can_be_asked() -> None:
    assert asked("The Kelm Tower is 30 metres tall.", "be.how_much") == ["How tall is the Kelm Tower?"]
    assert asked("The Orlec Mill is worth 2 million euros.", "be_worth.how_much") == ["How much is the Orlec Mill worth?"]


def test_a_price_is_that_of_the_thing_sold() -> None:
    text = "Anna Keller bought the Orlec Mill for 85 million euros."
    assert told(text, "buy.how_much") == told("The Orlec Mill was bought for 85 million euros.", "buy.how_much")
    assert asked(text, "buy.how_much") == ["For how much did Anna Keller buy the Orlec Mill?"]


def test_a_share_that_rises_says_how_far_and_contradicts_no_other() -> None:
    (claim,) = claims_of("Unemployment in Poland rose to 12 percent.", "rise.how_much")
    assert dict(claim.qualifiers)["reach"] == "to"
    assert claim.shape is not None
    assert claim.shape.cardinality.value == "many"
    assert claim.shape.wordings[0].ask == "To what percentage did unemployment in Poland rise?"


def test_what_nobody_by_name_found_is_counted_alike_in_active_and_passive() -> None:
    active = claims_of("Workers in a quarry at Orlec have found 84 old coins.", "find.how_many")
    passive = claims_of("A total of 84 old coins were found by workers in a quarry at Orlec.", "find.how_many")
    assert [(claim.subject, claim.value.normal) for claim in active] == [(claim.subject, claim.value.normal) for claim in passive]
    assert len(active) == 1


def test_how_many_were_aboard_is_not_how_many_were_sailed_with() -> None:
    text = "The ferry Saint Olave sank off Orlec with 160 people aboard."
    assert told(text, "sink.how_many") == []
    assert [value for _, value in told(text, "have.how_many")] == ["160 people"]


def test_members_of_two_years_and_victims_in_two_countries_are_no_contradiction() -> None:
    facts = facts_of("The Orlec Club had 300 members in 1990.", "The Orlec Club had 500 members in 2010.")
    assert facts["have.how_many"].verdict is not Verdict.DISPUTED
    facts = facts_of("The Orlec Storm killed 12 people in Poland.", "The Orlec Storm killed 3 people in Sweden.")
    assert facts["kill.how_many"].verdict is not Verdict.DISPUTED


def test_two_counts_of_one_thing_contradict_each_other() -> None:
    facts = facts_of("The Orlec Storm killed 12 people.", "The Orlec Storm killed 15 people.")
    assert facts["kill.how_many"].verdict is Verdict.DISPUTED


def test_these_three_are_counted_nowhere() -> None:
    assert told("These three memoirs contain many errors.", "contain.how_many") == []
