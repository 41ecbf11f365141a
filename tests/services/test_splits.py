"""A part that was split off a fact is merged: foreseen, made, taken back; it holds when texts and files change."""

from datetime import timedelta

import pytest

from quizapp.knowledge.fact import Fact
from quizapp.knowledge.rulings import Ruling, RulingKind
from quizapp.services import fact_views, revising, rulings
from quizapp.services.check import check_bank
from quizapp.services.database import Database
from quizapp.services.deciding import Actor
from quizapp.services.errors import FieldRefused
from quizapp.services.rulings import Made
from quizapp.storage.record import record_of
from services.balloon import MORNING, NOW, World
from services.knowing import library, states
from services.playing import dump

LATER = NOW + timedelta(days=1)
AFTER = NOW + timedelta(days=2)
PART = (("part", "first"),)


def split(db: Database, balloon: World, rita: Actor, *, article: str = "morning.txt", part: str = "first") -> Made:
    """Split what one article says off the fact."""
    apart = tuple(claim.id for claim in flight(db).claims if claim.evidence.article == article)
    assert balloon.fact("flight_time").id == flight(db).id
    key = {"subject": "Gannet", "relation": "flight_time"}
    ruling = Ruling(kind=RulingKind.DIFFERENT_FACT, reason="Two flights.", claims=apart, part=part, **key)  # type: ignore[arg-type]
    return rulings.make_ruling(db, ruling=ruling, actor=rita, now=LATER)


def flight(db: Database, qualifiers: tuple[tuple[str, str], ...] = ()) -> Fact:
    """The fact, or its part."""
    return next(one for one in library(db).scope.facts if (one.relation.key, one.qualifiers) == ("flight_time", qualifiers))


BACK = Ruling(
    kind=RulingKind.SAME_FACT,
    reason="One flight after all.",
    subject="Gannet",
    relation="flight_time",
    qualifiers=PART,
    into=("Gannet", "flight_time", ()),
)


def test_merging_a_part_back_is_as_if_it_had_never_been_split_off(db: Database, balloon: World, rita: Actor) -> None:
    before, stood = library(db), states(db)
    split(db, balloon, rita)
    assert library(db).playable.keys() != before.playable.keys()
    made = rulings.make_ruling(db, ruling=BACK, actor=rita, now=LATER)
    after = library(db)
    assert after.scope.facts == before.scope.facts
    assert states(db).items() >= stood.items()
    assert after.playable.keys() == before.playable.keys()
    assert any(one.came_back for one in made.effect.touched)
    assert check_bank(db) == ()


def test_it_is_foreseen_without_changing_anything(db: Database, balloon: World, rita: Actor) -> None:
    split(db, balloon, rita)
    part = flight(db, PART).id
    before = dump(db)
    seen = rulings.foresee_ruling(db, ruling=BACK)
    assert dump(db) == before
    made = rulings.make_ruling(db, ruling=BACK, actor=rita, now=LATER)
    assert {one.fact.id for one in seen.facts} == {part, flight(db).id}
    assert seen.facts == made.effect.facts
    assert [one.came_back for one in seen.touched] == [one.came_back for one in made.effect.touched]


def test_taking_the_merge_back_leaves_the_part_split_off(db: Database, balloon: World, rita: Actor) -> None:
    split(db, balloon, rita)
    apart, stood = library(db), states(db)
    row = rulings.make_ruling(db, ruling=BACK, actor=rita, now=LATER).row
    rulings.withdraw_ruling(db, ruling=row, reason="They were two.", actor=rita, now=AFTER)
    assert library(db).scope.facts == apart.scope.facts
    assert states(db).items() >= stood.items()
    with db.reading() as connection:
        acts = [act.action for act in record_of(connection, kind="ruling", subject=str(row))]
    assert acts == ["ruling made", "ruling withdrawn"]


def test_a_part_is_merged_into_another_fact(db: Database, balloon: World, rita: Actor) -> None:
    split(db, balloon, rita)
    part, into = flight(db, PART), balloon.fact("training_time")
    fact = fact_views.fact_key(db, fact=part.id)
    assert into.id in {one.fact for one in fact_views.facts_to_merge(db, fact=part.id)}
    ruling = Ruling(
        kind=RulingKind.SAME_FACT,
        reason="The same.",
        subject=fact[0],
        relation=fact[1],
        qualifiers=fact[2],
        into=fact_views.fact_key(db, fact=into.id),
    )
    rulings.make_ruling(db, ruling=ruling, actor=rita, now=LATER)
    merged = library(db).scope.fact(into.id)
    assert merged is not None
    assert {one.id for one in merged.claims} == {one.id for one in (*part.claims, *into.claims)}
    assert library(db).scope.fact(part.id) is None


def test_both_rulings_stand_on_the_page_of_the_fact(db: Database, balloon: World, rita: Actor) -> None:
    split(db, balloon, rita)
    rulings.make_ruling(db, ruling=BACK, actor=rita, now=LATER)
    kinds = [one.value.kind for one in fact_views.one_fact(db, fact=flight(db).id).rulings]
    assert kinds == [RulingKind.DIFFERENT_FACT, RulingKind.SAME_FACT]


def test_it_holds_in_a_corrected_text_and_when_the_files_are_read_again(db: Database, balloon: World, rita: Actor) -> None:
    split(db, balloon, rita)
    rulings.make_ruling(db, ruling=BACK, actor=rita, now=LATER)
    before = {one.id for one in library(db).scope.facts}
    longer = MORNING.replace("Brack\n\n", "Brack\n\nA corrected report. ", 1)
    revising.revise(db, article="the-gannet-rises-over-brack", text=longer, reason="A line was missing.", actor=rita, now=LATER)
    assert {one.id for one in library(db).scope.facts} == before
    balloon.load(db, digest="second", now=AFTER)
    assert {one.id for one in library(db).scope.facts} == before


def test_a_part_that_was_merged_takes_no_more_passages_in(db: Database, balloon: World, rita: Actor) -> None:
    split(db, balloon, rita)
    rulings.make_ruling(db, ruling=BACK, actor=rita, now=LATER)
    with pytest.raises(FieldRefused, match="was merged with another fact") as refused:
        split(db, balloon, rita, article="evening.txt")
    assert refused.value.field == "part"
    split(db, balloon, rita, article="evening.txt", part="second")
    assert {one.evidence.article for one in flight(db, (("part", "second"),)).claims} == {"evening.txt"}
