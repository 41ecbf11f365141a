"""Learning from decisions: a fit needs enough of them, is calibrated, recorded, used at once, and can be taken back."""

from collections.abc import Iterable
from random import Random

import pytest
from sqlalchemy import func, select

from quizapp.questions.confidence import shipped
from quizapp.questions.item import State
from quizapp.services import confidence
from quizapp.services.confidence import fit_confidence, go_back
from quizapp.services.database import Database
from quizapp.services.errors import Conflict
from quizapp.services.known import Known, known
from quizapp.services.players import begin_visit
from quizapp.storage.bank_store import Decided, add_decision
from quizapp.storage.learning import in_use, labels
from quizapp.storage.record import record_of
from quizapp.storage.tables.learning import CoefficientsRow
from services.balloon import LATER, NOW, world
from services.playing import begin

REASON = "Nobody asks this."


@pytest.fixture(autouse=True)
def few_are_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    """The balloon's library has few questions."""
    monkeypatch.setattr(confidence, "FEWEST", 4)


def library(db: Database) -> Known:
    with db.reading() as connection:
        found = known(db, connection)
    assert found is not None
    return found


def decide(db: Database, state: State, items: Iterable[str]) -> None:
    """Rita decides on these."""
    found = library(db)
    mine = {one.item: one for one in found.bank}
    with db.writing() as connection:
        for name in items:
            one = mine[name]
            decided = Decided(state=state, reason=REASON, actor="Rita")
            add_decision(connection, found.head.id, one.row, decided, content=one.content, now=NOW)


def rita_rejects_half(db: Database) -> list[str]:
    names = sorted(one.item for one in library(db).bank)
    decide(db, State.REJECTED, names[::2])
    decide(db, State.APPROVED, names[1::2])
    return names


def estimates(db: Database) -> dict[str, float]:
    return {one.item: one.value.confidence for one in library(db).bank}


def test_what_came_with_the_files_is_no_label(db: Database) -> None:
    with db.reading() as connection:
        assert labels(connection) == ()
    with pytest.raises(Conflict, match="0 questions"):
        fit_confidence(db, actor="Rita", now=NOW)


def test_decisions_that_are_all_alike_teach_nothing(db: Database) -> None:
    decide(db, State.APPROVED, (one.item for one in library(db).bank))
    with pytest.raises(Conflict, match="alike"):
        fit_confidence(db, actor="Rita", now=NOW)


def test_the_last_decision_on_a_version_is_its_label(db: Database) -> None:
    first = library(db).bank[0].item
    decide(db, State.REJECTED, [first])
    decide(db, State.APPROVED, [first])
    with db.reading() as connection:
        assert [one.accepted for one in labels(connection)] == [True]


def test_a_fit_is_stored_recorded_and_used_for_every_question(db: Database) -> None:
    names, before = rita_rejects_half(db), estimates(db)
    done = fit_confidence(db, actor="Rita", now=LATER)
    assert (done.cases, done.accepted, done.written) == (len(names), len(names[1::2]), len(names))
    assert done.before.cases == done.after.cases == len(names)
    after = estimates(db)
    assert after != before
    with db.reading() as connection:
        (entry,) = record_of(connection, kind="confidence", subject="1")
        assert in_use(connection) is not None
    assert (entry.actor, entry.action, entry.old, entry.new) == ("Rita", "confidence fitted", {"version": None}, {"version": done.version})


def test_rejections_make_the_estimates_smaller(db: Database) -> None:
    rita_rejects_half(db)
    fit_confidence(db, actor="Rita", now=NOW)
    learned = sum(estimates(db).values())
    go_back(db, actor="Rita", now=LATER)
    assert learned < sum(estimates(db).values())


def test_the_same_decisions_give_the_same_coefficients(db: Database) -> None:
    rita_rejects_half(db)
    fit_confidence(db, actor="Rita", now=NOW)
    first = estimates(db)
    fit_confidence(db, actor="Rita", now=LATER)
    assert estimates(db) == first
    with db.reading() as connection:
        assert connection.scalar(select(func.count()).select_from(CoefficientsRow)) == 2, "both stay"


def test_going_back_uses_what_was_used_before_and_at_last_what_is_shipped(db: Database) -> None:
    rita_rejects_half(db)
    first = fit_confidence(db, actor="Rita", now=NOW).version
    learned = estimates(db)
    decide(db, State.REJECTED, (one.item for one in library(db).bank[:-1]))
    fit_confidence(db, actor="Rita", now=LATER)
    assert estimates(db) != learned
    assert go_back(db, actor="Rita", now=LATER).version == first
    assert estimates(db) == learned
    assert go_back(db, actor="Rita", now=LATER).version is None
    with db.reading() as connection:
        assert in_use(connection) is None
        assert confidence.coefficients(connection) == shipped()
        assert [entry.action for entry in record_of(connection, kind="confidence", subject="1")].count("confidence taken back") == 2
    with pytest.raises(Conflict, match="nothing to go back to"):
        go_back(db, actor="Rita", now=LATER)


def test_players_tell_the_difficulty_where_ten_have_answered(db: Database, rng: Random) -> None:
    for _ in range(10):
        game = begin(db, begin_visit(db, now=NOW, rng=rng).visit.player)
        while (view := game.current_or_none()) is not None:
            game.answer_wrong(view)
    rita_rejects_half(db)
    fit_confidence(db, actor="Rita", now=LATER)
    hard = {one.item: one.value.difficulty for one in library(db).bank}
    asked = set(world().quizzes[0].items)
    assert {hard[item] for item in asked} == {1.0}, "ten players missed them"
    assert all(hard[item] < 0.9 for item in set(hard) - asked), "nobody was asked"
