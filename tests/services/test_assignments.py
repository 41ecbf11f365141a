"""Quizzes given to a class or to anybody: their terms, and what a teacher does about one participant."""

from datetime import timedelta

import pytest
from sqlalchemy import text

from quizapp.play.disclosure import Feedback
from quizapp.play.timing import Stretch
from quizapp.services import assignment_acts, assignments
from quizapp.services.assignments import AssignmentView
from quizapp.services.beginning import Shut
from quizapp.services.classes import set_time
from quizapp.services.errors import Conflict, FieldRefused, Invalid, NotFound
from quizapp.services.opening import Standing
from quizapp.services.personal_codes import LETTERS
from quizapp.services.play import finish, question
from quizapp.services.players import begin_visit
from quizapp.services.showing import choose_time, show_question
from services.balloon import NOW
from services.classroom import SOON, Room, terms
from services.playing import count
from services.rules import timer

HOUR = timedelta(hours=1)


def view(room: Room, code: str) -> AssignmentView:
    return assignments.show_assignment(room.db, owner=room.teacher.player, row=room.number(code), now=SOON)


def test_the_library_s_quizzes_may_be_given(room: Room) -> None:
    assert [(one.slug, one.own) for one in assignments.choices(room.db, owner=room.teacher.player)] == [("over-the-strait", False)]


def test_a_code_has_six_letters_none_of_which_looks_like_another(room: Room) -> None:
    codes = {room.give(None) for _ in range(5)}
    assert len(codes) == 5
    assert all(len(code) == 6 and set(code) <= set(LETTERS) for code in codes)
    assert not set(LETTERS) & set("IJLOQ01UV")


def test_an_unknown_quiz_and_somebody_else_s_class_are_refused(room: Room, other_room: Room) -> None:
    with pytest.raises(FieldRefused) as refused:
        room.give(None, quiz="no-such-quiz")
    assert refused.value.field == "quiz"
    with pytest.raises(NotFound):
        room.give(other_room.make_class())
    with pytest.raises(FieldRefused, match="no names yet"):
        room.give(room.make_class("7c", names=""))
    assert count(room.db, "assignment") == 0


def test_a_closing_time_that_is_over_is_refused(room: Room) -> None:
    with pytest.raises(FieldRefused) as refused:
        room.give(None, given=terms(closes_at=NOW))
    assert refused.value.field == "closes"


def test_the_list_says_whether_each_is_open(room: Room) -> None:
    room.give(None)
    room.give(None, given=terms(opens_at=NOW + HOUR))
    closing = room.give(None, given=terms(closes_at=NOW + HOUR))
    found = assignments.my_assignments(room.db, owner=room.teacher.player, now=NOW)
    assert [one for _, one in found] == [Standing.OPEN, Standing.NOT_YET, Standing.OPEN]
    later = assignments.my_assignments(room.db, owner=room.teacher.player, now=NOW + HOUR)
    assert {given.code: one for given, one in later}[closing] is Standing.CLOSED


def test_who_started_and_who_finished_is_seen_and_who_did_not(room: Room) -> None:
    code = room.give(room.make_class())
    room.play(code, room.take(code, "Mina").visit.visit.player)
    room.begin(code, room.take(code, "Otto").visit.visit.player)
    assert [(one.name, one.started, one.finished) for one in view(room, code).people] == [
        ("Mina", True, True),
        ("Noor", False, False),
        ("Otto", True, False),
    ]


def test_new_terms_count_for_attempts_that_run(room: Room) -> None:
    code = room.give(None)
    game = room.begin(code, _guest(room), nickname="Kim")
    changed = terms(feedback=Feedback.END, closes_at=NOW + HOUR)
    assignments.change_terms(room.db, actor=room.teacher, row=room.number(code), terms=changed, now=SOON)
    asked = game.current()
    game.answer(asked, asked.options[0].text, now=SOON)
    assert view(room, code).given.terms.closes_at == NOW + HOUR
    with pytest.raises(Conflict):
        game.feedback(asked.question)


def test_closing_now_stops_beginners_and_answers_after_the_grace(room: Room) -> None:
    code = room.give(None)
    game = room.begin(code, _guest(room), nickname="Kim")
    assignments.close_now(room.db, actor=room.teacher, row=room.number(code), now=SOON)
    with pytest.raises(Shut):
        room.begin(code, _guest(room), nickname="Lou", now=SOON)
    asked = game.current()
    game.answer(asked, asked.options[0].text, now=SOON + timedelta(seconds=3))
    assert game.current_or_none() is None
    assert view(room, code).standing is Standing.CLOSED


def test_who_was_ended_by_closing_goes_on_when_it_opens_again(room: Room) -> None:
    code = room.give(None)
    row, ended, done = room.number(code), room.begin(code, _guest(room), nickname="Kim"), room.begin(code, _guest(room), nickname="Lou")
    finish(room.db, player=done.player, attempt=done.attempt, now=SOON)
    closing = SOON + timedelta(seconds=1)
    assignments.close_now(room.db, actor=room.teacher, row=row, now=closing)
    asked = ended.current()
    ended.answer(asked, asked.options[0].text, now=closing + timedelta(seconds=3))
    assert ended.current_or_none() is None
    assignments.open_again(room.db, actor=room.teacher, row=row, now=closing + HOUR)
    assert view(room, code).standing is Standing.OPEN
    assert ended.current().stem
    assert done.current_or_none() is None


def test_a_later_closing_time_opens_it_again_too(room: Room) -> None:
    code = room.give(None, given=terms(closes_at=SOON))
    row, game = room.number(code), room.begin(code, _guest(room), nickname="Kim", now=NOW)
    finish(room.db, player=game.player, attempt=game.attempt, now=SOON + timedelta(seconds=5))
    later = terms(closes_at=NOW + HOUR)
    assignments.change_terms(room.db, actor=room.teacher, row=row, terms=later, now=SOON + timedelta(seconds=9))
    assert game.current().stem


def test_an_open_one_stays_as_it_is_and_one_that_needs_a_closing_time_is_not_opened_without(room: Room) -> None:
    code = room.give(None, given=terms(closes_at=NOW + HOUR, feedback=Feedback.CLOSING))
    row = room.number(code)
    assignments.open_again(room.db, actor=room.teacher, row=row, now=SOON)
    assert view(room, code).given.terms.closes_at == NOW + HOUR
    with pytest.raises(Conflict, match="needs a closing time"):
        assignments.open_again(room.db, actor=room.teacher, row=row, now=NOW + 2 * HOUR)


def test_a_student_cannot_turn_the_teacher_s_timer_off_but_has_the_time_the_teacher_gave(room: Room) -> None:
    row = room.make_class()
    set_time(room.db, actor=room.teacher, row=row, student=room.student(row, "Noor"), stretch=Stretch.TWICE, now=NOW)
    code = room.give(row, given=terms(timer=timer(20, players_choice=True)))
    left = []
    for name in ("Mina", "Noor"):
        game = room.begin(code, room.take(code, name).visit.visit.player)
        shown = show_question(room.db, player=game.player, attempt=game.attempt, question="1", now=SOON)
        assert shown.clock is not None
        assert not shown.clock.may_change
        left.append(shown.clock.left)
        with pytest.raises(Invalid, match="set for everybody"):
            choose_time(room.db, player=game.player, attempt=game.attempt, stretch=Stretch.UNTIMED, now=SOON)
    assert left == [20, 40]


def test_a_student_without_a_limit_has_none(room: Room) -> None:
    row = room.make_class()
    set_time(room.db, actor=room.teacher, row=row, student=room.student(row, "Otto"), stretch=Stretch.UNTIMED, now=NOW)
    code = room.give(row, given=terms(timer=timer(20)))
    game = room.begin(code, room.take(code, "Otto").visit.visit.player)
    shown = show_question(room.db, player=game.player, attempt=game.attempt, question="1", now=SOON)
    assert shown.clock is not None
    assert shown.clock.left is None


def test_another_try_is_allowed_to_one_and_not_to_all(room: Room) -> None:
    code = room.give(room.make_class())
    mina, noor = (room.take(code, name).visit.visit.player for name in ("Mina", "Noor"))
    first, _ = room.play(code, mina), room.play(code, noor)
    part = next(one.participant for one in view(room, code).people if one.name == "Mina")
    assert part is not None
    assignment_acts.allow_another(room.db, actor=room.teacher, row=room.number(code), participant=part, now=SOON)
    assert room.begin(code, mina).attempt != first.attempt
    with pytest.raises(Shut):
        room.begin(code, noor)


def test_a_finished_attempt_with_open_questions_goes_on(room: Room) -> None:
    code = room.give(None)
    game = room.begin(code, _guest(room), nickname="Kim")
    finish(room.db, player=game.player, attempt=game.attempt, now=SOON)
    assignment_acts.reopen(room.db, actor=room.teacher, row=room.number(code), attempt=game.attempt, now=SOON)
    assert question(room.db, player=game.player, attempt=game.attempt, question="1", now=SOON).stem


def test_an_attempt_with_every_question_answered_does_not_go_on(room: Room) -> None:
    code = room.give(None)
    game = room.play(code, _guest(room), nickname="Kim")
    with pytest.raises(Conflict, match="Every question"):
        assignment_acts.reopen(room.db, actor=room.teacher, row=room.number(code), attempt=game.attempt, now=SOON)


def test_a_deleted_attempt_counts_as_never_taken_and_stays_in_the_record(room: Room) -> None:
    code = room.give(None)
    game = room.play(code, _guest(room), nickname="Kim", right=2)
    assignment_acts.delete_attempt(room.db, actor=room.teacher, row=room.number(code), attempt=game.attempt, now=SOON)
    assert view(room, code).people == ()
    assert room.begin(code, game.player).attempt != game.attempt
    with room.db.reading() as connection:
        old = connection.execute(text("SELECT old FROM record WHERE action = 'attempt deleted'")).scalar_one()
    assert '"score":2' in old.replace(" ", "")


def test_deleting_an_assignment_deletes_what_was_answered_in_it_and_nothing_else(room: Room) -> None:
    code, other = room.give(None), room.give(None)
    kim = _guest(room)
    room.play(code, kim, nickname="Kim")
    kept = room.play(other, kim, nickname="Kim")
    assignments.delete_assignment(room.db, actor=room.teacher, row=room.number(code), now=SOON)
    assert count(room.db, "attempt") == 1
    assert kept.current_or_none() is None
    with pytest.raises(NotFound):
        room.door(code)


def test_another_teacher_finds_nothing_of_it(room: Room, other_room: Room) -> None:
    code = room.give(None)
    row, db, sven = room.number(code), room.db, other_room.teacher
    game = room.play(code, _guest(room), nickname="Kim")
    part = view(room, code).people[0].participant or 0
    assert assignments.my_assignments(db, owner=sven.player, now=NOW) == ()
    for act in (
        lambda: assignments.show_assignment(db, owner=sven.player, row=row, now=NOW),
        lambda: assignments.change_terms(db, actor=sven, row=row, terms=terms(), now=NOW),
        lambda: assignments.close_now(db, actor=sven, row=row, now=NOW),
        lambda: assignments.delete_assignment(db, actor=sven, row=row, now=NOW),
        lambda: assignment_acts.allow_another(db, actor=sven, row=row, participant=part, now=NOW),
        lambda: assignment_acts.reopen(db, actor=sven, row=row, attempt=game.attempt, now=NOW),
        lambda: assignment_acts.delete_attempt(db, actor=sven, row=row, attempt=game.attempt, now=NOW),
    ):
        with pytest.raises(NotFound):
            act()
    assert view(room, code).people[0].finished


def test_an_attempt_of_another_assignment_is_not_found(room: Room) -> None:
    code, other = room.give(None), room.give(None)
    game = room.play(code, _guest(room), nickname="Kim")
    with pytest.raises(NotFound):
        assignment_acts.delete_attempt(room.db, actor=room.teacher, row=room.number(other), attempt=game.attempt, now=SOON)


def _guest(room: Room) -> int:
    return begin_visit(room.db, now=NOW, rng=room.rng).visit.player
