"""A corrected article is read again: only what its new words say is added, what is known and decided stays."""

from datetime import timedelta
from functools import partial

import pytest

from quizapp.knowledge.claim import MadeBy
from quizapp.questions.item import State
from quizapp.services import job_runs, jobs, revising
from quizapp.services.check import check_bank
from quizapp.services.database import Database
from quizapp.services.deciding import Actor
from quizapp.services.errors import Conflict, NotFound
from quizapp.services.jobs import Job
from quizapp.services.library_articles import shelf
from quizapp.services.putting_back import put_back
from quizapp.services.rereading import latest_reading, read_again
from quizapp.storage.record import record_of
from quizapp.storage.tables.jobs import JobState
from services.balloon import MORNING, NOW, World
from services.knowing import library, states
from services.playing import dump

LATER = NOW + timedelta(days=1)
AFTER = NOW + timedelta(days=2)
SLUG = "the-gannet-rises-over-brack"
LONGER = MORNING.replace("🎈\n", "🎈 Jonas Reed, a baker, was born in Tolva in 1961.\n")


def correct(db: Database, rita: Actor, text: str, *, slug: str = SLUG) -> Job:
    """Correct an article and let a worker read it; the job."""
    revising.revise(db, article=slug, text=text, reason="A line was missing.", actor=rita, now=LATER)
    return read(db, rita, slug)


def read(db: Database, rita: Actor, slug: str = SLUG) -> Job:
    """Let a worker read what waits; the latest job."""
    job_runs.work_off(db, clock=lambda: LATER)
    found = latest_reading(db, article=slug, owner=rita.player)
    assert found is not None
    return found


def said_anew(db: Database) -> dict[str, str]:
    """The passages that no person read, with who or what they speak of."""
    return {claim.evidence.quote: claim.subject for claim in library(db).scope.claims if claim.made_by is MadeBy.EXTRACTED}


def test_what_the_new_words_say_is_known_and_its_questions_wait(db: Database, rita: Actor) -> None:
    before, stood = library(db), states(db)
    done = correct(db, rita, LONGER)
    assert done.state is JobState.DONE, done.trouble
    found = said_anew(db)
    assert found
    assert all("Jonas Reed" in quote for quote in found)
    assert done.result is not None
    assert done.result["claims"] == len(found)
    after = library(db)
    assert len(after.scope.claims) == len(before.scope.claims) + len(found)
    new = {item: state for item, state in states(db).items() if item not in stood}
    assert set(new.values()) <= {State.CANDIDATE}
    assert len(new) >= int(str(done.result["questions"])) > 0
    assert check_bank(db) == ()


def test_what_is_hand_checked_and_decided_stays(db: Database, rita: Actor) -> None:
    correct(db, rita, MORNING.replace("🎈\n", "\n"))
    before, stood = library(db), states(db)
    correct(db, rita, LONGER)
    after = library(db)
    by_hand = [claim for claim in after.scope.claims if claim.made_by is MadeBy.HAND]
    assert {(one.subject, one.relation, one.evidence.quote) for one in by_hand} == {
        (one.subject, one.relation, one.evidence.quote) for one in before.scope.claims
    }
    assert {item: state for item, state in states(db).items() if item in stood} == stood
    assert after.playable.keys() == before.playable.keys()


def test_a_correction_that_takes_words_away_adds_nothing(db: Database, rita: Actor) -> None:
    done = correct(db, rita, MORNING.replace(", and the flight over the strait took six hours", ""))
    assert done.result is not None
    assert done.result["claims"] == 0
    assert said_anew(db) == {}


def test_reading_twice_gives_the_same(db: Database, rita: Actor) -> None:
    correct(db, rita, LONGER)
    before = library(db).scope
    read_again(db, article=SLUG, actor=rita, now=AFTER)
    done = read(db, rita)
    assert done.result is not None
    assert (done.result["claims"], done.result["questions"]) == (0, 0)
    assert library(db).scope == before


def test_what_was_read_stays_when_the_files_are_read_again(db: Database, balloon: World, rita: Actor) -> None:
    correct(db, rita, LONGER)
    before, stood = library(db), states(db)
    assert said_anew(db)
    balloon.load(db, digest="second", now=AFTER)
    after = library(db)
    assert after.scope.claims == before.scope.claims
    assert after.scope.facts == before.scope.facts
    assert states(db).items() >= {item: state for item, state in stood.items() if state is State.APPROVED}.items()
    assert check_bank(db) == ()


def test_a_second_correction_carries_what_was_read_in_the_first(db: Database, rita: Actor) -> None:
    correct(db, rita, LONGER)
    before = said_anew(db)
    correct(db, rita, "Corrected.\n\n" + LONGER)
    assert said_anew(db).items() >= before.items()


def test_an_article_that_is_withdrawn_meanwhile_is_said_so(db: Database, rita: Actor) -> None:
    revising.revise(db, article=SLUG, text=LONGER, reason="A line was missing.", actor=rita, now=LATER)
    revising.withdraw(db, article=SLUG, reason="We may not print it.", actor=rita, now=LATER)
    done = read(db, rita)
    assert (done.state, done.trouble) == (JobState.FAILED, "This article was withdrawn meanwhile, so there is nothing left to read.")
    row = shelf(db).withdrawn[0].row
    put_back(db, article=row, reason="We may.", actor=rita, now=LATER)
    jobs.retry(db, job=done.id, owner=rita.player)
    assert read(db, rita).state is JobState.DONE
    assert said_anew(db)


def test_one_line_of_the_record_says_what_was_read(db: Database, rita: Actor) -> None:
    correct(db, rita, LONGER)
    with db.reading() as connection:
        act = record_of(connection, kind="article", subject=SLUG)[-1]
    assert (act.actor, act.action) == ("Rita", "article read again")
    assert act.new is not None
    assert set(act.new["passages"]) == set(said_anew(db))  # type: ignore[call-overload]


def test_an_article_that_was_never_corrected_is_not_read_again(db: Database, rita: Actor) -> None:
    ask = partial(read_again, db, actor=rita, now=LATER)
    before = dump(db)
    with pytest.raises(Conflict, match="never corrected"):
        ask(article=SLUG)
    with pytest.raises(NotFound):
        ask(article="no-such-article")
    assert dump(db) == before
