"""Reports on Tess's own question are Tess's: Rita, who reviews the library, and Sam, who teaches elsewhere, never see them."""

import pytest

from quizapp.play.reports import Outcome, Trouble
from quizapp.services import reports
from quizapp.services.accounts import Role
from quizapp.services.database import Database
from quizapp.services.deciding import Actor
from quizapp.services.errors import Conflict, FieldRefused, NotFound
from quizapp.services.own_reports import answer_report, reported, reports_waiting
from quizapp.services.review_filters import Filters
from quizapp.services.review_queue import read_queue
from quizapp.services.review_reports import Settled, Verdict, settle
from services.accounts import School
from services.balloon import NOW
from services.own_article import staff
from services.own_reports import STEM, WORDS, report_one


@pytest.fixture
def tess(db: Database) -> Actor:
    """Tess teaches, and Paul reported her question."""
    return Actor(player=staff(db, "Tess", Role.TEACHER), name="Tess")


@pytest.fixture
def paul(db: Database, tess: Actor) -> int:
    """Paul played."""
    player = School(db=db).guest().visit.player
    report_one(db, tess, player, now=NOW)
    return player


def test_tess_reads_the_report_with_the_question_as_it_was_played_and_answers_it(db: Database, tess: Actor, paul: int) -> None:
    (found,) = reported(db, owner=tess.player)
    assert (found.stem, found.options[found.key], found.trouble, found.words) == (STEM, "Mira Holt", Trouble.WRONG, WORDS)
    assert found.article
    answer_report(db, report=found.report, outcome=Outcome.STANDS, answer=" Tom opened it,\nMira built the wheel. ", actor=tess, now=NOW)
    (news,) = reports.news(db, player=paul)
    assert (news.stem, news.upheld, news.answer) == (STEM, False, "Tom opened it, Mira built the wheel.")
    assert reports_waiting(db, owner=tess.player) == 0
    with pytest.raises(NotFound):
        answer_report(db, report=found.report, outcome=Outcome.UPHELD, answer="Once more.", actor=tess, now=NOW)


@pytest.mark.usefixtures("paul")
@pytest.mark.parametrize("answer", ["", " \n", "x" * 301])
def test_an_answer_needs_a_sentence(db: Database, tess: Actor, answer: str) -> None:
    (found,) = reported(db, owner=tess.player)
    with pytest.raises(FieldRefused) as refused:
        answer_report(db, report=found.report, outcome=Outcome.STANDS, answer=answer, actor=tess, now=NOW)
    assert refused.value.field == "answer"
    assert reports_waiting(db, owner=tess.player) == 1


@pytest.mark.usefixtures("paul")
def test_another_teacher_sees_nothing_and_answers_nothing(db: Database, tess: Actor) -> None:
    sam = Actor(player=staff(db, "Sam", Role.TEACHER), name="Sam")
    (found,) = reported(db, owner=tess.player)
    assert (reported(db, owner=sam.player), reports_waiting(db, owner=sam.player)) == ((), 0)
    with pytest.raises(NotFound):
        answer_report(db, report=found.report, outcome=Outcome.STANDS, answer="No.", actor=sam, now=NOW)
    assert reports_waiting(db, owner=tess.player) == 1


@pytest.mark.usefixtures("paul")
def test_the_librarys_reviewer_neither_sees_nor_settles_it(db: Database, tess: Actor) -> None:
    rita = Actor(player=staff(db, "Rita", Role.ADMIN), name="Rita")
    (found,) = reported(db, owner=tess.player)
    queue = read_queue(db, filters=Filters(), player=rita.player, now=NOW)
    assert STEM not in repr(queue)
    assert WORDS not in repr(queue)
    with pytest.raises(Conflict):
        settle(db, report=found.report, verdict=Verdict(settled=Settled.WITHDRAWN, answer="Gone."), actor=rita, now=NOW)
    assert reports_waiting(db, owner=tess.player) == 1
