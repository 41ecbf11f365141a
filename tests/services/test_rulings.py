"""Rulings on facts and names: foreseen, made, on the record with all that follows, and taken back."""

from datetime import timedelta

import pytest
from sqlalchemy import text

from quizapp.knowledge.fact import Fact, Verdict
from quizapp.knowledge.rulings import Ruling, RulingKind
from quizapp.questions.item import State
from quizapp.services import rulings
from quizapp.services.check import check_bank
from quizapp.services.database import Database
from quizapp.services.deciding import Actor
from quizapp.services.errors import Conflict, FieldRefused, NotFound
from quizapp.services.ruling_views import list_rulings
from quizapp.storage.record import record_of
from services.balloon import NOW, World
from services.knowing import library
from services.playing import count, dump

LATER = NOW + timedelta(days=1)


def on(fact: Fact, kind: RulingKind, **more: object) -> Ruling:
    key = {"subject": fact.subject, "relation": fact.relation.key, "qualifiers": fact.qualifiers}
    return Ruling(kind=kind, reason="Rita read both.", **key, **more)  # type: ignore[arg-type]


def states(db: Database, fact: Fact) -> list[State]:
    return [one.state for one in library(db).bank if one.value.fact == fact.id]


def test_a_fact_ruled_disputed_takes_its_plain_questions_out_of_play(db: Database, balloon: World, rita: Actor) -> None:
    fact = balloon.fact("gas_held")
    made = rulings.make_ruling(db, ruling=on(fact, RulingKind.DISPUTED), actor=rita, now=LATER)
    now_known = library(db).scope.fact(fact.id)
    assert now_known is not None
    assert now_known.verdict is Verdict.DISPUTED
    assert [one.left_play for one in made.effect.touched if one.item in balloon.items("gas_held")] == [True]
    assert State.APPROVED not in states(db, fact)
    assert check_bank(db) == ()


def test_what_a_ruling_will_change_is_foreseen_without_changing_anything(db: Database, balloon: World, rita: Actor) -> None:
    ruling = on(balloon.fact("gas_held"), RulingKind.NOT_ASKED)
    before = dump(db)
    seen = rulings.foresee_ruling(db, ruling=ruling)
    assert dump(db) == before
    assert rulings.make_ruling(db, ruling=ruling, actor=rita, now=LATER).effect == seen


def test_a_ruling_taken_back_brings_its_questions_back_as_they_were_approved(db: Database, balloon: World, rita: Actor) -> None:
    fact = balloon.fact("gas_held")
    before = library(db)
    row = rulings.make_ruling(db, ruling=on(fact, RulingKind.NOT_ASKED), actor=rita, now=LATER).row
    assert states(db, fact) == [State.CANDIDATE]
    effect = rulings.withdraw_ruling(db, ruling=row, reason="It was not so bad.", actor=rita, now=LATER)
    assert [one.came_back for one in effect.touched] == [True]
    assert states(db, fact) == [State.APPROVED]
    assert library(db).scope == before.scope
    assert library(db).playable.keys() == before.playable.keys()
    assert check_bank(db) == ()


def test_no_dispute_ends_a_dispute_and_the_opposite_ruling_is_withdrawn_with_it(db: Database, balloon: World, rita: Actor) -> None:
    fact = balloon.fact("flight_time")
    rulings.make_ruling(db, ruling=on(fact, RulingKind.NOT_A_DISPUTE), actor=rita, now=LATER)
    assert library(db).scope.fact(fact.id) != fact
    rulings.make_ruling(db, ruling=on(fact, RulingKind.DISPUTED), actor=rita, now=LATER)
    assert library(db).scope.fact(fact.id) == fact
    with db.reading() as connection:
        rows = connection.execute(text("SELECT kind, withdrawn_by FROM ruling WHERE fact = :fact ORDER BY id"), {"fact": fact.id}).all()
    assert [tuple(row) for row in rows] == [("not_a_dispute", "Rita"), ("disputed", None)]


def test_claims_taken_out_become_a_fact_of_their_own(db: Database, balloon: World, rita: Actor) -> None:
    fact = balloon.fact("flight_time")
    apart = tuple(claim.id for claim in fact.claims if claim.evidence.article == "morning.txt")
    made = rulings.make_ruling(db, ruling=on(fact, RulingKind.DIFFERENT_FACT, claims=apart, part="first flight"), actor=rita, now=LATER)
    facts = {one.qualifiers: one for one in library(db).scope.facts if one.relation.key == "flight_time"}
    assert set(facts) == {(), (("part", "first flight"),)}
    assert {one.verdict for one in facts.values()} == {Verdict.STATED}
    assert tuple(claim.id for claim in facts[(("part", "first flight"),)].claims) == apart
    assert any(one.left_play for one in made.effect.touched)
    assert check_bank(db) == ()


def test_all_claims_cannot_be_taken_out_and_none_neither(db: Database, balloon: World, rita: Actor) -> None:
    fact = balloon.fact("flight_time")
    whole = on(fact, RulingKind.DIFFERENT_FACT, claims=tuple(claim.id for claim in fact.claims), part="all")
    with pytest.raises(FieldRefused, match="some of the passages"):
        rulings.make_ruling(db, ruling=whole, actor=rita, now=LATER)
    assert count(db, "record") == 0


def test_two_facts_become_one_and_the_questions_of_the_one_that_is_gone_leave_play(db: Database, balloon: World, rita: Actor) -> None:
    fact, into = balloon.fact("flight_time"), balloon.fact("training_time")
    key = (into.subject, into.relation.key, into.qualifiers)
    made = rulings.make_ruling(db, ruling=on(fact, RulingKind.SAME_FACT, into=key), actor=rita, now=LATER)
    scope = library(db).scope
    assert scope.fact(fact.id) is None
    merged = scope.fact(into.id)
    assert merged is not None
    assert {claim.id for claim in merged.claims} == {claim.id for claim in (*fact.claims, *into.claims)}
    assert {one.item for one in made.effect.touched if one.left_play} >= set(balloon.items("flight_time"))
    assert State.APPROVED not in states(db, fact)
    assert check_bank(db) == ()
    rulings.withdraw_ruling(db, ruling=made.row, reason="They are two.", actor=rita, now=LATER)
    assert library(db).scope.facts == balloon.scope.facts


def test_facts_answered_by_different_kinds_of_things_are_not_merged(db: Database, balloon: World, rita: Actor) -> None:
    into = balloon.fact("gas_held")
    ruling = on(balloon.fact("flight_time"), RulingKind.SAME_FACT, into=(into.subject, into.relation.key, into.qualifiers))
    with pytest.raises(FieldRefused, match="different kinds"):
        rulings.make_ruling(db, ruling=ruling, actor=rita, now=LATER)


def test_two_spellings_ruled_to_be_two_people_turn_agreement_into_a_dispute(db: Database, balloon: World, rita: Actor) -> None:
    names = ("Lena Ostrov", "Lena Ostrow")
    ruling = Ruling(kind=RulingKind.DIFFERENT_NAME, reason="Two sisters.", names=names)
    rulings.make_ruling(db, ruling=ruling, actor=rita, now=LATER)
    fact = library(db).scope.fact(balloon.fact("steered_by").id)
    assert fact is not None
    assert fact.verdict is Verdict.DISPUTED
    assert State.APPROVED not in states(db, fact)
    with db.reading() as connection:
        stands = connection.scalars(text("SELECT kind FROM ruling WHERE withdrawn_at IS NULL")).all()
    assert stands == ["different_name"]
    assert check_bank(db) == ()


def test_a_pair_ruled_anew_goes_back_to_the_ruling_before_when_that_is_taken_back(db: Database, balloon: World, rita: Actor) -> None:
    before = library(db).scope
    two = Ruling(kind=RulingKind.DIFFERENT_NAME, reason="Two sisters.", names=("Lena Ostrow", "Lena Ostrov"))
    made = rulings.make_ruling(db, ruling=two, actor=rita, now=LATER)
    seen = rulings.foresee_withdrawal(db, ruling=made.row)
    assert rulings.withdraw_ruling(db, ruling=made.row, reason="One after all.", actor=rita, now=LATER + timedelta(hours=1)) == seen
    assert library(db).scope == before
    with db.reading() as connection:
        stands = connection.execute(text("SELECT kind, withdrawn_by, with_files FROM ruling WHERE withdrawn_at IS NULL")).all()
        last = record_of(connection, kind="ruling", subject=str(made.row))[-1]
    assert [tuple(row) for row in stands] == [("same_name", None, True)]
    assert [one["kind"] for one in last.new["rulings"]] == ["same_name"]  # type: ignore[index]


def test_look_alikes_of_which_no_ruling_is_left_neither_agree_nor_disagree(db: Database, balloon: World, rita: Actor) -> None:
    row = next(one.row for one in list_rulings(db) if one.value.kind is RulingKind.SAME_NAME)
    rulings.withdraw_ruling(db, ruling=row, reason="Nobody knows.", actor=rita, now=LATER)
    fact = library(db).scope.fact(balloon.fact("steered_by").id)
    assert fact is not None
    assert fact.verdict is Verdict.STATED
    assert library(db).scope.names.is_open("Lena Ostrov", "Lena Ostrow")
    waits = next(one.row for one in list_rulings(db) if one.stands and one.value.kind is RulingKind.OPEN_NAME)
    rulings.withdraw_ruling(db, ruling=waits, reason="Somebody knew.", actor=rita, now=LATER)
    assert library(db).scope == balloon.scope


def test_what_was_never_decided_cannot_be_taken_back(db: Database, balloon: World, rita: Actor) -> None:
    names = ("Vera Lund", "Vera Lundt")
    made = rulings.make_ruling(db, ruling=Ruling(kind=RulingKind.OPEN_NAME, reason="Who?", names=names), actor=rita, now=LATER)
    with pytest.raises(Conflict, match="Nobody has decided"):
        rulings.withdraw_ruling(db, ruling=made.row, reason="Away.", actor=rita, now=LATER)
    assert library(db).scope.names.is_open(*names)


def test_a_verdict_ruled_twice_goes_back_one_step_at_a_time(db: Database, balloon: World, rita: Actor) -> None:
    fact = balloon.fact("flight_time")
    first = rulings.make_ruling(db, ruling=on(fact, RulingKind.NOT_A_DISPUTE), actor=rita, now=LATER)
    after = library(db).scope
    second = rulings.make_ruling(db, ruling=on(fact, RulingKind.DISPUTED), actor=rita, now=LATER + timedelta(minutes=1))
    rulings.withdraw_ruling(db, ruling=second.row, reason="No.", actor=rita, now=LATER + timedelta(minutes=2))
    assert library(db).scope == after
    rulings.withdraw_ruling(db, ruling=first.row, reason="No.", actor=rita, now=LATER + timedelta(minutes=3))
    assert library(db).scope.fact(fact.id) == fact


def test_new_facts_give_candidates_that_wait_for_a_decision(db: Database, balloon: World, rita: Actor) -> None:
    ruling = Ruling(kind=RulingKind.DIFFERENT_NAME, reason="Two sisters.", names=("Lena Ostrov", "Lena Ostrow"))
    made = rulings.make_ruling(db, ruling=ruling, actor=rita, now=LATER)
    assert made.effect.new
    stored = {one.item: one.state for one in library(db).bank}
    assert {stored[one.item.id] for one in made.effect.new} == {State.CANDIDATE}


def test_each_act_is_one_line_of_the_record_besides_one_for_each_question_that_moved(db: Database, balloon: World, rita: Actor) -> None:
    made = rulings.make_ruling(db, ruling=on(balloon.fact("gas_held"), RulingKind.NOT_ASKED), actor=rita, now=LATER)
    left = [one for one in made.effect.touched if one.left_play]
    assert count(db, "record") == 1 + len(left)
    with db.reading() as connection:
        acts = record_of(connection, kind="ruling", subject=str(made.row))
        moved = [record_of(connection, kind="item", subject=one.item) for one in left]
    assert [(one.actor, one.action, one.why) for one in acts] == [("Rita", "ruling made", "Rita read both.")]
    assert [[one.action for one in entries] for entries in moved] == [["question left play"]] * len(left)


def test_a_ruling_that_stands_already_or_speaks_of_nothing_is_refused(db: Database, balloon: World, rita: Actor) -> None:
    ruling = on(balloon.fact("gas_held"), RulingKind.NOT_ASKED)
    rulings.make_ruling(db, ruling=ruling, actor=rita, now=LATER)
    with pytest.raises(Conflict, match="already"):
        rulings.make_ruling(db, ruling=ruling, actor=rita, now=LATER)
    unknown = Ruling(kind=RulingKind.DISPUTED, reason="?", subject="Nobody", relation="gas_held")
    with pytest.raises(NotFound):
        rulings.make_ruling(db, ruling=unknown, actor=rita, now=LATER)
    with pytest.raises(FieldRefused):
        rulings.withdraw_ruling(db, ruling=1, reason=" ", actor=rita, now=LATER)
    with pytest.raises(NotFound):
        rulings.withdraw_ruling(db, ruling=999, reason="Why.", actor=rita, now=LATER)


def test_what_fails_half_way_leaves_nothing(db: Database, balloon: World, rita: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    before = dump(db)

    def fails(*_: object, **__: object) -> None:
        raise RuntimeError("the power is gone")

    monkeypatch.setattr(rulings, "write_record", fails)
    with pytest.raises(RuntimeError):
        rulings.make_ruling(db, ruling=on(balloon.fact("gas_held"), RulingKind.NOT_ASKED), actor=rita, now=LATER)
    assert dump(db) == before
