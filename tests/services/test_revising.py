"""Correcting and withdrawing articles: proofs move with their words, the rest is listed, what was played stays."""

from datetime import timedelta

import pytest
from sqlalchemy import text

from quizapp.knowledge.rulings import Ruling, RulingKind
from quizapp.questions.item import State
from quizapp.services import play, revising, rulings
from quizapp.services.check import check_bank
from quizapp.services.database import Database
from quizapp.services.deciding import Actor
from quizapp.services.errors import FieldRefused, NotFound
from quizapp.services.library import library_digest
from quizapp.storage.record import record_of
from services.balloon import MORNING, NOW, World
from services.knowing import library, states
from services.playing import begin, count, dump

LATER = NOW + timedelta(days=1)
AFTER = NOW + timedelta(days=2)
SLUG = "the-gannet-rises-over-brack"
LONGER = MORNING.replace("Brack\n\n", "Brack\n\nA corrected report. ", 1)
OTHER_GAS = MORNING.replace("carries 420 litres", "carries 425 litres")


def test_words_that_move_take_their_proofs_and_questions_along(db: Database, rita: Actor) -> None:
    before = library(db)
    done = revising.revise(db, article=SLUG, text=LONGER, reason="A line was missing.", actor=rita, now=LATER)
    after = library(db)
    assert done.lost == ()
    assert after.scope.articles["morning.txt"].text == LONGER
    assert all(after.scope.proves(claim.evidence) for claim in after.scope.claims)
    assert len(after.scope.claims) == len(before.scope.claims)
    assert after.playable.keys() == before.playable.keys()
    assert {one.id for one in after.scope.facts} == {one.id for one in before.scope.facts}
    assert check_bank(db) == ()


def test_questions_whose_words_are_gone_leave_play_until_somebody_decides(db: Database, balloon: World, rita: Actor) -> None:
    done = revising.revise(db, article=SLUG, text=OTHER_GAS, reason="It was 425.", actor=rita, now=LATER)
    assert [claim.evidence.quote for claim in done.lost] == ["carries 420 litres of gas"]
    left = {one.item for one in done.effect.touched if one.left_play}
    assert left == set(balloon.items("gas_held"))
    assert {states(db)[item] for item in left} == {State.CANDIDATE}
    assert library(db).scope.fact(balloon.fact("gas_held").id) is None
    assert check_bank(db) == ()


def test_what_a_correction_does_is_foreseen_without_changing_anything(db: Database, rita: Actor) -> None:
    before = dump(db)
    seen = revising.foresee_revision(db, article=SLUG, text=OTHER_GAS)
    assert dump(db) == before
    done = revising.revise(db, article=SLUG, text=OTHER_GAS, reason="It was 425.", actor=rita, now=LATER)
    assert (seen.lost, seen.carried, seen.questions) == (done.lost, done.carried, done.questions)
    assert [one.item for one in seen.effect.touched if one.left_play] == [one.item for one in done.effect.touched if one.left_play]


def test_what_was_played_keeps_the_text_it_showed(db: Database, paul: int, rita: Actor) -> None:
    game = begin(db, paul)
    view = game.ask("How much gas")
    game.answer_right(view)
    before = game.feedback(view.question)
    revising.revise(db, article=SLUG, text=OTHER_GAS, reason="It was 425.", actor=rita, now=LATER)
    after = game.feedback(view.question)
    assert (after.right, after.answer, after.stem) == (before.right, before.answer, before.stem)
    assert [one.text for one in after.proof.main.segments] == [one.text for one in before.proof.main.segments]
    play.finish(db, player=paul, attempt=game.attempt, now=LATER)
    assert play.results(db, player=paul, attempt=game.attempt, now=NOW).progress.right == 1


def test_a_correction_survives_the_files_being_read_again(db: Database, balloon: World, rita: Actor) -> None:
    revising.revise(db, article=SLUG, text=LONGER, reason="A line was missing.", actor=rita, now=LATER)
    before = library(db)
    balloon.load(db, digest="second", now=AFTER)
    after = library(db)
    assert after.scope == before.scope
    assert after.playable.keys() == before.playable.keys()
    assert check_bank(db) == ()


def test_an_article_withdrawn_here_stays_out_when_the_files_are_read_again(db: Database, balloon: World, rita: Actor) -> None:
    done = revising.withdraw(db, article=SLUG, reason="We may not print it.", actor=rita, now=LATER)
    assert done.retired
    before = library(db)
    assert "morning.txt" not in before.scope.articles
    assert {one.state for one in before.bank if any(two.article == "morning.txt" for two in one.value.evidence)} == {State.RETIRED}
    assert check_bank(db) == ()
    balloon.load(db, digest="second", now=AFTER)
    assert library(db).scope == before.scope
    assert library(db).playable.keys() == before.playable.keys()
    assert check_bank(db) == ()


def test_scores_and_results_stay_when_an_article_is_withdrawn(db: Database, paul: int, rita: Actor) -> None:
    game = begin(db, paul)
    view = game.ask("How much gas")
    game.answer_right(view)
    play.finish(db, player=paul, attempt=game.attempt, now=NOW)
    revising.withdraw(db, article=SLUG, reason="We may not print it.", actor=rita, now=LATER)
    shown = play.results(db, player=paul, attempt=game.attempt, now=NOW)
    assert shown.progress.right == 1
    assert any("420 litres" in one.text for line in shown.lines for one in line.proof.main.segments)


def test_a_split_holds_in_the_corrected_text(db: Database, balloon: World, rita: Actor) -> None:
    fact = balloon.fact("flight_time")
    apart = tuple(claim.id for claim in fact.claims if claim.evidence.article == "morning.txt")
    ruling = Ruling(
        kind=RulingKind.DIFFERENT_FACT, reason="Two flights.", subject="Gannet", relation="flight_time", claims=apart, part="first"
    )
    rulings.make_ruling(db, ruling=ruling, actor=rita, now=LATER)
    before = {one.id for one in library(db).scope.facts}
    revising.revise(db, article=SLUG, text=LONGER, reason="A line was missing.", actor=rita, now=LATER)
    assert {one.id for one in library(db).scope.facts} == before
    balloon.load(db, digest="second", now=AFTER)
    assert {one.id for one in library(db).scope.facts} == before


def test_a_correction_put_back_brings_the_old_words_back(db: Database, rita: Actor) -> None:
    before = library(db).scope
    revising.revise(db, article=SLUG, text=LONGER, reason="A line was missing.", actor=rita, now=LATER)
    revising.revise(db, article=SLUG, text=MORNING, reason="It was not.", actor=rita, now=AFTER)
    assert library(db).scope == before
    assert count(db, "revision") == 4
    assert check_bank(db) == ()


def test_the_next_start_reads_anew_what_the_files_say_of_a_text_of_theirs_that_came_back(db: Database, balloon: World, rita: Actor) -> None:
    before = library(db).scope
    revising.revise(db, article=SLUG, text=OTHER_GAS, reason="It was 425.", actor=rita, now=LATER)
    assert library_digest(db) == "first"
    revising.revise(db, article=SLUG, text=MORNING, reason="It was not.", actor=rita, now=AFTER)
    assert library_digest(db) is None
    balloon.load(db, digest="first", now=AFTER)
    assert library(db).scope == before
    assert check_bank(db) == ()


def test_each_act_is_one_line_of_the_record(db: Database, rita: Actor) -> None:
    revising.revise(db, article=SLUG, text=LONGER, reason="A line was missing.", actor=rita, now=LATER)
    assert count(db, "record") == 1
    done = revising.withdraw(db, article=SLUG, reason="We may not print it.", actor=rita, now=LATER)
    with db.reading() as connection:
        acts = record_of(connection, kind="article", subject=SLUG)
        retired = connection.scalar(text("SELECT count(*) FROM record WHERE action = 'question retired'"))
    assert [(one.actor, one.action, one.why) for one in acts] == [
        ("Rita", "article corrected", "A line was missing."),
        ("Rita", "article withdrawn", "We may not print it."),
    ]
    assert retired == len(done.retired)


@pytest.mark.parametrize("words", [MORNING, "", "a\x00b"])
def test_a_text_that_cannot_be_kept_is_refused(db: Database, rita: Actor, words: str) -> None:
    with pytest.raises(FieldRefused):
        revising.revise(db, article=SLUG, text=words, reason="Why.", actor=rita, now=LATER)
    with pytest.raises(NotFound):
        revising.revise(db, article="no-such-article", text="Words.", reason="Why.", actor=rita, now=LATER)
    assert count(db, "record") == 0
