"""Re-checking: what changed knowledge makes of stored questions."""

from datetime import timedelta

from sqlalchemy import text

from quizapp.knowledge.rulings import Ruling, RulingKind
from quizapp.knowledge.scope import Scope
from quizapp.questions.item import State
from quizapp.services.database import Database
from quizapp.services.deciding import Actor
from quizapp.services.rechecking import CHECKER, Rechecked, recheck
from quizapp.services.regrouping import regroup
from quizapp.storage.record import record_of
from quizapp.storage.scopes import mark_changed
from services.balloon import NOW, World
from services.knowing import library
from services.playing import count

LATER = NOW + timedelta(days=1)


def ruled(balloon: World, kind: RulingKind, relation: str) -> Scope:
    """The library if this were ruled."""
    ruling = Ruling(kind=kind, reason="Rita read both.", subject="Gannet", relation=relation)
    return regroup(balloon.scope, (*balloon.rulings, ruling))


def run(db: Database, scope: Scope, *, actor: Actor | None = None, bring_back: bool = False) -> tuple[Rechecked, ...]:
    head = library(db).head
    with db.writing() as connection:
        mark_changed(connection, head, head.digest)
        return recheck(connection, scope=head.id, known=scope, now=LATER, why="It was ruled so.", actor=actor, bring_back=bring_back)


def test_where_nothing_changed_nothing_is_touched(db: Database, balloon: World) -> None:
    assert run(db, balloon.scope) == ()
    assert count(db, "record") == 0


def test_a_question_that_breaks_an_absolute_rule_leaves_play_with_the_reason(db: Database, balloon: World) -> None:
    touched = run(db, ruled(balloon, RulingKind.NOT_ASKED, "gas_held"))
    assert [one.item for one in touched if one.left_play] == balloon.items("gas_held")
    found = next(one for one in library(db).bank if one.item == touched[0].item)
    assert found.state is State.CANDIDATE
    assert found.decision is not None
    assert found.decision.actor == CHECKER
    assert found.decision.reason == "It was ruled so. A ruling says that this may not be asked."
    assert found.item not in library(db).playable


def test_its_checks_are_stored_anew(db: Database, balloon: World) -> None:
    touched = run(db, ruled(balloon, RulingKind.NOT_ASKED, "gas_held"))
    found = next(one for one in library(db).bank if one.item == touched[0].item)
    assert [check.name for check in found.checks if not check.passed] == ["may be asked"]


def test_a_question_whose_fact_is_gone_cannot_be_approved_again(db: Database, balloon: World) -> None:
    kept = [claim for claim in balloon.scope.claims if claim.relation != "gas_held"]
    touched = run(db, regroup(balloon.scope, balloon.rulings, claims=kept))
    mine = next(one for one in touched if one.item in balloon.items("gas_held"))
    assert mine.left_play
    assert (mine.failing[0].name, mine.failing[0].absolute) == ("fact known", True)


def test_the_record_names_who_ruled_or_else_the_program(db: Database, balloon: World, rita: Actor) -> None:
    item = run(db, ruled(balloon, RulingKind.NOT_ASKED, "gas_held"), actor=rita)[0].item
    other = run(db, ruled(balloon, RulingKind.NOT_ASKED, "spectators"))
    with db.reading() as connection:
        mine = record_of(connection, kind="item", subject=item)
        theirs = [record_of(connection, kind="item", subject=one.item) for one in other if one.left_play]
    assert [(one.actor, one.action) for one in mine] == [("Rita", "question left play")]
    assert [[(one.actor, one.actor_id) for one in acts] for acts in theirs] == [[(CHECKER, None)]]


def test_only_when_asked_for_does_a_question_come_back(db: Database, balloon: World, rita: Actor) -> None:
    item = run(db, ruled(balloon, RulingKind.NOT_ASKED, "gas_held"))[0].item
    assert [one.came_back for one in run(db, balloon.scope)] == [False]
    assert item not in library(db).playable
    run(db, ruled(balloon, RulingKind.NOT_ASKED, "gas_held"))
    assert [one.came_back for one in run(db, balloon.scope, actor=rita, bring_back=True)] == [True]
    assert item in library(db).playable


def test_what_a_person_rejected_or_retired_is_left_alone(db: Database, balloon: World) -> None:
    item = balloon.items("gas_held")[0]
    with db.writing() as connection:
        connection.execute(
            text(
                "UPDATE decision SET state = 'retired', action = 'retire' WHERE item_version_id IN "
                "(SELECT v.id FROM item_version v JOIN item i ON i.id = v.item_id WHERE i.item = :item)"
            ),
            {"item": item},
        )
        connection.execute(text("UPDATE scope SET knowledge = knowledge + 1, generation = generation + 1"))
    assert item not in {one.item for one in run(db, ruled(balloon, RulingKind.NOT_ASKED, "gas_held"))}
