"""Beginning a quiz that was given: while it is open, as often as its teacher allows, under a usable name."""

from datetime import timedelta

import pytest

from quizapp.services.beginning import Shut
from quizapp.services.errors import Conflict, FieldRefused, NotFound
from quizapp.services.opening import Standing
from quizapp.services.players import begin_visit
from services.balloon import NOW
from services.classroom import Room, terms
from services.playing import count

HOUR = timedelta(hours=1)


def guest(room: Room) -> int:
    return begin_visit(room.db, now=NOW, rng=room.rng).visit.player


def test_before_it_opens_and_after_it_closed_nothing_begins(room: Room) -> None:
    code = room.give(room.make_class(), given=terms(opens_at=NOW + HOUR, closes_at=NOW + 2 * HOUR))
    assert room.door(code, now=NOW).standing is Standing.NOT_YET
    with pytest.raises(Conflict, match="not open"):
        room.take(code, "Mina", now=NOW)
    mina = room.take(code, "Mina", now=NOW + HOUR).visit.visit.player
    assert room.door(code, now=NOW + 2 * HOUR).standing is Standing.CLOSED
    with pytest.raises(Shut):
        room.begin(code, mina, now=NOW + 2 * HOUR)
    with pytest.raises(Conflict, match="not open"):
        room.take(code, "Noor", now=NOW + 2 * HOUR)
    assert room.begin(code, mina, now=NOW + 2 * HOUR - timedelta(seconds=1)).attempt


def test_a_running_attempt_ends_at_the_closing_time_with_its_grace(room: Room) -> None:
    code = room.give(None, given=terms(closes_at=NOW + HOUR))
    kim, lou = room.begin(code, guest(room), nickname="Kim"), room.begin(code, guest(room), nickname="Lou")
    for game, late, counted in ((kim, 1, True), (lou, 3, False)):
        asked = game.current()
        game.answer(asked, asked.options[0].text, now=NOW + HOUR + timedelta(seconds=late))
        assert game.feedback(asked.question).late is not counted


def test_tries_are_counted(room: Room) -> None:
    code = room.give(None, given=terms(attempts=2))
    kim = guest(room)
    for left in (1, 0):
        room.play(code, kim, nickname="Kim")
        mine = room.door(code, kim).mine
        assert mine is not None
        assert (mine.left, mine.going, len(mine.finished)) == (left, None, 2 - left)
    with pytest.raises(Shut):
        room.begin(code, kim)


def test_without_a_count_one_may_play_as_often_as_one_likes(room: Room) -> None:
    code = room.give(None, given=terms(attempts=None))
    kim = guest(room)
    assert len({room.play(code, kim, nickname="Kim").attempt for _ in range(3)}) == 3
    mine = room.door(code, kim).mine
    assert mine is not None
    assert mine.left is None


def test_a_double_click_begins_one_attempt(room: Room) -> None:
    code = room.give(None)
    kim = guest(room)
    assert room.begin(code, kim, nickname="Kim").attempt == room.begin(code, kim).attempt
    assert count(room.db, "attempt") == 1


@pytest.mark.parametrize(("nickname", "why"), [("", "Type a name"), ("K" * 25, "at most 24"), ("Kim", "already"), ("kim", "already")])
def test_a_nickname_must_be_usable_and_one_s_own(room: Room, nickname: str, why: str) -> None:
    code = room.give(None)
    room.begin(code, guest(room), nickname="Kim")
    with pytest.raises(FieldRefused, match=why):
        room.begin(code, guest(room), nickname=nickname)


def test_who_has_no_name_in_the_class_does_not_begin(room: Room) -> None:
    code = room.give(room.make_class())
    with pytest.raises(NotFound):
        room.begin(code, guest(room))
    other = room.give(room.make_class("8c", names="Ruth"))
    ruth = room.take(other, "Ruth").visit.visit.player
    with pytest.raises(NotFound):
        room.begin(code, ruth)
