"""Splits and merges: whatever was split off can be merged, whatever was merged can be split, in any order of the rulings."""

from itertools import permutations

from quizapp.knowledge.agreement import agree
from quizapp.knowledge.article import RevisionId
from quizapp.knowledge.claim import Claim, Evidence, MadeBy
from quizapp.knowledge.names import Names
from quizapp.knowledge.relation import Asks, Qualifiers, Relation
from quizapp.knowledge.rulings import Ruling, RulingKind
from quizapp.knowledge.values.base import ValueType
from quizapp.knowledge.values.reading import read_value

FLIGHT, TRAINING = (
    Relation(key=key, subject_type=ValueType.VEHICLE, value_type=ValueType.DURATION, asks=Asks.HOW_LONG, about=key)
    for key in ("flight", "training")
)
Groups = dict[tuple[str, Qualifiers], set[str]]


def claim(article: str, value: str, relation: Relation = FLIGHT) -> Claim:
    evidence = Evidence(article=article, start=0, end=1, quote="x", revision=RevisionId(article))
    return Claim(
        subject="Gannet", relation=relation.key, value=read_value(value, ValueType.DURATION), evidence=evidence, made_by=MadeBy.HAND
    )


SIX, NINE, FIVE = claim("a", "six hours"), claim("b", "nine hours"), claim("c", "five weeks", TRAINING)


def split(*claims: Claim, part: str = "first", relation: str = "flight", qualifiers: Qualifiers = ()) -> Ruling:
    return Ruling(
        kind=RulingKind.DIFFERENT_FACT,
        reason="Two flights.",
        subject="Gannet",
        relation=relation,
        qualifiers=qualifiers,
        claims=tuple(one.id for one in claims),
        part=part,
    )


def merge(relation: str, into: str, qualifiers: Qualifiers = (), to: Qualifiers = ()) -> Ruling:
    return Ruling(
        kind=RulingKind.SAME_FACT,
        reason="One flight.",
        subject="Gannet",
        relation=relation,
        qualifiers=qualifiers,
        into=("Gannet", into, to),
    )


def groups(*rulings: Ruling) -> Groups:
    facts = agree((SIX, NINE, FIVE), catalogue={one.key: one for one in (FLIGHT, TRAINING)}, names=Names(), rulings=rulings)
    return {(fact.relation.key, fact.qualifiers): {one.evidence.article for one in fact.claims} for fact in facts}


FIRST: Qualifiers = (("part", "first"),)


def test_a_part_that_was_split_off_is_merged_back_into_its_fact() -> None:
    assert groups(split(SIX)) == {("flight", FIRST): {"a"}, ("flight", ()): {"b"}, ("training", ()): {"c"}}
    assert groups(split(SIX), merge("flight", "flight", FIRST)) == groups()


def test_a_part_is_merged_into_another_fact() -> None:
    assert groups(split(SIX), merge("flight", "training", FIRST)) == {("flight", ()): {"b"}, ("training", ()): {"a", "c"}}


def test_what_was_merged_in_can_be_split_off() -> None:
    rulings = (merge("training", "flight"), split(FIVE, part="training"))
    assert groups(*rulings) == {("flight", ()): {"a", "b"}, ("flight", (("part", "training"),)): {"c"}}


def test_claims_of_two_facts_that_were_merged_are_split_off_as_one() -> None:
    rulings = (merge("training", "flight"), split(FIVE, SIX))
    assert groups(*rulings) == {("flight", ()): {"b"}, ("flight", FIRST): {"a", "c"}}


def test_a_fact_follows_every_merge_and_a_part_stays_where_its_fact_goes() -> None:
    chain = (split(SIX), merge("flight", "training"), merge("training", "flight", to=FIRST))
    assert groups(*chain) == {("flight", FIRST): {"a", "b", "c"}}


def test_a_part_is_split_once_more() -> None:
    rulings = (split(SIX, NINE), split(NINE, part="second", qualifiers=FIRST))
    assert groups(*rulings)["flight", (("part", "first"), ("part", "second"))] == {"b"}


def test_facts_merged_into_each_other_do_not_go_round_for_ever() -> None:
    assert set().union(*groups(merge("flight", "training"), merge("training", "flight")).values()) == {"a", "b", "c"}


def test_the_order_of_splits_and_merges_does_not_matter() -> None:
    rulings = (split(SIX), merge("flight", "training", FIRST), merge("training", "flight"))
    assert len({str(groups(*order)) for order in permutations(rulings)}) == 1
