"""An extracted claim meets the hand-made fact that it speaks of."""

import pytest

from quizapp.knowledge.agreement import agree
from quizapp.knowledge.article import RevisionId
from quizapp.knowledge.claim import Claim, Evidence, MadeBy
from quizapp.knowledge.fact import Fact, Verdict
from quizapp.knowledge.names import Names
from quizapp.knowledge.relation import Answer, Asks, Qualifiers, Relation
from quizapp.knowledge.values.base import ValueType
from quizapp.knowledge.values.reading import read_value

EARTH = Answer(relation="leave.when", when=(("object", "Earth"),))
DEPARTURE = Relation(
    key="left_on", subject_type=ValueType.GROUP, value_type=ValueType.DATE, asks=Asks.WHEN, about="the departure", answers=(EARTH,)
)
HOME = Relation(
    key="home",
    subject_type=ValueType.PERSON,
    value_type=ValueType.PLACE,
    asks=Asks.WHERE,
    about="the home",
    answers=(Answer(relation="live.where"),),
)


def said(
    subject: str,
    value: str,
    relation: str,
    *,
    at: str = "b",
    qualifiers: Qualifiers = (),
    kind: ValueType = ValueType.DATE,
    open_one: bool = True,
) -> Claim:
    shape = Relation(key=relation, subject_type=ValueType.PERSON, value_type=kind, asks=Asks.WHEN, about="when") if open_one else None
    return Claim(
        subject=subject,
        relation=relation,
        value=read_value(value, kind),
        evidence=Evidence(article=at, start=0, end=1, quote="x", revision=RevisionId(at)),
        made_by=MadeBy.EXTRACTED if open_one else MadeBy.HAND,
        qualifiers=qualifiers,
        shape=shape,
    )


def facts_of(*claims: Claim) -> dict[str, Fact]:
    catalogue = {relation.key: relation for relation in (DEPARTURE, HOME)}
    catalogue |= {claim.relation: claim.shape for claim in claims if claim.shape}
    return {fact.relation.key: fact for fact in agree(claims, catalogue=catalogue, names=Names())}


BY_HAND = said("Ann Lee and Tom Roe", "5 May 2015", "left_on", at="a", open_one=False)
FROM_EARTH: Qualifiers = (("object", "earth"),)


@pytest.mark.parametrize(("day", "verdict"), [("5 May 2015", Verdict.CORROBORATED), ("7 May 2015", Verdict.DISPUTED)])
def test_an_open_relation_that_answers_corroborates_or_contradicts(day: str, verdict: Verdict) -> None:
    facts = facts_of(BY_HAND, said("Ann Lee and Tom Roe", day, "leave.when", qualifiers=FROM_EARTH))
    assert facts["left_on"].verdict is verdict


def test_what_two_did_together_each_of_them_did() -> None:
    fact = facts_of(said("Tom Roe", "5 May 2015", "leave.when", qualifiers=FROM_EARTH), BY_HAND)["left_on"]
    assert (fact.subject, fact.verdict) == ("Ann Lee and Tom Roe", Verdict.CORROBORATED)


def test_another_verb_for_the_same_deed_answers_too() -> None:
    assert facts_of(BY_HAND, said("Tom Roe", "5 May 2015", "depart.when", qualifiers=FROM_EARTH))["left_on"].verdict is Verdict.CORROBORATED


@pytest.mark.parametrize("qualifiers", [(), (("object", "moscow"),), (("object", "earth"), ("to", "mars"))])
def test_a_deed_with_another_object_is_another_fact(qualifiers: Qualifiers) -> None:
    facts = facts_of(BY_HAND, said("Tom Roe", "7 May 2015", "leave.when", qualifiers=qualifiers))
    assert facts["left_on"].verdict is Verdict.STATED
    assert "leave.when" in facts


def test_another_place_is_no_contradiction_but_another_fact() -> None:
    by_hand = said("Ann Lee", "Lyon", "home", at="a", kind=ValueType.PLACE, open_one=False)
    facts = facts_of(by_hand, said("Ann Lee", "Rome", "live.where", kind=ValueType.PLACE))
    assert facts["home"].verdict is Verdict.STATED
    assert facts_of(by_hand, said("Ann Lee", "Lyon", "live.where", kind=ValueType.PLACE))["home"].verdict is Verdict.CORROBORATED


def test_nothing_moves_where_no_person_made_the_fact() -> None:
    assert set(facts_of(said("Ann Lee", "5 May 2015", "leave.when", qualifiers=FROM_EARTH))) == {"leave.when"}
