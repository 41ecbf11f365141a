"""Undo takes back an edit, too: the version before stands again, what was played keeps what it showed, and the record says so."""

import pytest
from sqlalchemy import text

from quizapp.questions.item import State
from quizapp.questions.review import Move
from quizapp.services import candidates_deciding
from quizapp.services.database import Database
from quizapp.services.deciding import Done
from quizapp.services.errors import Conflict, NotFound
from quizapp.services.own_quizzes_view import builder_view
from quizapp.services.review_acts import take_back
from quizapp.services.review_filters import Filters
from quizapp.services.review_item import open_item
from services.balloon import LATER, MORNING, NOW, TEXTS, World, make_world
from services.classroom import Room
from services.mill import decide, draft_of, look, standing, write
from services.own_article import add
from services.playing import begin
from services.reviewing import GAS, Desk, staff
from services.wrong_key import WIDE, Mill

BETTER = "How many litres of gas fit into the balloon Gannet?"
OPTIONS = ("350 litres", "430 litres", "490 litres", "560 litres")


@pytest.fixture
def rita(db: Database) -> Desk:
    """Rita reviews a library in which every question is approved."""
    return Desk(db=db, actor=staff(db, "Rita"))


def undo(rita: Desk, stem: str) -> Done:
    one = rita.item(stem)
    return take_back(rita.db, item=one.item, version=one.row, actor=rita.actor, now=LATER)


def can_undo(rita: Desk, stem: str) -> bool:
    view = open_item(rita.db, item=rita.item(stem).item, filters=Filters(), actor=rita.actor, now=NOW)
    return Move.UNDO in view.moves


def test_the_version_before_an_edit_stands_again_as_it_was_decided(rita: Desk) -> None:
    before = rita.item(GAS)
    rita.edit(GAS, stem=BETTER)
    done = undo(rita, BETTER)
    after = rita.item(GAS)
    assert (done.old, done.new) == (State.CANDIDATE, State.APPROVED)
    assert (after.value, after.state, after.number) == (before.value, State.APPROVED, 3)
    assert after.item in rita.known().playable
    assert [action for _, action, _ in rita.record()] == ["question edited", "edit undone"]


def test_the_record_tells_both_wordings(rita: Desk) -> None:
    old = rita.item(GAS).value.stem
    rita.edit(GAS, stem=BETTER)
    undo(rita, BETTER)
    view = open_item(rita.db, item=rita.item(GAS).item, filters=Filters(), actor=rita.actor, now=NOW)
    told = next(one for one in view.story if one.what == "edit undone")
    assert (told.who, BETTER in told.old, old in told.new) == ("Rita", True, True)


def test_attempts_keep_what_they_showed(rita: Desk, paul: int) -> None:
    game = begin(rita.db, paul)
    asked = game.ask(GAS)
    game.answer(asked, "420 litres")
    rita.edit(GAS, stem=BETTER, options=OPTIONS)
    undo(rita, BETTER)
    rita.edit(GAS, options=OPTIONS)
    seen = game.feedback(asked.question)
    assert (seen.stem, seen.right, seen.answer) == (asked.stem, True, "420 litres")


def test_a_decision_is_taken_back_before_the_edit_it_was_made_on(rita: Desk) -> None:
    rita.edit(GAS, stem=BETTER)
    rita.decide(BETTER, Move.APPROVE)
    assert undo(rita, BETTER).new is State.CANDIDATE
    assert undo(rita, BETTER).new is State.APPROVED
    assert rita.item(GAS).number == 3


def test_undo_goes_back_through_every_edit_and_never_forth_again(rita: Desk) -> None:
    first = rita.item(GAS).value.stem
    rita.edit(GAS, stem=BETTER)
    rita.edit(BETTER, stem="How much gas is in the Gannet?")
    undo(rita, "How much gas is in")
    assert rita.item(BETTER).state is State.CANDIDATE
    undo(rita, BETTER)
    assert rita.item(first).state is State.APPROVED
    undo(rita, first)
    assert not can_undo(rita, first)
    with pytest.raises(Conflict, match="nothing to undo"):
        undo(rita, first)


def test_an_edit_is_offered_to_be_undone_and_a_first_version_is_not(rita: Desk) -> None:
    rita.edit(GAS, stem=BETTER)
    assert can_undo(rita, BETTER)
    undo(rita, BETTER)
    undo(rita, GAS)
    assert not can_undo(rita, GAS)


def test_what_would_not_be_approved_today_comes_back_waiting(rita: Desk) -> None:
    with rita.db.writing() as connection:
        connection.execute(
            text("UPDATE item_version SET options = :options WHERE id = :id"),
            {"options": '["350 litres", "420 litres", "420 litres", "560 litres"]', "id": rita.item(GAS).row},
        )
        connection.execute(text("UPDATE scope SET knowledge = knowledge + 1, generation = generation + 1"))
    rita.edit(GAS, stem=BETTER, options=(*OPTIONS[:1], "420 litres", *OPTIONS[2:]))
    assert undo(rita, BETTER).new is State.CANDIDATE


def test_an_edit_is_not_undone_where_the_words_before_left_the_article(rita: Desk, balloon: World) -> None:
    rita.edit(GAS, stem=BETTER)
    texts = {name: words for name, (words, _) in TEXTS.items()} | {"morning.txt": MORNING.replace("Gannet rises", "great Gannet rises")}
    make_world(texts).load(rita.db, digest="corrected")
    with pytest.raises(Conflict, match="do not stand there any more"):
        undo(rita, BETTER)
    assert [action for _, action, _ in rita.record()] == ["question edited"]


def test_two_who_undo_at_once_undo_one_edit(rita: Desk) -> None:
    rita.edit(GAS, stem=BETTER)
    one = rita.item(BETTER)
    take_back(rita.db, item=one.item, version=one.row, actor=rita.actor, now=LATER)
    with pytest.raises(Conflict, match="was here meanwhile"):
        take_back(rita.db, item=one.item, version=one.row, actor=rita.actor, now=LATER)


def test_a_teacher_takes_back_a_change_of_her_own_question(room: Room) -> None:
    db, tess = room.db, room.teacher
    mill = add(db, tess.player)
    offer = standing(db, tess, mill, write(db, tess, mill))
    assert not offer.can_undo
    decide(db, tess, mill, offer, Move.APPROVE, "I know it.")
    draft = draft_of(offer, stem="Who made the new wheel of the mill at Orrin?")
    candidates_deciding.save_draft(db, slug=mill, item=offer.item, version=offer.version, draft=draft, actor=tess, now=NOW)
    changed = standing(db, tess, mill, offer.item)
    assert (changed.waits, changed.can_undo) == (True, True)
    decide(db, tess, mill, changed, Move.UNDO)
    (back,) = look(db, tess, mill).all
    assert (back.stem, back.state, back.reason) == (offer.stem, State.APPROVED, "I know it.")
    with db.reading() as connection:
        kept = connection.execute(text("SELECT old, new FROM record WHERE action = 'edit undone'")).one()
    assert "wheel" not in f"{kept.old} {kept.new}"


def test_a_quiz_that_holds_the_version_before_has_nothing_newer_to_take(room: Room) -> None:
    mill, tess = Mill(room, WIDE), room.teacher
    draft = draft_of(mill.offer, stem="Who made the new wheel of the mill?")
    candidates_deciding.save_draft(
        room.db, slug=mill.article, item=mill.offer.item, version=mill.offer.version, draft=draft, actor=tess, now=NOW
    )
    mill.decide(Move.UNDO)
    assert mill.offer.state is State.APPROVED
    assert not any(one.newer for one in builder_view(room.db, owner=tess.player, quiz=mill.quiz).lines)


def test_a_stranger_takes_nothing_back(room: Room, other_room: Room) -> None:
    db, tess = room.db, room.teacher
    mill = add(db, tess.player)
    offer = standing(db, tess, mill, write(db, tess, mill))
    draft = draft_of(offer, stem="Who made the new wheel of the mill at Orrin?")
    candidates_deciding.save_draft(db, slug=mill, item=offer.item, version=offer.version, draft=draft, actor=tess, now=NOW)
    changed = standing(db, tess, mill, offer.item)
    with pytest.raises(NotFound):
        decide(db, other_room.teacher, mill, changed, Move.UNDO)
    assert standing(db, tess, mill, offer.item) == changed
