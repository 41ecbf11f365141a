"""Coming to a quiz by its code: one name each, kept by a personal code, and nobody else answers under it."""

from datetime import timedelta
from random import Random

import pytest

from quizapp.play.timing import Per, Stretch, Timer
from quizapp.services import account_acts, articles, classes, entering, play
from quizapp.services.account_acts import Browser
from quizapp.services.closed_books import BookClosed
from quizapp.services.entering import Entered
from quizapp.services.errors import Conflict, FieldRefused, NotFound, TooOften
from quizapp.services.personal_codes import grouped
from quizapp.services.players import begin_visit, find_visit
from services.accounts import School
from services.balloon import NOW
from services.classroom import SOON, Room, terms
from services.playing import count, dump

HOUR = timedelta(hours=1)
ELSEWHERE = Browser(address="198.51.100.4")


def again(room: Room, code: str, student: int, personal: str, *, browser: Browser = ELSEWHERE) -> Entered:
    return entering.enter_again(room.db, code=code, student=student, personal=personal, browser=browser, now=SOON, rng=room.rng)


def guest(room: Room) -> int:
    return begin_visit(room.db, now=NOW, rng=room.rng).visit.player


def test_a_code_is_found_however_it_is_typed(room: Room) -> None:
    code = room.give(None)
    for typed in (code, code.lower(), f" {code[:3]} {code[3:]} ", f"{code[:3]}-{code[3:]}"):
        assert entering.known_code(room.db, text=typed, address="192.0.2.7", now=NOW) == code


@pytest.mark.parametrize(("typed", "why"), [("KTM", "3 letters; expected 6"), ("ZZZZZZ", "No quiz has the code ZZZZZZ"), ("", "0 letters")])
def test_a_code_that_no_quiz_has_is_refused_in_words(room: Room, typed: str, why: str) -> None:
    with pytest.raises(FieldRefused, match=why):
        entering.known_code(room.db, text=typed, address="192.0.2.7", now=NOW)


def test_nobody_tries_all_codes(room: Room) -> None:
    code = room.give(None)
    for number in range(60):
        with pytest.raises(FieldRefused):
            entering.known_code(room.db, text=f"BBB{number:03}", address="192.0.2.9", now=NOW)
    with pytest.raises(TooOften):
        entering.known_code(room.db, text="ZZZZZZ", address="192.0.2.9", now=NOW)
    with pytest.raises(TooOften):
        entering.door(room.db, code="ZZZZZZ", player=None, address="192.0.2.9", now=NOW)
    assert entering.known_code(room.db, text=code, address="192.0.2.9", now=NOW) == code


def test_who_does_not_know_the_code_keeps_no_student_from_typing_theirs_and_finds_no_code(room: Room) -> None:
    code = room.give(room.make_class())
    mina = room.take(code, "Mina")
    student = room.student(1, "Mina")
    for number in range(60):
        with pytest.raises(NotFound):
            again(room, f"BBB{number:03}", student, "AAAA AAAA")
    with pytest.raises(TooOften):
        again(room, "ZZZZZZ", student, "AAAA AAAA")
    assert mina.code is not None
    assert again(room, code, student, mina.code).name == "Mina"


def test_the_door_shows_the_names_and_which_are_taken(room: Room) -> None:
    code = room.give(room.make_class())
    room.take(code, "Noor")
    assert [(one.name, one.taken) for one in room.door(code).seats] == [("Mina", False), ("Noor", True), ("Otto", False)]


def test_a_name_is_taken_once(room: Room) -> None:
    code = room.give(room.make_class())
    taken = room.take(code, "Mina")
    assert taken.visit.visit.answering == "Mina"
    assert len((taken.code or "").replace(" ", "")) == 8
    with pytest.raises(Conflict, match="taken this name"):
        room.take(code, "Mina")
    assert count(room.db, "player") == 2


def test_a_taken_name_opens_by_its_code_alone_and_the_attempt_goes_on_there(room: Room) -> None:
    row = room.make_class()
    code, number = room.give(row), room.student(row, "Mina")
    mina = room.take(code, "Mina")
    game = room.begin(code, mina.visit.visit.player)
    game.answer_right(game.current())
    for wrong in ("", "BBBB BBBB", "not a code at all"):
        with pytest.raises(FieldRefused) as refused:
            again(room, code, number, wrong)
        assert refused.value.field == "personal"
    other = again(room, code, number, (mina.code or "").lower().replace(" ", "-"))
    assert other.code is None
    assert room.begin(code, other.visit.visit.player).attempt == game.attempt
    assert play.progress(room.db, player=other.visit.visit.player, attempt=game.attempt, now=NOW).answered == 1


def test_personal_codes_are_not_tried_out(room: Room) -> None:
    row = room.make_class()
    code, number = room.give(row), room.student(row, "Mina")
    right = room.take(code, "Mina").code or ""
    for place in range(10):
        with pytest.raises(FieldRefused):
            again(room, code, number, "WRNG WRNG", browser=Browser(address=f"198.51.100.{place}"))
    with pytest.raises(TooOften):
        again(room, code, number, right)


def test_the_right_code_gives_the_tries_back(room: Room) -> None:
    row = room.make_class()
    code, number = room.give(row), room.student(row, "Mina")
    right = room.take(code, "Mina").code or ""
    for _ in range(3):
        for _ in range(8):
            with pytest.raises(FieldRefused):
                again(room, code, number, "WRNG WRNG")
        again(room, code, number, right)


def test_a_code_is_kept_as_a_digest_alone(room: Room) -> None:
    code = room.give(room.make_class())
    personal = room.take(code, "Mina").code or ""
    assert not [line for line in dump(room.db) if personal in line or personal.replace(" ", "") in line]


def test_a_name_of_another_class_is_not_found(room: Room) -> None:
    code = room.give(room.make_class())
    other = room.make_class("8c", names="Ruth")
    with pytest.raises(NotFound):
        entering.take_name(room.db, code=code, student=room.student(other, "Ruth"), browser=ELSEWHERE, now=SOON, rng=room.rng)


def test_one_name_serves_every_quiz_of_the_class(room: Room) -> None:
    row = room.make_class()
    first, second = room.give(row), room.give(row)
    mina = room.take(first, "Mina").visit.visit.player
    mine = room.door(second, mina).mine
    assert mine is not None
    assert (mine.name, mine.going, mine.left) == ("Mina", None, 1)


def test_leaving_lets_the_device_go_and_keeps_the_name(room: Room) -> None:
    code = room.give(room.make_class())
    mina = room.take(code, "Mina")
    entering.leave(room.db, token=mina.visit.token, now=SOON)
    assert find_visit(room.db, mina.visit.token) is None
    assert room.door(code).seats[0].taken


def test_an_account_made_on_a_student_s_device_does_not_take_the_student_s_answers_along(room: Room) -> None:
    code = room.give(room.make_class())
    mina = room.take(code, "Mina")
    game = room.play(code, mina.visit.visit.player)
    made = School(db=room.db, rng=Random(99)).register("Paula", visit=mina.visit.token)
    assert made.visit.visit.player != mina.visit.visit.player
    assert play.progress(room.db, player=mina.visit.visit.player, attempt=game.attempt, now=NOW).answered > 0
    with room.db.reading() as connection:
        assert account_acts.guest_of(connection, Browser(address="", visit=mina.visit.token)) is None


def test_a_guest_with_a_nickname_who_signs_in_keeps_taking_part(room: Room) -> None:
    code = room.give(None)
    visit = begin_visit(room.db, now=NOW, rng=room.rng)
    room.play(code, visit.visit.player, nickname="Kim")
    made = School(db=room.db, rng=Random(99)).register("Kimberly", visit=visit.token)
    mine = room.door(code, made.visit.visit.player).mine
    assert mine is not None
    assert (mine.name, len(mine.finished), mine.left) == ("Kim", 1, 0)


def test_two_parts_of_one_person_become_one_when_they_sign_in(room: Room) -> None:
    code = room.give(None)
    school = School(db=room.db, rng=Random(99))
    account = school.register("Kimberly").visit.visit.player
    room.play(code, account, nickname="Kim")
    visit = begin_visit(room.db, now=NOW, rng=room.rng)
    room.play(code, visit.visit.player, nickname="Kim again")
    school.sign_in("Kimberly", visit=visit.token)
    mine = room.door(code, account).mine
    assert mine is not None
    assert (mine.name, len(mine.finished)) == ("Kim", 2)
    assert count(room.db, "participant") == 1


def test_a_removed_name_is_nobody_s_at_the_door(room: Room) -> None:
    row = room.make_class()
    code = room.give(row)
    mina = room.take(code, "Mina").visit.visit.player
    classes.remove_name(room.db, actor=room.teacher, row=row, student=room.student(row, "Mina"), now=SOON)
    assert room.door(code, mina).mine is None


def test_codes_are_read_aloud_in_groups() -> None:
    assert grouped("KTMRDX") == "KTM RDX"
    assert grouped("KTMR4PX9") == "KTMR 4PX9"


def test_a_closed_book_is_shut_for_who_takes_part_until_the_quiz_closes(room: Room, sam: int) -> None:
    code = room.give(room.make_class(), given=terms(closed_book=True, opens_at=SOON, closes_at=NOW + HOUR))
    mina = room.take(code, "Mina").visit.visit.player
    slug = articles.articles(room.db)[0].slug
    with pytest.raises(BookClosed) as shut:
        articles.article(room.db, slug=slug, player=mina, now=SOON)
    assert (shut.value.quiz, shut.value.until) == ("Over the strait", NOW + HOUR)
    assert articles.disagreements(room.db, player=mina, now=SOON) == ()
    for player, now in ((sam, SOON), (mina, NOW), (mina, NOW + HOUR)):
        assert articles.article(room.db, slug=slug, player=player, now=now).slug == slug
        assert articles.disagreements(room.db, player=player, now=now)


def test_an_open_book_is_not_shut(room: Room) -> None:
    code = room.give(None, given=terms(closes_at=NOW + HOUR))
    kim = guest(room)
    room.begin(code, kim, nickname="Kim")
    assert all(articles.article(room.db, slug=one.slug, player=kim, now=SOON) for one in articles.articles(room.db))


def test_the_door_says_how_long_and_how_often_before_anything_begins(room: Room) -> None:
    row = room.make_class()
    classes.set_time(room.db, actor=room.teacher, row=row, student=room.student(row, "Noor"), stretch=Stretch.TWICE, now=NOW)
    code = room.give(row, given=terms(attempts=2, timer=Timer(per=Per.QUIZ, seconds=180)))
    shut = room.door(code)
    assert (shut.tries, shut.per, shut.allowed) == (2, Per.QUIZ, timedelta(minutes=3))
    noor = room.take(code, "Noor").visit.visit.player
    assert room.door(code, noor).allowed == timedelta(minutes=6)
    plain = room.door(room.give(None))
    assert (plain.tries, plain.per, plain.allowed) == (1, None, None)
