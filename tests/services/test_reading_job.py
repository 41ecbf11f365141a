"""Reading an article in the worker: stages are told, everything is stored at once, and the same again gives the same."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

import pytest

from quizapp.questions.item import State
from quizapp.questions.review import Move
from quizapp.services import jobs
from quizapp.services.database import Database
from quizapp.services.deciding import Actor, decide
from quizapp.services.job_kinds import JobLost, JobTrouble
from quizapp.services.own_articles_deleting import delete
from quizapp.services.own_articles_showing import own_view
from quizapp.services.own_scope import known_to
from quizapp.services.reading_job import read_own_article
from quizapp.storage.tables.jobs import JobState
from services.balloon import NOW
from services.own_article import TEXT, add, add_and_read, teacher
from services.playing import dump

OTHER = """A wheel remembered

Tom Ray opened the mill at Orrin on 9 June 2019. Lena Fitch built the new wheel.

The repairs lasted two years, and the whole work cost 90,000 pounds.
"""


@dataclass(kw_only=True)
class Told:
    """A run that only listens; `stop` decides at which stage its job is lost."""

    owner: int
    subject: dict[str, object]
    job: int = 1
    stages: list[tuple[str, int, int]] = field(default_factory=list)
    stop: Callable[[str], bool] = lambda _: False

    def tell(self, stage: str, done: int = 0, total: int = 0) -> None:
        """Remember, or be lost."""
        self.stages.append((stage, done, total))
        if self.stop(stage):
            raise JobLost

    def now(self) -> datetime:
        """The time."""
        return NOW


def run_of(db: Database, owner: int, slug: str, **more: object) -> Told:
    """A run that reads this article."""
    return Told(owner=owner, subject={"article": slug, "title": "x"}, **more)  # type: ignore[arg-type]


def knowledge(db: Database) -> list[str]:
    """Every row but those of jobs."""
    return [line for line in dump(db) if not line.startswith('INSERT INTO "job"')]


def test_every_stage_is_told_with_its_counts(db: Database, tess: int) -> None:
    run = run_of(db, tess, add(db, tess))
    read_own_article(db, run)
    names = list(dict.fromkeys(stage for stage, _, _ in run.stages))
    assert names == ["Reading the article", "Comparing what it says with the library", "Making questions", "Checking"]
    made = [(done, total) for stage, done, total in run.stages if stage == "Making questions"]
    assert [done for done, _ in made] == list(range(len(made)))
    assert {total for _, total in made} == {len(made)}


def test_the_result_counts_what_was_found(db: Database, tess: int) -> None:
    slug = add_and_read(db, tess)
    job = jobs.jobs(db, owner=tess)[0]
    assert job.state is JobState.DONE, job.trouble
    assert job.result is not None
    view = own_view(db, owner=tess, slug=slug)
    assert job.result["facts"] == view.facts > 0
    assert job.result["questions"] == view.waiting + view.hidden
    assert view.waiting > 0


def test_questions_start_as_candidates_with_checks_and_confidence(db: Database, tess: int) -> None:
    add_and_read(db, tess)
    with db.reading() as connection:
        mine = known_to(db, connection, owner=tess)
    assert mine.bank
    for one in mine.bank:
        assert one.state is State.CANDIDATE
        assert one.checks
        assert 0 < one.value.confidence < 1
        assert any(evidence.article in mine.own for evidence in one.value.evidence)
        assert all(mine.scope.proves(evidence) for evidence in one.value.evidence)


def test_reading_again_changes_nothing(db: Database, tess: int) -> None:
    slug = add_and_read(db, tess)
    with db.reading() as connection:
        before = known_to(db, connection, owner=tess)
    result = read_own_article(db, run_of(db, tess, slug))
    with db.reading() as connection:
        after = known_to(db, connection, owner=tess)
    assert (after.scope, after.bank) == (before.scope, before.bank)
    assert result["new"] == 0


@pytest.mark.parametrize("stage", ["Reading the article", "Comparing what it says with the library", "Making questions", "Checking"])
def test_a_cancelled_reading_leaves_nothing_half(db: Database, tess: int, stage: str) -> None:
    slug = add(db, tess)
    before = knowledge(db)
    with pytest.raises(JobLost):
        read_own_article(db, run_of(db, tess, slug, stop=lambda told: told == stage))
    assert knowledge(db) == before


def test_an_article_that_was_deleted_meanwhile_is_trouble_in_words(db: Database, tess: int) -> None:
    slug = add(db, tess)
    delete(db, owner=tess, slug=slug, actor=Actor(player=tess, name="Tess"), now=NOW)
    with pytest.raises(JobTrouble, match="deleted meanwhile"):
        read_own_article(db, run_of(db, tess, slug))


def test_nobody_can_have_another_teachers_article_read(db: Database, tess: int) -> None:
    slug = add(db, tess)
    with pytest.raises(JobTrouble):
        read_own_article(db, run_of(db, teacher(db, "Tom"), slug))


def test_a_change_while_it_is_read_is_not_overwritten(db: Database, tess: int) -> None:
    first = add(db, tess)
    second = add(db, tess, text=OTHER, title="A wheel remembered")
    once: list[str] = []

    def meanwhile(stage: str) -> bool:
        if stage == "Checking" and not once:
            once.append(stage)
            read_own_article(db, run_of(db, tess, second))
        return False

    read_own_article(db, run_of(db, tess, first, stop=meanwhile))
    assert own_view(db, owner=tess, slug=first).facts > 0
    assert own_view(db, owner=tess, slug=second).facts > 0


def test_an_article_that_says_otherwise_is_told_and_takes_questions_out_of_play(db: Database, tess: int) -> None:
    add_and_read(db, tess)
    with db.reading() as connection:
        mine = known_to(db, connection, owner=tess)
    actor = Actor(player=tess, name="Tess")
    for one in mine.bank:
        if all(check.passed for check in one.checks):
            decide(db, scope=mine.head.id, item=one.item, version=one.row, wanted=Move.APPROVE, reason="", actor=actor, now=NOW)
    approved = {one.item for one in mine.bank if all(check.passed for check in one.checks)}
    slug = add_and_read(db, tess, text=OTHER, title="A wheel remembered")
    view = own_view(db, owner=tess, slug=slug)
    result = next(job.result for job in jobs.jobs(db, owner=tess) if job.subject["article"] == slug)
    assert result is not None
    disputed = {one.fact for one in view.against}
    assert disputed
    assert {one["fact"] for one in result["contradictions"]} == disputed  # type: ignore[attr-defined]
    with db.reading() as connection:
        later = known_to(db, connection, owner=tess)
    left = {one.item for one in later.bank if one.value.fact in disputed and one.item in approved}
    assert left
    assert left.isdisjoint(later.playable)


def test_the_librarys_own_questions_are_not_touched(db: Database, tess: int) -> None:
    with db.reading() as connection:
        before = connection.exec_driver_sql("SELECT id, checks FROM item_version ORDER BY id").all()
    add_and_read(db, tess)
    add_and_read(db, tess, text=TEXT.replace("Orrin", "Tolva"), title="Another")
    with db.reading() as connection:
        after = connection.exec_driver_sql("SELECT id, checks FROM item_version ORDER BY id").all()
    assert after[: len(before)] == before
