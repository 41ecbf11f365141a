"""A withdrawn article is put back: what was known counts again, questions come back as decided where all checks hold."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text

from quizapp.questions.item import State
from quizapp.services import play, revising
from quizapp.services.check import check_bank
from quizapp.services.database import Database
from quizapp.services.deciding import Actor
from quizapp.services.errors import Conflict, FieldRefused, NotFound
from quizapp.services.library import library_digest
from quizapp.services.library_articles import shelf
from quizapp.services.putting_back import foresee_return, gone_article, put_back
from quizapp.services.regrouping import regroup
from quizapp.services.taking_in import take_in
from quizapp.storage.record import record_of
from services.balloon import NOW, TEXTS, World, make_world
from services.knowing import library, states
from services.playing import begin, count, dump
from services.rereading import fourth

OUT = NOW + timedelta(days=1)
BACK = NOW + timedelta(days=2)
AFTER = NOW + timedelta(days=3)
SLUG = "the-gannet-rises-over-brack"
WHY = "We may print it after all."


DULL = """
[[ruling]]
kind = "same_name"
names = ["Lena Ostrov", "Lena Ostrow"]
reason = "The harbour office and the morning paper write of one pilot."

[[ruling]]
kind = "not_asked"
subject = "Gannet"
relation = "gas_held"
reason = "Dull."
"""


def withdraw(db: Database, rita: Actor, slug: str = SLUG) -> int:
    """Withdraw an article; its row."""
    revising.withdraw(db, article=slug, reason="We may not print it.", actor=rita, now=OUT)
    return shelf(db).withdrawn[0].row


def test_what_was_known_and_every_question_is_as_it_was(db: Database, rita: Actor) -> None:
    before, stood = library(db), states(db)
    row = withdraw(db, rita)
    done = put_back(db, article=row, reason=WHY, actor=rita, now=BACK)
    after = library(db)
    assert after.scope == before.scope
    assert states(db).items() >= stood.items()
    assert after.playable.keys() == before.playable.keys()
    assert done.back
    assert done.waiting == ()
    assert shelf(db).withdrawn == ()
    assert count(db, "set_aside") == 0
    assert check_bank(db) == ()


def test_the_decision_that_comes_back_is_the_one_that_was_made(db: Database, balloon: World, rita: Actor) -> None:
    item = balloon.items("gas_held")[0]
    before = next(one.decision for one in library(db).bank if one.item == item)
    put_back(db, article=withdraw(db, rita), reason=WHY, actor=rita, now=BACK)
    after = next(one.decision for one in library(db).bank if one.item == item)
    assert before is not None
    assert after is not None
    assert (after.actor, after.reason, after.content) == (before.actor, before.reason, before.content)


def test_what_does_not_hold_any_more_waits_with_the_reason(db: Database, balloon: World, rita: Actor) -> None:
    row, gas = withdraw(db, rita), balloon.items("gas_held")[0]
    brought = make_world({name: words for name, (words, _) in TEXTS.items()}, DULL)
    replace(brought, candidates=(), quizzes=(), decisions=()).load(db, digest="second", now=OUT + timedelta(hours=1))
    seen = foresee_return(db, article=row)
    done = put_back(db, article=row, reason=WHY, actor=rita, now=BACK)
    assert [one.item for one in done.waiting] == [gas] == [one.item for one in seen.waiting]
    assert states(db)[gas] is State.CANDIDATE
    waits = next(one.decision for one in library(db).bank if one.item == gas)
    assert waits is not None
    assert "may not be asked" in waits.reason
    with db.reading() as connection:
        assert record_of(connection, kind="item", subject=gas)[-1].action == "question waits again"
    assert check_bank(db) == ()


def test_what_it_does_is_foreseen_without_changing_anything(db: Database, rita: Actor) -> None:
    row = withdraw(db, rita)
    before = dump(db)
    seen = foresee_return(db, article=row)
    assert dump(db) == before
    done = put_back(db, article=row, reason=WHY, actor=rita, now=BACK)
    assert (seen.slug, seen.passages, seen.back, seen.waiting) == (done.slug, done.passages, done.back, done.waiting)
    assert [one.item for one in seen.effect.touched] == [one.item for one in done.effect.touched]
    assert seen.effect.facts == done.effect.facts


def test_what_somebody_decided_meanwhile_stays(db: Database, balloon: World, rita: Actor) -> None:
    row, item = withdraw(db, rita), balloon.items("gas_held")[0]
    mine = "(SELECT v.id FROM item_version v JOIN item i ON i.id = v.item_id WHERE i.item = :item)"
    with db.writing() as connection:
        retired_later = f"UPDATE decision SET at = '2026-03-09' WHERE state = 'retired' AND item_version_id IN {mine}"  # noqa: S608
        connection.execute(text(retired_later), {"item": item})
        connection.execute(text("UPDATE scope SET knowledge = knowledge + 1, generation = generation + 1"))
    put_back(db, article=row, reason=WHY, actor=rita, now=BACK)
    assert states(db)[item] is State.RETIRED


def test_past_scores_are_untouched(db: Database, paul: int, rita: Actor) -> None:
    game = begin(db, paul)
    view = game.ask("How much gas")
    game.answer_right(view)
    play.finish(db, player=paul, attempt=game.attempt, now=NOW)
    before = play.results(db, player=paul, attempt=game.attempt, now=NOW)
    put_back(db, article=withdraw(db, rita), reason=WHY, actor=rita, now=BACK)
    after = play.results(db, player=paul, attempt=game.attempt, now=NOW)
    assert (after.progress.right, after.progress.total) == (before.progress.right, before.progress.total)
    assert count(db, "score_change") == 0


def test_it_stays_in_place_when_the_files_are_read_again(db: Database, balloon: World, rita: Actor) -> None:
    put_back(db, article=withdraw(db, rita), reason=WHY, actor=rita, now=BACK)
    before = library(db)
    assert library_digest(db) is None
    balloon.load(db, digest="first", now=AFTER)
    assert library(db).scope == before.scope
    assert library(db).playable.keys() == before.playable.keys()
    assert check_bank(db) == ()


def test_an_article_added_here_comes_back_with_all_that_was_read_in_it(db: Database, balloon: World, rita: Actor) -> None:
    take_in(db, fourth(), now=NOW)
    before, stood = library(db), states(db)
    slug = before.scope.articles["fourth.txt"].slug
    row = withdraw(db, rita, slug)
    balloon.load(db, digest="second", now=OUT + timedelta(hours=1))
    assert "sewn_in" not in {claim.relation for claim in library(db).scope.claims}
    put_back(db, article=row, reason=WHY, actor=rita, now=BACK)
    after = library(db)
    assert set(after.scope.claims) == set(before.scope.claims)
    assert {one.id for one in after.scope.facts} == {one.id for one in before.scope.facts}
    assert states(db).items() >= stood.items()
    assert check_bank(db) == ()


def without(world: World, name: str) -> World:
    """The world when this article's file is gone."""
    articles = {one: article for one, article in world.articles.items() if one != name}
    claims = [claim for claim in world.scope.claims if claim.evidence.article != name]
    scope = regroup(world.scope, world.rulings, articles=articles, claims=claims)
    kept = tuple(one for one in world.candidates if all(two.article != name for two in one.item.evidence))
    return replace(world, articles=articles, scope=scope, candidates=kept, quizzes=())


def test_an_article_whose_file_is_gone_is_kept_from_then_on(db: Database, balloon: World, rita: Actor) -> None:
    stood, fewer = states(db), without(balloon, "late.txt")
    fewer.load(db, digest="second", now=OUT)
    (gone,) = shelf(db).withdrawn
    assert gone.by is None
    assert gone_article(db, article=gone.row).passages > 0
    put_back(db, article=gone.row, reason=WHY, actor=rita, now=BACK)
    fewer.load(db, digest="third", now=AFTER)
    assert "late.txt" in library(db).scope.articles
    assert states(db).items() >= stood.items()
    assert check_bank(db) == ()


def test_an_address_that_is_taken_meanwhile_is_not_taken_twice(db: Database, rita: Actor) -> None:
    row = withdraw(db, rita)
    with db.writing() as connection:
        connection.execute(text("UPDATE article SET slug = :slug WHERE name = 'late.txt'"), {"slug": SLUG})
        connection.execute(text("UPDATE scope SET knowledge = knowledge + 1, generation = generation + 1"))
    assert put_back(db, article=row, reason=WHY, actor=rita, now=BACK).slug == f"{SLUG}-2"


def test_what_cannot_be_put_back_is_refused_and_nothing_is_stored(db: Database, rita: Actor) -> None:
    row = withdraw(db, rita)
    before = dump(db)
    with pytest.raises(FieldRefused):
        put_back(db, article=row, reason=" ", actor=rita, now=BACK)
    with pytest.raises(NotFound):
        put_back(db, article=row + 90, reason=WHY, actor=rita, now=BACK)
    assert dump(db) == before
    put_back(db, article=row, reason=WHY, actor=rita, now=BACK)
    with pytest.raises(NotFound):
        put_back(db, article=row, reason=WHY, actor=rita, now=BACK)


def test_a_text_that_the_library_has_under_another_name_is_not_had_twice(db: Database, rita: Actor) -> None:
    row = withdraw(db, rita)
    with db.writing() as connection:
        late = "SELECT r.text FROM revision r JOIN article a ON a.id = r.article_id WHERE a.name = 'late.txt'"
        connection.execute(text(f"UPDATE revision SET text = ({late}) WHERE article_id = :row"), {"row": row})  # noqa: S608
    with pytest.raises(Conflict, match="Four hundred people"):
        put_back(db, article=row, reason=WHY, actor=rita, now=BACK)


def test_the_record_has_one_line_for_it_and_one_for_each_question(db: Database, rita: Actor) -> None:
    row = withdraw(db, rita)
    assert gone_article(db, article=row).why == "We may not print it."
    done = put_back(db, article=row, reason=WHY, actor=rita, now=BACK)
    with db.reading() as connection:
        acts = record_of(connection, kind="article", subject=SLUG)
        back = connection.scalar(text("SELECT count(*) FROM record WHERE action = 'question back in play'"))
    assert [(one.actor, one.action, one.why) for one in acts][1:] == [("Rita", "article put back", WHY)]
    assert back == len(done.back) + sum(one.came_back for one in done.effect.touched)
