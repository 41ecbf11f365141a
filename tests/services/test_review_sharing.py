"""A teacher gives a question to the library: it waits there as the library's own, and what is decided of it leaves hers alone."""

from dataclasses import replace

import pytest

from quizapp.knowledge.reading.spans import Span
from quizapp.questions.item import Candidate, State
from quizapp.questions.review import Move
from quizapp.services.accounts import Role
from quizapp.services.check import check_bank
from quizapp.services.database import Database
from quizapp.services.deciding import decide
from quizapp.services.editing import edit
from quizapp.services.errors import Conflict, FieldRefused, Invalid, NotFound
from quizapp.services.known import Known
from quizapp.services.own_questions import pick, propose_from_text, store_own
from quizapp.services.own_scope import known_to, make_own_scope
from quizapp.services.review_acts import decide_and_go_on
from quizapp.services.review_filters import Filters, Why
from quizapp.services.review_item import open_item
from quizapp.services.review_queue import read_queue
from quizapp.services.review_sharing import share_item, shared_by
from quizapp.storage.bank_store import Shelf, store_written
from quizapp.storage.bank_values import StoredItem
from quizapp.storage.knowledge_store import revision_rows
from services.balloon import LATE, LATER, NOW
from services.reviewing import GAS, Desk, as_edited, staff

MINE = "How much gas is in the balloon Gannet?"


class Teacher:
    """Tess, with a question of her own on an article of the library."""

    def __init__(self, desk: Desk) -> None:
        self.db = desk.db
        self.actor = staff(self.db, "Tess", Role.TEACHER)
        value = replace(desk.item(GAS).value, stem=MINE)
        with self.db.writing() as connection:
            self.scope = make_own_scope(connection, self.actor.player).id
            rows = revision_rows(connection, desk.scope)
            shelf = Shelf(scope=self.scope, revisions=rows, passage=lambda one: Span(start=one.start, end=one.end))
            store_written(connection, shelf, Candidate(item=value, checks=()), now=NOW)

    def known(self) -> Known:
        """What she knows."""
        with self.db.reading() as connection:
            return known_to(self.db, connection, owner=self.actor.player)

    def item(self) -> StoredItem:
        """Her question."""
        (one,) = self.known().bank
        return one

    def share(self) -> int:
        """Give it to the library."""
        one = self.item()
        return share_item(self.db, scope=self.scope, item=one.item, version=one.row, actor=self.actor, now=LATER)

    def rewrite(self, stem: str) -> None:
        """Change her own wording."""
        one = self.item()
        changed = replace(as_edited(one), stem=stem)
        edit(
            self.db,
            scope=self.scope,
            known=self.known(),
            item=one.item,
            version=one.row,
            changed=changed,
            reason="",
            actor=self.actor,
            now=LATER,
        )


@pytest.fixture
def rita(db: Database) -> Desk:
    """Rita reviews."""
    return Desk(db=db, actor=staff(db, "Rita"))


@pytest.fixture
def tess(rita: Desk) -> Teacher:
    """Tess teaches."""
    return Teacher(rita)


def test_a_shared_question_waits_in_the_queue_checked_and_on_the_record(rita: Desk, tess: Teacher) -> None:
    tess.share()
    (entry,) = read_queue(rita.db, filters=Filters(), player=rita.actor.player, now=LATER).entries
    assert entry.whys == (Why.SHARED,)
    assert entry.stored.value.stem == MINE
    assert len(entry.stored.checks) > 20
    assert rita.record() == [("Tess", "question shared", "")]


def test_accepting_it_is_the_librarys_decision_and_leaves_hers_alone(rita: Desk, tess: Teacher) -> None:
    tess.share()
    rita.decide(MINE, Move.APPROVE)
    assert rita.item(MINE).state is State.APPROVED
    assert tess.item().state is State.CANDIDATE
    assert tess.item().row != rita.item(MINE).row
    mine = tess.item()
    decide(rita.db, scope=tess.scope, item=mine.item, version=mine.row, wanted=Move.REJECT, reason="no", actor=tess.actor, now=LATER)
    assert rita.item(MINE).state is State.APPROVED


def test_only_a_shared_question_can_be_sent_back_and_the_teacher_reads_why(rita: Desk, tess: Teacher) -> None:
    tess.share()
    view = open_item(rita.db, item=rita.item(MINE).item, filters=Filters(), actor=rita.actor, now=LATER)
    assert Move.SEND_BACK in view.moves
    other = open_item(rita.db, item=rita.item(GAS).item, filters=Filters(), actor=rita.actor, now=LATER)
    assert Move.SEND_BACK not in other.moves
    rita.decide(MINE, Move.SEND_BACK, "Say which litres.")
    (told,) = shared_by(rita.db, teacher=tess.actor.player)
    assert (told.state, told.comment, told.own_version) == (State.SENT_BACK, "Say which litres.", tess.item().row)


def test_a_question_sent_back_comes_again_in_new_words(rita: Desk, tess: Teacher) -> None:
    tess.share()
    rita.decide(MINE, Move.SEND_BACK, "Say how many litres.")
    tess.rewrite("How many litres of gas are in the balloon Gannet?")
    tess.share()
    again = rita.item("How many litres of gas are in")
    assert (again.number, again.state) == (2, State.CANDIDATE)
    assert rita.known().bank.count(again) == 1


def test_the_same_question_is_not_given_twice(rita: Desk, tess: Teacher) -> None:
    tess.share()
    with pytest.raises(Conflict, match="already"):
        tess.share()


def test_an_accepted_question_is_not_replaced_by_a_new_wording(rita: Desk, tess: Teacher) -> None:
    tess.share()
    rita.decide(MINE, Move.APPROVE)
    tess.rewrite("How many litres of gas are in the balloon Gannet?")
    with pytest.raises(Conflict, match="earlier wording"):
        tess.share()
    assert rita.item(MINE).state is State.APPROVED


def test_somebody_elses_question_cannot_be_shared(rita: Desk, tess: Teacher) -> None:
    sam, one = staff(rita.db, "Sam", Role.TEACHER), tess.item()
    with rita.db.writing() as connection:
        scope = make_own_scope(connection, sam.player).id
    with pytest.raises(NotFound):
        share_item(rita.db, scope=scope, item=one.item, version=one.row, actor=sam, now=LATER)


def test_saying_no_without_a_word_is_refused(rita: Desk, tess: Teacher) -> None:
    tess.share()
    with pytest.raises(FieldRefused):
        rita.decide(MINE, Move.SEND_BACK)


def test_the_library_does_not_share_with_itself(rita: Desk) -> None:
    one = rita.item(GAS)
    with pytest.raises((NotFound, Invalid)):
        share_item(rita.db, scope=rita.scope, item=one.item, version=one.row, actor=rita.actor, now=LATER)


def test_a_fact_that_she_stated_herself_becomes_the_librarys_with_the_approval(rita: Desk, tess: Teacher) -> None:
    proof = pick(tess.known(), article="late.txt", start=LATE.index("The Gannet was sewn"), end=len(LATE))
    wrong = ("Brack", "Oslen", "Varde")
    proposed = propose_from_text(tess.known(), stem="In which town was the Gannet sewn?", key="Tolva", evidence=proof, wrong=wrong)
    assert proposed.is_new
    store_own(rita.db, scope=tess.scope, known=tess.known(), proposed=proposed, actor=tess.actor.player, name="Tess", now=NOW)
    one = next(found for found in tess.known().bank if found.value.stem.startswith("In which town"))
    share_item(rita.db, scope=tess.scope, item=one.item, version=one.row, actor=tess.actor, now=LATER)
    assert rita.known().scope.fact(one.value.fact) is None
    stored = rita.item("In which town")
    opened = {"reason": "It reads well.", "filters": Filters(), "actor": rita.actor, "now": LATER}
    decide_and_go_on(rita.db, item=stored.item, version=stored.row, wanted=Move.APPROVE, **opened)  # type: ignore[arg-type]
    assert rita.known().scope.fact(one.value.fact) is not None
    assert [problem for problem in check_bank(rita.db) if "In which town" in problem.place] == []
