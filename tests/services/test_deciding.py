"""A decision is of one version in one scope, follows the allowed moves, and leaves exactly one line in the record."""

import pytest
from sqlalchemy import insert, text

from quizapp.questions.item import CheckResult, State
from quizapp.questions.review import Move
from quizapp.services import play, quizzes
from quizapp.services.check import check_bank
from quizapp.services.database import Database
from quizapp.services.deciding import decide, undo
from quizapp.services.errors import Conflict, FieldRefused, NotFound
from quizapp.storage import scopes
from quizapp.storage.bank import read_versions
from quizapp.storage.tables.knowledge import ScopeKind, ScopeRow
from services.balloon import LATER, NOW
from services.playing import begin
from services.reviewing import GAS, PEOPLE, Desk, rng, staff, waiting

CLOSED = CheckResult(name="short", passed=False, detail="31 words; a question has at most 30.")
WALL = CheckResult(name="key proved", passed=False, detail="No passage says it.", absolute=True)


@pytest.fixture
def rita(db: Database) -> Desk:
    """Rita reviews a library in which every question waits."""
    waiting(db)
    return Desk(db=db, actor=staff(db, "Rita"))


def test_an_approved_question_can_be_played_and_the_record_says_who_approved_it(rita: Desk) -> None:
    assert rita.known().playable == {}
    done = rita.decide(GAS, Move.APPROVE)
    assert (done.old, done.new) == (State.CANDIDATE, State.APPROVED)
    assert [one.value.stem for one in rita.known().playable.values()] == [rita.item(GAS).value.stem]
    assert rita.record() == [("Rita", "question approved", "")]


def test_the_record_keeps_old_and_new_state(rita: Desk) -> None:
    rita.decide(GAS, Move.REJECT, "  Nobody\n wants to know. ")
    with rita.db.reading() as connection:
        (row,) = connection.execute(text("SELECT old, new, why, actor_id FROM record WHERE subject_kind = 'item'"))
    assert '"state": "candidate"' in row.old
    assert '"state": "rejected"' in row.new
    assert (row.why, row.actor_id) == ("Nobody wants to know.", rita.actor.player)


@pytest.mark.parametrize("wanted", [Move.REJECT, Move.SEND_BACK])
def test_saying_no_needs_a_reason_and_writes_nothing_without(rita: Desk, wanted: Move) -> None:
    with pytest.raises(FieldRefused, match="Say why") as refused:
        rita.decide(GAS, wanted, "  ")
    assert refused.value.field == "reason"
    assert rita.item(GAS).state is State.CANDIDATE
    assert rita.record() == []


def test_a_closed_gate_is_opened_by_a_written_reason_alone_which_is_kept(db: Database) -> None:
    waiting(db, failed=(CLOSED,))
    rita = Desk(db=db, actor=staff(db, "Rita"))
    with pytest.raises(FieldRefused, match="31 words"):
        rita.decide(GAS, Move.APPROVE)
    rita.decide(GAS, Move.APPROVE, "It reads well aloud.")
    stored = rita.item(GAS)
    assert stored.state is State.APPROVED
    assert stored.decision is not None
    assert stored.decision.reason == "It reads well aloud."


def test_no_reason_opens_an_absolute_rule(db: Database) -> None:
    waiting(db, failed=(WALL,))
    rita = Desk(db=db, actor=staff(db, "Rita"))
    with pytest.raises(FieldRefused, match="No passage says it"):
        rita.decide(GAS, Move.APPROVE, "But I know it is so.")
    assert rita.item(GAS).state is State.CANDIDATE
    assert rita.record() == []


def test_a_move_that_its_state_does_not_allow_is_refused_in_words(rita: Desk) -> None:
    rita.decide(GAS, Move.APPROVE)
    with pytest.raises(Conflict, match="cannot be rejected"):
        rita.decide(GAS, Move.REJECT, "Too easy.")
    assert len(rita.record()) == 1


def test_a_version_that_somebody_replaced_is_no_longer_decided_on(rita: Desk) -> None:
    before = rita.item(GAS)
    rita.edit(GAS, stem="How much gas does the balloon Gannet hold?")
    with pytest.raises(Conflict, match=r"Rita was here meanwhile .*question edited"):
        decide(rita.db, scope=rita.scope, item=before.item, version=before.row, wanted=Move.APPROVE, reason="", actor=rita.actor, now=LATER)
    assert [action for _, action, _ in rita.record()] == ["question edited"]


@pytest.mark.parametrize(("item", "version"), [("nothing", 0), ("", 10**6)])
def test_an_unknown_question_is_not_found(rita: Desk, item: str, version: int) -> None:
    known = rita.item(GAS)
    with pytest.raises(NotFound):
        decide(
            rita.db,
            scope=rita.scope,
            item=item or known.item,
            version=version or known.row,
            wanted=Move.APPROVE,
            reason="",
            actor=rita.actor,
            now=LATER,
        )


def test_undo_goes_back_one_decision_at_a_time_and_no_further(rita: Desk) -> None:
    rita.decide(GAS, Move.APPROVE, "as good as it gets")
    rita.decide(GAS, Move.RETIRE, "nobody asks this any more")
    assert rita.decide(GAS, Move.UNDO).new is State.APPROVED
    stored = rita.item(GAS)
    assert stored.decision is not None
    assert stored.decision.reason == "as good as it gets"
    assert rita.decide(GAS, Move.UNDO).new is State.CANDIDATE
    with pytest.raises(Conflict, match="nothing to undo"):
        rita.decide(GAS, Move.UNDO)
    assert [action for _, action, _ in rita.record()] == ["question approved", "question retired", "decision undone", "decision undone"]


def test_undo_never_brings_back_an_approval_that_would_be_refused_today(rita: Desk) -> None:
    rita.decide(GAS, Move.APPROVE)
    rita.decide(GAS, Move.RETIRE, "the article was corrected")
    with rita.db.writing() as connection:
        connection.execute(
            text("UPDATE item_version SET checks = :checks WHERE id = :id"),
            {"checks": '[{"name": "key proved", "passed": false, "detail": "No passage.", "absolute": true}]', "id": rita.item(GAS).row},
        )
    with pytest.raises(Conflict, match="No passage"):
        rita.decide(GAS, Move.UNDO)


def test_a_teachers_decision_on_a_question_of_the_library_leaves_the_library_alone(rita: Desk) -> None:
    tess = staff(rita.db, "Tess")
    with rita.db.writing() as connection:
        connection.execute(insert(ScopeRow).values(kind=ScopeKind.TEACHER, owner_id=tess.player, generation=0))
        own = connection.execute(text("SELECT max(id) FROM scope")).scalar_one()
    one = rita.item(GAS)
    decide(rita.db, scope=own, item=one.item, version=one.row, wanted=Move.APPROVE, reason="", actor=tess, now=LATER)
    assert rita.item(GAS).state is State.CANDIDATE
    with rita.db.reading() as connection:
        assert read_versions(connection, own, [one.row])[one.row].state is State.APPROVED
    rita.decide(GAS, Move.REJECT, "too easy")
    with rita.db.reading() as connection:
        assert read_versions(connection, own, [one.row])[one.row].state is State.APPROVED


def test_a_decision_lets_others_keep_what_they_know_of_the_articles(rita: Desk) -> None:
    before = rita.known()
    rita.decide(GAS, Move.APPROVE)
    after = rita.known()
    assert after.scope is before.scope
    assert after.head.generation > before.head.generation
    with rita.db.writing() as connection:
        head = scopes.library(connection)
        assert head is not None
        scopes.mark_changed(connection, head, head.digest)
    assert rita.known().scope is not before.scope
    assert rita.known().bank == after.bank


def test_what_was_decided_among_others_is_what_a_fresh_start_reads(rita: Desk, db: Database) -> None:
    rita.decide(GAS, Move.APPROVE)
    rita.known()
    rita.decide(PEOPLE, Move.REJECT, "too easy")
    rita.edit(GAS, stem="How much gas does the balloon Gannet hold?")
    kept = rita.known().bank
    with db.writing() as connection:
        head = scopes.library(connection)
        assert head is not None
        scopes.mark_changed(connection, head, head.digest)
    assert rita.known().bank == kept


def test_a_retired_question_leaves_quizzes_and_stays_in_the_attempt_that_has_it(db: Database, paul: int) -> None:
    rita = Desk(db=db, actor=staff(db, "Rita"))
    game = begin(db, paul)
    rita.decide(GAS, Move.RETIRE, "too easy")
    assert game.ask(GAS).stem.startswith(GAS)
    again = quizzes.start_attempt(db, player=paul, quiz="over-the-strait", now=LATER, rng=rng())
    total = game.current().progress.total
    stems = {play.question(db, player=paul, attempt=again, question=str(number), now=LATER).stem for number in range(1, total)}
    assert not any(stem.startswith(GAS) for stem in stems)
    assert [problem for problem in check_bank(db) if GAS in problem.place] == []


def test_undo_has_a_door_of_its_own(rita: Desk) -> None:
    rita.decide(GAS, Move.APPROVE)
    one = rita.item(GAS)
    assert undo(rita.db, scope=rita.scope, item=one.item, version=one.row, actor=rita.actor, now=NOW).new is State.CANDIDATE
