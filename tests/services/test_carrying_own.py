"""A library article is corrected: teachers' own questions go on where their words still stand, the rest waits for their teacher."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text

from quizapp.knowledge.claim import MadeBy
from quizapp.questions.item import State
from quizapp.services import revising
from quizapp.services.carrying_own import OwnCarried
from quizapp.services.database import Database
from quizapp.services.deciding import Actor
from quizapp.services.errors import NotFound
from quizapp.services.library_articles import shelf
from quizapp.services.own_scope import make_own_scope
from quizapp.services.own_waiting import count_waiting, leave_out, waiting_again
from quizapp.services.putting_back import put_back
from quizapp.storage.scopes import read_scope
from services.balloon import LATE, MORNING, NOW, TEXTS, World, make_world
from services.knowing import library
from services.own_article import acting, add_and_read, teacher
from services.own_bank import SEWN, TOWN, asked, question, seen_by, written
from services.playing import dump

LATER = NOW + timedelta(days=1)
AFTER = NOW + timedelta(days=2)
LONGER = LATE.replace("balloon\n\n", "balloon\n\nA corrected report. ", 1)
ELSEWHERE = LATE.replace(SEWN, "Nobody knows where the Gannet was sewn.")
SLUG = "four-hundred-people-and-a-balloon"


def correct(db: Database, rita: Actor, words: str, *, slug: str = SLUG) -> revising.Outcome:
    """Correct an article."""
    return revising.revise(db, article=slug, text=words, reason="It was so.", actor=rita, now=LATER)


def own_claims(db: Database, owner: int) -> list[tuple[str, bool]]:
    """What the teacher stated herself, and whether its words stand in the article as it is."""
    with db.reading() as connection:
        own = read_scope(connection, make_own_scope(connection, owner).id)
    scope = seen_by(db, owner).scope
    return [(claim.evidence.quote, scope.proves(claim.evidence)) for claim in own.claims if claim.made_by is MadeBy.TEACHER]


def test_her_question_goes_on_with_its_words_in_the_new_text(db: Database, balloon: World, tess: int, rita: Actor) -> None:
    before = written(db, tess)
    done = correct(db, rita, LONGER)
    after = question(db, tess, before.item)
    assert after.state is State.APPROVED
    assert after.number == before.number + 1
    assert after.decision is not None
    assert (after.decision.actor, after.decision.reason) == ("Tess", "I know it.")
    (evidence,) = after.value.evidence
    assert evidence.quote == SEWN
    assert seen_by(db, tess).scope.proves(evidence)
    assert after.item in {one.item for one in seen_by(db, tess).playable.values()}
    assert done.own == OwnCarried(going_on=1, waiting=0)
    assert count_waiting(db, owner=tess) == 0


def test_what_she_stated_herself_is_carried_with_it(db: Database, balloon: World, tess: int, rita: Actor) -> None:
    written(db, tess)
    correct(db, rita, LONGER)
    assert own_claims(db, tess) == [(SEWN, True)]


def test_a_question_whose_words_are_gone_is_listed_to_her_with_the_reason(db: Database, balloon: World, tess: int, rita: Actor) -> None:
    mine, other = written(db, tess), asked(db, tess, "spectators", balloon)
    done = correct(db, rita, ELSEWHERE)
    assert done.own == OwnCarried(going_on=1, waiting=1)
    assert question(db, tess, other.item).state is State.APPROVED
    (waits,) = waiting_again(db, owner=tess)
    assert (waits.item, waits.stem, waits.article, waits.since) == (mine.item, TOWN, "", LATER)
    assert waits.why.startswith("It was so. ")
    assert own_claims(db, tess) == []


def test_what_becomes_of_them_is_foreseen_without_changing_anything(db: Database, balloon: World, tess: int, rita: Actor) -> None:
    written(db, tess)
    before = dump(db)
    seen = [revising.foresee_revision(db, article=SLUG, text=words).own for words in (LONGER, ELSEWHERE)]
    assert dump(db) == before
    assert seen == [OwnCarried(going_on=1, waiting=0), OwnCarried(going_on=0, waiting=1)]
    assert correct(db, rita, ELSEWHERE).own == seen[1]


def test_questions_on_other_articles_and_of_other_teachers_are_left_alone(db: Database, balloon: World, tess: int, rita: Actor) -> None:
    tom = teacher(db, "Tom")
    add_and_read(db, tom)
    mine, theirs = asked(db, tess, "spectators", balloon), asked(db, tom, "gas_held", balloon)
    done = correct(db, rita, MORNING.replace("Brack\n\n", "Brack\n\nA corrected report. ", 1), slug="the-gannet-rises-over-brack")
    assert done.own == OwnCarried(going_on=1, waiting=0)
    assert question(db, tess, mine.item).row == mine.row
    assert question(db, tom, theirs.item).number == theirs.number + 1
    assert question(db, tom, theirs.item).state is State.APPROVED


def test_a_file_that_changed_carries_them_too(db: Database, balloon: World, tess: int) -> None:
    mine = written(db, tess)
    texts = {name: words for name, (words, _) in TEXTS.items()}
    make_world({**texts, "late.txt": LONGER, "morning.txt": f"{MORNING}\nThe end.\n"}).load(db, digest="second", now=AFTER)
    after = question(db, tess, mine.item)
    assert after.state is State.APPROVED
    assert seen_by(db, tess).scope.proves(after.value.evidence[0])
    assert own_claims(db, tess) == [(SEWN, True)]


def test_a_question_on_a_withdrawn_article_comes_back_with_it(db: Database, balloon: World, tess: int, rita: Actor) -> None:
    mine = written(db, tess)
    revising.withdraw(db, article=SLUG, reason="We may not print it.", actor=rita, now=LATER)
    assert [one.item for one in waiting_again(db, owner=tess)] == [mine.item]
    put_back(db, article=shelf(db).withdrawn[0].row, reason="We may.", actor=rita, now=AFTER)
    assert waiting_again(db, owner=tess) == ()
    assert question(db, tess, mine.item).state is State.APPROVED


def test_she_leaves_one_out_and_nobody_else_can(db: Database, balloon: World, tess: int, rita: Actor) -> None:
    tom = teacher(db, "Tom")
    written(db, tess)
    correct(db, rita, ELSEWHERE)
    (waits,) = waiting_again(db, owner=tess)
    with pytest.raises(NotFound):
        leave_out(db, item=waits.item, version=waits.version, actor=replace(acting(tom), name="Tom"), now=AFTER)
    leave_out(db, item=waits.item, version=waits.version, actor=acting(tess), now=AFTER)
    assert waiting_again(db, owner=tess) == ()
    assert question(db, tess, waits.item).state is State.REJECTED
    with pytest.raises(NotFound):
        leave_out(db, item=waits.item, version=waits.version, actor=acting(tess), now=AFTER)


def test_the_record_tells_reviewers_how_many_and_no_words(db: Database, balloon: World, tess: int, rita: Actor) -> None:
    written(db, tess)
    correct(db, rita, ELSEWHERE)
    with db.reading() as connection:
        lines = connection.execute(text("SELECT action, old, new, why FROM record ORDER BY id")).all()
    assert TOWN not in str(lines)
    assert '"of_teachers": {"going_on": 0, "waiting": 1}' in str(lines)
    assert library(db).scope.articles["late.txt"].text == ELSEWHERE
