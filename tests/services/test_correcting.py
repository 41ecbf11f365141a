"""A wrong key corrected from the results of a class: everybody is graded anew, and the next class meets the question mended."""

from random import Random

import pytest
from sqlalchemy import text

from quizapp.play.reports import Outcome, Trouble
from quizapp.questions.item import State
from quizapp.questions.review import Move
from quizapp.services import mended, own_quizzes, play, reports
from quizapp.services import own_quizzes_editing as editing
from quizapp.services.accounts import Role
from quizapp.services.class_results import Cell
from quizapp.services.corrected_question import Became
from quizapp.services.database import Database
from quizapp.services.deciding import Actor
from quizapp.services.errors import FieldRefused
from quizapp.services.known import known
from quizapp.services.own_quizzes_view import builder_view
from services.accounts import School
from services.balloon import NOW
from services.classroom import SOON, Room, terms
from services.wrong_key import BETTER, RIGHT, STEM, WIDE, WRONG, Mill, correct, guest, results


def acts(db: Database) -> list[str]:
    with db.reading() as connection:
        return list(connection.scalars(text("SELECT action FROM record ORDER BY id")))


@pytest.fixture
def ada(room: Room) -> Room:
    """Ada is an admin who has a class, too."""
    player = School(db=room.db, rng=Random(5)).staff("Ada", Role.ADMIN).visit.player
    return Room(db=room.db, teacher=Actor(player=player, name="Ada"))


@pytest.fixture
def mill(room: Room) -> Mill:
    """The question rests on words that hold the right answer, too."""
    return Mill(room, WIDE)


@pytest.fixture
def narrow(room: Room) -> Mill:
    """The question rests on words that hold the wrong answer alone."""
    return Mill(room, "Tom Ray opened the mill at Orrin on 3 May 2019")


def test_a_question_of_ones_own_gets_a_new_version_and_the_next_class_meets_that(room: Room, mill: Mill) -> None:
    before = mill.offer
    done = correct(room, mill.code, mill.place, explanation=BETTER)
    assert (done.scores, done.became, done.article) == (1, Became.REPLACED, mill.article)
    after = mill.offer
    assert (after.options[after.key], after.state, after.version != before.version) == (RIGHT, State.APPROVED, True)
    assert mill.next_class() == ("right", BETTER)
    assert acts(room.db)[-6:-1] == [
        "mend scores",
        "question edited",
        "question approved",
        "question corrected in a quiz",
        "right answer corrected",
    ]


def test_what_was_played_keeps_its_version_and_is_graded_anew(room: Room, mill: Mill) -> None:
    correct(room, mill.code, mill.place, explanation=BETTER)
    view = results(room, mill.code)
    assert [one.cells for one in view.rows] == [(Cell.RIGHT,)]
    assert play.results(room.db, player=mill.kim, attempt=mill.attempt, now=SOON).progress.right == 1
    assert [(one.before.score, one.after.score) for one in mended.score_news(room.db, player=mill.kim, now=SOON)] == [(0, 1)]


def test_a_draft_above_the_published_quiz_takes_the_new_version_too_and_stays_a_draft(room: Room, mill: Mill) -> None:
    owner = room.teacher.player
    settings = builder_view(room.db, owner=owner, quiz=mill.quiz).settings
    editing.change_settings(room.db, owner=owner, quiz=mill.quiz, title="The mill again", note="", settings=settings, now=SOON)
    correct(room, mill.code, mill.place, explanation=BETTER)
    assert mill.next_class() == ("right", BETTER)
    (card,) = own_quizzes.my_quizzes(room.db, owner=owner)
    assert (card.title, card.is_draft, card.played) == ("The mill again", True, 2)
    assert [one.newer for one in builder_view(room.db, owner=owner, quiz=mill.quiz).lines] == [None]


def test_where_a_check_does_not_hold_the_new_version_waits_and_comes_into_the_quizzes_when_it_is_approved(room: Room, narrow: Mill) -> None:
    done = correct(room, narrow.code, narrow.place, explanation=BETTER)
    assert (done.became, done.scores) == (Became.WAITS, 1)
    offer = narrow.offer
    assert offer.waits
    assert offer.failed
    assert narrow.next_class() == ("right", "")
    narrow.decide(Move.APPROVE, "It is said so.")
    assert narrow.next_class() == ("right", BETTER)


@pytest.mark.parametrize("right", [(), (0, 1)])
def test_a_question_with_two_right_answers_or_none_is_not_asked_any_more(room: Room, mill: Mill, right: tuple[int, ...]) -> None:
    assert correct(room, mill.code, *right).became is Became.OUT
    assert mill.offer.state is State.RETIRED
    with pytest.raises(FieldRefused, match="nothing to ask"):
        room.give(None, quiz=mill.quiz)


def test_nothing_is_changed_where_anything_is_refused(room: Room, mill: Mill) -> None:
    before = (mill.offer, acts(room.db))
    with pytest.raises(FieldRefused) as refused:
        correct(room, mill.code, mill.place, why=" ")
    assert refused.value.field == "why"
    with pytest.raises(FieldRefused) as refused:
        correct(room, mill.code, mill.place, explanation="long " * 200)
    assert refused.value.field == "explanation"
    assert (mill.offer, acts(room.db)) == before
    assert results(room, mill.code).rows[0].right == 0


def test_the_record_holds_no_word_of_a_teachers_own_question(room: Room, mill: Mill) -> None:
    correct(room, mill.code, mill.place, explanation=BETTER)
    with room.db.reading() as connection:
        kept = " ".join(f"{row.old} {row.new}" for row in connection.execute(text("SELECT old, new FROM record")))
    assert not any(words in kept for words in (RIGHT, WRONG, STEM, BETTER))


def test_an_admin_corrects_a_question_of_the_library_for_everybody(room: Room, ada: Room) -> None:
    code = ada.give(None, given=terms(shuffle_questions=False))
    kim = guest(room)
    game = ada.play(code, kim, nickname="Kim", right=0)
    item = results(ada, code).questions[0].item
    wrong = results(ada, code).rows[0].chosen[0]
    assert wrong is not None
    done = correct(ada, code, wrong)
    view = results(ada, code)
    assert (done.scores, done.became) == (1, Became.WAITS)
    assert (view.rows[0].right, view.rows[0].cells[0], view.questions[0].right) == (1, Cell.RIGHT, frozenset({wrong}))
    assert play.results(room.db, player=kim, attempt=game.attempt, now=NOW).progress.right == 1
    assert [one.why for one in mended.score_news(room.db, player=kim, now=SOON)] == ["Misread."]
    with room.db.reading() as connection:
        library = known(room.db, connection)
    assert library
    (now,) = [one for one in library.bank if one.value.stem == item.stem]
    assert (now.value.answer, now.state) == (item.options[wrong], State.CANDIDATE)


def test_a_question_that_counts_for_nobody_leaves_the_score(room: Room, ada: Room) -> None:
    code = ada.give(None, given=terms(shuffle_questions=False))
    ada.play(code, guest(room), nickname="Kim")
    correct(ada, code, why="Unclear.")
    (row,) = results(ada, code).rows
    assert row.of == len(row.cells) - 1 == row.right


class TestOfTheLibrary:
    """Tess corrects a question that the library decides on."""

    def test_it_counts_in_her_classes_those_to_come_too_and_nowhere_else(self, room: Room, other_room: Room) -> None:
        mine, theirs = (one.give(None, given=terms(shuffle_questions=False)) for one in (room, other_room))
        kim, lee = guest(room), guest(room)
        room.play(mine, kim, nickname="Kim", right=0)
        other_room.play(theirs, lee, nickname="Lee", right=0)
        wrong = results(room, mine).rows[0].chosen[0]
        assert wrong is not None
        done = correct(room, mine, wrong)
        assert (done.scores, done.became) == (1, Became.REPORTED)
        assert (results(room, mine).rows[0].right, results(other_room, theirs).rows[0].right) == (1, 0)
        later = room.give(None, given=terms(shuffle_questions=False))
        game = room.begin(later, guest(room), nickname="Ann")
        asked = game.current()
        game.answer(asked, results(room, mine).questions[0].item.options[wrong])
        assert game.feedback(asked.question).right
        assert (results(room, later).rows[0].cells[0], results(room, later).questions[0].right) == (Cell.RIGHT, frozenset({wrong}))
        assert len(mended.score_news(room.db, player=kim, now=SOON)) == 1
        assert mended.score_news(room.db, player=lee, now=SOON) == ()

    def test_players_of_her_class_read_that_it_was_mended_and_others_do_not(self, room: Room, other_room: Room) -> None:
        codes = [one.give(None, given=terms(shuffle_questions=False)) for one in (room, other_room)]
        games = [one.play(code, guest(room), nickname="Kim", right=0) for one, code in zip((room, other_room), codes, strict=True)]
        wrong = results(room, codes[0]).rows[0].chosen[0]
        assert wrong is not None
        correct(room, codes[0], wrong)
        lines = [play.results(room.db, player=one.player, attempt=one.attempt, now=SOON).lines[0] for one in games]
        assert [one.mended is not None for one in lines] == [True, False]

    def test_the_library_keeps_its_question_and_its_reviewers_get_one_report(self, room: Room) -> None:
        code = room.give(None, given=terms(shuffle_questions=False))
        room.play(code, guest(room), nickname="Kim", right=0)
        with room.db.reading() as connection:
            before = known(room.db, connection)
        correct(room, code, why="Unclear.")
        correct(room, code, 0, 1, why="Two are right.")
        with room.db.reading() as connection:
            after = known(room.db, connection)
        assert before
        assert after
        assert after.bank == before.bank
        (report,) = reports.open_reports(room.db)
        assert (report.player, report.trouble) == (room.teacher.player, Trouble.UNCLEAR)
        assert report.words == "Corrected for a class: it counts for nobody. Unclear."

    def test_she_is_told_what_came_of_the_report(self, room: Room, ada: Room) -> None:
        code = room.give(None, given=terms(shuffle_questions=False))
        room.play(code, guest(room), nickname="Kim", right=0)
        correct(room, code)
        (report,) = reports.open_reports(room.db)
        told = {"outcome": Outcome.STANDS, "answer": "The passage says so.", "reviewer": "Ada", "reviewer_id": ada.teacher.player}
        reports.decide(room.db, report=report.row, **told, now=SOON)  # type: ignore[arg-type]
        assert [one.answer for one in reports.news(room.db, player=room.teacher.player)] == ["The passage says so."]
        assert results(room, code).questions[0].right == frozenset()

    def test_what_the_library_mends_later_for_everybody_counts_in_her_classes_too(self, room: Room, ada: Room) -> None:
        code, public = room.give(None, given=terms(shuffle_questions=False)), ada.give(None, given=terms(shuffle_questions=False))
        room.play(code, guest(room), nickname="Kim")
        correct(room, code)
        assert results(room, code).rows[0].of == results(ada, public).questions[-1].number - 1
        correct(ada, public, 0, 1, 2, 3)
        assert results(room, code).questions[0].right == frozenset({0, 1, 2, 3})

    def test_taking_a_correction_back_reports_nothing(self, room: Room) -> None:
        code = room.give(None, given=terms(shuffle_questions=False))
        room.play(code, guest(room), nickname="Kim", right=0)
        key = results(room, code).questions[0].item.key
        assert correct(room, code, key).became is Became.SAME
        assert reports.open_reports(room.db) == ()
