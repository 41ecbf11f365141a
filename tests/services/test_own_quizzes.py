"""A teacher's quizzes: Tess teaches, Sam is a stranger who teaches too, Paul plays."""

from dataclasses import replace
from random import Random

import pytest

from quizapp.play.disclosure import Feedback
from quizapp.play.quiz import QuizSettings
from quizapp.questions.item import Kind
from quizapp.questions.review import Move
from quizapp.services import own_quizzes, play, quizzes
from quizapp.services import own_quizzes_editing as editing
from quizapp.services.accounts import Role
from quizapp.services.database import Database
from quizapp.services.deciding import Actor, decide
from quizapp.services.editing import Edited, edit
from quizapp.services.errors import FieldRefused, NotFound
from quizapp.services.known import known
from quizapp.services.own_quizzes_bank import Filters, search
from quizapp.services.own_quizzes_preview import start_preview
from quizapp.services.own_quizzes_view import builder_view
from quizapp.storage import own_quizzes as stored
from services.accounts import School
from services.balloon import LATER, NOW, world
from services.building import new_quiz, row_of, stems

FACTS = 6
"""The facts that the balloon's approved questions ask."""


@pytest.fixture
def tess(db: Database) -> Actor:
    """Tess teaches."""
    return Actor(player=School(db=db).staff("Tess", Role.TEACHER).visit.player, name="Tess")


@pytest.fixture
def stranger(db: Database) -> Actor:
    """Sam teaches too, elsewhere."""
    return Actor(player=School(db=db, rng=Random(8)).staff("Sam", Role.TEACHER).visit.player, name="Sam")


def test_a_new_quiz_is_an_empty_draft_that_only_its_teacher_finds(db: Database, tess: Actor, stranger: Actor) -> None:
    quiz = new_quiz(db, tess)
    (card,) = own_quizzes.my_quizzes(db, owner=tess.player)
    assert (card.slug, card.title, card.questions, card.is_draft, card.played) == (quiz, "Balloons", 0, True, None)
    assert own_quizzes.my_quizzes(db, owner=stranger.player) == ()
    with db.reading() as connection, pytest.raises(NotFound):
        own_quizzes.quiz_of(connection, quiz, stranger.player)


@pytest.mark.parametrize("title", ["", "   ", "x" * 121])
def test_a_title_that_cannot_be_used_is_said_beside_its_field(db: Database, tess: Actor, title: str) -> None:
    with pytest.raises(FieldRefused) as refused:
        own_quizzes.make_quiz(db, owner=tess.player, title=title, now=NOW, rng=Random(1))
    assert refused.value.field == "title"


def test_questions_are_added_once_moved_and_taken_out(db: Database, tess: Actor) -> None:
    back, out, gas = row_of(db, "Who rode back"), row_of(db, "Who rode out"), row_of(db, "How much gas")
    quiz = new_quiz(db, tess, back, out, gas, back)
    editing.move_question(db, owner=tess.player, quiz=quiz, question=gas, to_place=1, now=NOW)
    editing.move_question(db, owner=tess.player, quiz=quiz, question=back, to_place=99, now=NOW)
    assert [one.split(" aboard")[0] for one in stems(db, tess, quiz)] == [
        "How much gas does the Gannet hold?",
        "Who rode out",
        "Who rode back",
    ]
    editing.remove_questions(db, owner=tess.player, quiz=quiz, questions=[out], now=NOW)
    assert len(stems(db, tess, quiz)) == 2


def test_nobody_puts_a_question_into_a_quiz_that_is_not_approved_for_them(db: Database, tess: Actor) -> None:
    quiz, rejected = new_quiz(db, tess), row_of(db, "Who rode back")
    with db.reading() as connection:
        library = known(db, connection)
    assert library
    item = library.versions[rejected].item
    decide(db, scope=library.head.id, item=item, version=rejected, wanted=Move.RETIRE, reason="Dull.", actor=tess, now=NOW)
    for question in (rejected, 99_999):
        with pytest.raises(NotFound):
            editing.add_question(db, owner=tess.player, quiz=quiz, question=question, now=NOW)


def test_a_stranger_changes_nothing_of_a_quiz(db: Database, tess: Actor, stranger: Actor) -> None:
    gas = row_of(db, "How much gas")
    quiz = new_quiz(db, tess, gas)
    mine = {"owner": stranger.player, "quiz": quiz, "now": NOW}
    for act in (
        lambda: editing.add_question(db, question=gas, **mine),
        lambda: editing.remove_questions(db, questions=[gas], **mine),
        lambda: editing.move_question(db, question=gas, to_place=1, **mine),
        lambda: editing.take_newer(db, question=gas, **mine),
        lambda: editing.take_ten(db, rng=Random(1), **mine),
        lambda: editing.change_settings(db, title="Mine", note="", settings=QuizSettings(), **mine),
        lambda: editing.publish(db, actor=stranger, quiz=quiz, now=NOW),
        lambda: own_quizzes.copy_quiz(db, rng=Random(1), **mine),
        lambda: own_quizzes.remove_quiz(db, actor=stranger, quiz=quiz, now=NOW),
        lambda: start_preview(db, rng=Random(1), **mine),
        lambda: builder_view(db, owner=stranger.player, quiz=quiz),
        lambda: search(db, owner=stranger.player, quiz=quiz, filters=Filters()),
    ):
        with pytest.raises(NotFound):
            act()
    assert stems(db, tess, quiz) == ["How much gas does the Gannet hold?"]


def test_two_questions_about_one_fact_keep_a_quiz_from_being_published_and_both_are_named(db: Database, tess: Actor) -> None:
    six, nine = row_of(db, "One article says that the Gannet flew 6"), row_of(db, "One article says that the Gannet flew 9")
    quiz = new_quiz(db, tess, six, row_of(db, "How much gas"), nine)
    faults = editing.publish(db, actor=tess, quiz=quiz, now=NOW)
    assert faults == ("Questions 1 and 3 ask about the same thing. Take one of them out.",)
    with db.reading() as connection:
        assert own_quizzes.published_version(connection, own_quizzes.quiz_of(connection, quiz, tess.player).quiz) is None
    editing.remove_questions(db, owner=tess.player, quiz=quiz, questions=[nine], now=NOW)
    assert editing.publish(db, actor=tess, quiz=quiz, now=NOW) == ()


def test_an_empty_quiz_is_not_published(db: Database, tess: Actor) -> None:
    (fault,) = editing.publish(db, actor=tess, quiz=new_quiz(db, tess), now=NOW)
    assert "no questions yet" in fault


def test_a_published_version_stays_as_it_was_while_the_next_one_is_edited(db: Database, tess: Actor) -> None:
    gas, back = row_of(db, "How much gas"), row_of(db, "Who rode back")
    quiz = new_quiz(db, tess, gas)
    editing.publish(db, actor=tess, quiz=quiz, now=NOW)
    editing.add_question(db, owner=tess.player, quiz=quiz, question=back, now=LATER)
    view = builder_view(db, owner=tess.player, quiz=quiz)
    assert (view.number, view.played, view.is_draft) == (2, 1, True)
    with db.reading() as connection:
        played = own_quizzes.published_version(connection, own_quizzes.quiz_of(connection, quiz, tess.player).quiz)
    assert played
    assert (played.number, played.items) == (1, (gas,))
    editing.publish(db, actor=tess, quiz=quiz, now=LATER)
    with db.reading() as connection:
        again = own_quizzes.published_version(connection, played.quiz)
    assert again
    assert again.items == (gas, back)


def test_what_changes_nothing_makes_no_new_version(db: Database, tess: Actor) -> None:
    gas = row_of(db, "How much gas")
    quiz = new_quiz(db, tess, gas)
    editing.publish(db, actor=tess, quiz=quiz, now=NOW)
    editing.move_question(db, owner=tess.player, quiz=quiz, question=gas, to_place=1, now=LATER)
    assert builder_view(db, owner=tess.player, quiz=quiz).number == 1


def test_a_copy_is_a_draft_of_its_own_that_neither_opens_nor_closes(db: Database, tess: Actor) -> None:
    gas = row_of(db, "How much gas")
    quiz = new_quiz(db, tess, gas)
    rules = QuizSettings(opens_at=NOW, closes_at=LATER, feedback=Feedback.CLOSING, attempts=2)
    editing.change_settings(db, owner=tess.player, quiz=quiz, title="Balloons", note="For Friday.", settings=rules, now=NOW)
    copy = own_quizzes.copy_quiz(db, owner=tess.player, quiz=quiz, now=NOW, rng=Random(2))
    editing.remove_questions(db, owner=tess.player, quiz=copy, questions=[gas], now=NOW)
    view = builder_view(db, owner=tess.player, quiz=copy)
    assert (view.title, view.note, view.is_draft) == ("Copy of Balloons", "For Friday.", True)
    assert view.settings == replace(rules, opens_at=None, closes_at=None, feedback=Feedback.END)
    assert stems(db, tess, quiz) == ["How much gas does the Gannet hold?"]


def test_a_quiz_put_away_is_gone_from_the_list_and_its_published_version_stays(db: Database, tess: Actor) -> None:
    quiz = new_quiz(db, tess, row_of(db, "How much gas"))
    editing.publish(db, actor=tess, quiz=quiz, now=NOW)
    with db.reading() as connection:
        row = own_quizzes.quiz_of(connection, quiz, tess.player).quiz
    own_quizzes.remove_quiz(db, actor=tess, quiz=quiz, now=LATER)
    assert own_quizzes.my_quizzes(db, owner=tess.player) == ()
    with db.reading() as connection:
        assert own_quizzes.published_version(connection, row) is not None
    assert School(db=db).record()[-2:] == [("Tess", "quiz published"), ("Tess", "quiz put away")]


def test_ten_are_taken_with_one_question_a_fact_and_can_be_published_at_once(db: Database, tess: Actor) -> None:
    quiz = editing.make_ten(db, owner=tess.player, article=world().articles["morning.txt"].slug, now=NOW, rng=Random(3))
    view = builder_view(db, owner=tess.player, quiz=quiz)
    assert view.title == "The Gannet rises over Brack"
    assert 3 <= len(view.lines) <= FACTS
    assert all("The Gannet rises over Brack" in one.line.articles for one in view.lines)
    assert editing.publish(db, actor=tess, quiz=quiz, now=NOW) == ()


def test_taking_ten_adds_only_what_goes_with_the_questions_that_are_there(db: Database, tess: Actor) -> None:
    quiz = new_quiz(db, tess, row_of(db, "One article says that the Gannet flew 6"))
    added = editing.take_ten(db, owner=tess.player, quiz=quiz, now=NOW, rng=Random(4))
    view = builder_view(db, owner=tess.player, quiz=quiz)
    assert len(added) == len(view.lines) - 1 > 0
    assert view.faults == ()
    assert editing.take_ten(db, owner=tess.player, quiz=quiz, now=NOW, rng=Random(5)) == ()


def test_ten_of_an_article_without_questions_are_refused(db: Database, tess: Actor) -> None:
    with pytest.raises(NotFound):
        editing.make_ten(db, owner=tess.player, article="no-such-article", now=NOW, rng=Random(3))


def test_the_bank_is_searched_by_words_article_kind_verdict_and_difficulty(db: Database, tess: Actor) -> None:
    quiz = new_quiz(db, tess, row_of(db, "One article says that the Gannet flew 6"))

    def found(**wanted: object) -> set[str]:
        view = search(db, owner=tess.player, quiz=quiz, filters=Filters(**wanted))  # type: ignore[arg-type]
        return {one.line.stem for one in view.lines}

    everything = found()
    assert len(everything) == len(world().candidates)
    assert found(text="gas  LITRES") == {"How much gas does the Gannet hold?"}
    assert found(text="submarine") == set()
    assert found(kind=Kind.ACCORDING_TO) == {one for one in everything if one.startswith("According to")}
    assert found(article=world().articles["late.txt"].slug) == {
        "How many people watched the Gannet?",
        "According to the article “Four hundred people and a balloon”, how long did the Gannet fly?",
    }
    assert found(difficulty="easy") | found(difficulty="middling") | found(difficulty="hard") == everything
    assert found(whose="own") == set()
    same = [one for one in search(db, owner=tess.player, quiz=quiz, filters=Filters(kind=Kind.COMPARE)).lines if one.place is None]
    assert [one.asks_same for one in same] == [1]


def test_pages_of_the_bank_stay_within_their_number(db: Database, tess: Actor) -> None:
    view = search(db, owner=tess.player, quiz=new_quiz(db, tess), filters=Filters(page=999))
    assert (view.page, view.pages, view.found, view.total) == (1, 1, 8, 8)


def test_a_question_that_lost_its_approval_is_named_and_is_not_played(db: Database, tess: Actor) -> None:
    gas, back = row_of(db, "How much gas"), row_of(db, "Who rode back")
    quiz = new_quiz(db, tess, gas, back)
    with db.reading() as connection:
        library = known(db, connection)
    assert library
    decide(db, scope=library.head.id, item=library.versions[gas].item, version=gas, wanted=Move.RETIRE, reason="Dull.", actor=tess, now=NOW)
    view = builder_view(db, owner=tess.player, quiz=quiz)
    assert [one.good for one in view.lines] == [False, True]
    assert view.faults == ("Question 1 is no longer approved. Take it out.",)
    attempt = start_preview(db, owner=tess.player, quiz=quiz, now=NOW, rng=Random(1))
    assert play.progress(db, player=tess.player, attempt=attempt, now=NOW).total == 1


def test_a_teachers_quiz_is_neither_featured_nor_started_by_its_slug(db: Database, tess: Actor, paul: int) -> None:
    quiz = new_quiz(db, tess, row_of(db, "How much gas"))
    editing.publish(db, actor=tess, quiz=quiz, now=NOW)
    assert [card.slug for card in quizzes.featured(db, now=NOW)] == ["over-the-strait"]
    with pytest.raises(NotFound):
        quizzes.start_attempt(db, player=paul, quiz=quiz, now=NOW, rng=Random(1))


def test_the_balance_counts_difficulties_and_places_of_right_answers(db: Database, tess: Actor) -> None:
    gas, people = row_of(db, "How much gas"), row_of(db, "How many people")
    view = builder_view(db, owner=tess.player, quiz=new_quiz(db, tess, gas, people, row_of(db, "Who rode back")))
    assert view.balance.easy + view.balance.middle + view.balance.hard == view.balance.total == 3
    assert view.balance.places == (0, 1, 1)


def test_a_changed_question_offers_its_new_wording_and_the_old_one_is_played_until_it_is_taken(db: Database, tess: Actor) -> None:
    gas = row_of(db, "How much gas")
    quiz = new_quiz(db, tess, gas)
    with db.reading() as connection:
        library = known(db, connection)
    assert library
    old = library.versions[gas]
    changed = Edited(
        stem="How many litres of gas does the Gannet hold?",
        options=old.value.options,
        key=old.value.key,
        explanation=old.value.explanation,
        evidence=old.value.evidence,
    )
    new = edit(db, scope=library.head.id, known=library, item=old.item, version=gas, changed=changed, reason="", actor=tess, now=NOW)
    (waiting,) = builder_view(db, owner=tess.player, quiz=quiz).lines
    assert (waiting.line.stem, waiting.good, waiting.newer, waiting.waits) == (old.value.stem, True, None, True)
    decide(db, scope=library.head.id, item=old.item, version=new, wanted=Move.APPROVE, reason="Clearer.", actor=tess, now=NOW)
    (offered,) = builder_view(db, owner=tess.player, quiz=quiz).lines
    assert offered.newer
    assert (offered.line.stem, offered.good, offered.newer.stem, offered.waits) == (old.value.stem, True, changed.stem, False)
    found = search(db, owner=tess.player, quiz=quiz, filters=Filters(text="gas")).lines
    assert [(one.place, one.older) for one in found] == [(1, gas)]
    assert editing.take_ten(db, owner=tess.player, quiz=quiz, now=NOW, rng=Random(4))
    assert len({stem for stem in stems(db, tess, quiz) if "gas" in stem}) == 1
    editing.add_question(db, owner=tess.player, quiz=quiz, question=new, now=NOW)
    assert [stem for stem in stems(db, tess, quiz) if "gas" in stem] == [changed.stem]
    again = new_quiz(db, tess, title="Others")
    with db.writing() as connection:
        row = own_quizzes.quiz_of(connection, again, tess.player)
        stored.edit_draft(connection, row.row, replace(own_quizzes.held_by(row), items=(gas,)))
    editing.take_newer(db, owner=tess.player, quiz=again, question=gas, now=NOW)
    assert stems(db, tess, again) == [changed.stem]
