"""Work in the background: asked for, taken by one run at a time, told, cancelled, tried again; a run that dies loses nothing."""

import json
import threading
from collections.abc import Iterator

import pytest

from quizapp.services import job_runs, jobs
from quizapp.services.account_data import delete_account, export_data
from quizapp.services.database import Database
from quizapp.services.errors import Conflict, Invalid, NotFound
from quizapp.services.job_kinds import JobLost, Run
from quizapp.storage.tables.jobs import JobState
from services.accounts import PASSWORD, School
from services.balloon import NOW
from services.jobs import Clock, count_words, kinds


@pytest.fixture
def clock() -> Clock:
    """A clock that stands."""
    return Clock()


@pytest.fixture(autouse=True)
def counting() -> Iterator[None]:
    """The one kind of work is to count words."""
    with kinds(count=count_words):
        yield


def submit(db: Database, owner: int, text: str = "one two three") -> int:
    return jobs.submit(db, kind="count", owner=owner, subject={"text": text}, now=NOW)


def test_work_that_was_asked_for_is_done_and_its_result_kept(db: Database, paul: int, clock: Clock) -> None:
    rung: list[bool] = []
    db.ring = lambda: rung.append(True)
    made = submit(db, paul)
    waiting = jobs.job(db, job=made, owner=paul)
    assert (waiting.state, waiting.called, rung) == (JobState.QUEUED, "count “one two three”", [True])
    assert job_runs.work_off(db, clock=clock) == 1
    done = jobs.find(db, public=waiting.public, owner=paul)
    assert (done.state, done.result, done.done, done.total, done.stage) == (JobState.DONE, {"words": 3}, 3, 3, "Counting")
    assert job_runs.take_job(db, clock=clock) is None


def test_jobs_are_taken_in_the_order_they_were_asked_for_and_listed_newest_first(db: Database, paul: int, clock: Clock) -> None:
    made = [submit(db, paul, text) for text in ("a", "b", "c")]
    taken = [job_runs.take_job(db, clock=clock) for _ in made]
    assert [run.job for run in taken if run] == made
    assert [one.id for one in jobs.jobs(db, owner=paul)] == made[::-1]


def test_somebody_elses_work_is_not_there(db: Database, paul: int, sam: int, clock: Clock) -> None:
    made = submit(db, paul)
    public = jobs.job(db, job=made, owner=paul).public
    for act in (
        lambda: jobs.job(db, job=made, owner=sam),
        lambda: jobs.find(db, public=public, owner=sam),
        lambda: jobs.cancel(db, job=made, owner=sam, now=NOW),
        lambda: jobs.retry(db, job=made, owner=sam),
        lambda: jobs.find(db, public="9" * 30, owner=paul),
    ):
        with pytest.raises(NotFound):
            act()
    assert jobs.jobs(db, owner=sam) == ()
    assert jobs.job(db, job=made, owner=paul).state is JobState.QUEUED


def test_work_is_cancelled_while_it_waits(db: Database, paul: int, clock: Clock) -> None:
    made = submit(db, paul)
    jobs.cancel(db, job=made, owner=paul, now=NOW)
    assert job_runs.work_off(db, clock=clock) == 0
    assert jobs.job(db, job=made, owner=paul).state is JobState.CANCELLED
    with pytest.raises(Conflict):
        jobs.cancel(db, job=made, owner=paul, now=NOW)


def test_work_is_cancelled_while_it_runs_and_nothing_of_it_is_kept(db: Database, paul: int, clock: Clock) -> None:
    reached: list[str] = []

    def cancelled_in_the_middle(db: Database, run: Run) -> dict[str, object]:
        run.tell("First half", 1, 2)
        jobs.cancel(db, job=run.job, owner=paul, now=NOW)
        run.tell("Second half", 1, 2)
        reached.append("the end")
        return {"words": 0}

    made = submit(db, paul)
    with kinds(count=cancelled_in_the_middle):
        job_runs.work_off(db, clock=clock)
    mine = jobs.job(db, job=made, owner=paul)
    assert (mine.state, mine.stage, mine.result, reached) == (JobState.CANCELLED, "First half", None, [])


def test_a_result_that_comes_after_the_cancelling_is_not_kept(db: Database, paul: int, clock: Clock) -> None:
    made = submit(db, paul)
    run = job_runs.take_job(db, clock=clock)
    assert run
    jobs.cancel(db, job=made, owner=paul, now=NOW)
    job_runs.do(run)
    assert jobs.job(db, job=made, owner=paul).state is JobState.CANCELLED


def test_failed_work_says_why_in_words_and_can_be_tried_again(db: Database, paul: int, clock: Clock) -> None:
    def refuse(_db: Database, _run: Run) -> dict[str, object]:
        raise Invalid("This article has no sentence that states a fact.")

    made = submit(db, paul)
    with kinds(count=refuse):
        job_runs.work_off(db, clock=clock)
    failed = jobs.job(db, job=made, owner=paul)
    assert (failed.state, failed.trouble) == (JobState.FAILED, "This article has no sentence that states a fact.")
    jobs.retry(db, job=made, owner=paul)
    job_runs.work_off(db, clock=clock)
    again = jobs.job(db, job=made, owner=paul)
    assert (again.state, again.trouble, again.result) == (JobState.DONE, None, {"words": 3})
    with pytest.raises(Conflict):
        jobs.retry(db, job=made, owner=paul)


def test_a_fault_of_the_program_is_written_down_and_told_without_its_insides(
    db: Database, paul: int, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(_db: Database, _run: Run) -> dict[str, object]:
        raise KeyError("secret")

    made = submit(db, paul)
    with kinds(count=broken):
        job_runs.work_off(db, clock=clock)
    trouble = jobs.job(db, job=made, owner=paul).trouble or ""
    assert "Something broke on our side" in trouble
    assert "secret" not in trouble
    assert "KeyError" in caplog.text


def test_work_of_an_unknown_kind_fails_in_words(db: Database, paul: int, clock: Clock) -> None:
    made = jobs.submit(db, kind="sing", owner=paul, subject={}, now=NOW)
    job_runs.work_off(db, clock=clock)
    assert "does not know" in (jobs.job(db, job=made, owner=paul).trouble or "")


def test_a_run_that_died_is_followed_by_another_and_cannot_change_the_job_any_more(db: Database, paul: int, clock: Clock) -> None:
    made = submit(db, paul)
    dead = job_runs.take_job(db, clock=clock)
    assert dead
    clock.move(seconds=20)
    assert job_runs.take_job(db, clock=clock) is None, "it gave a sign of life 20 seconds ago"
    dead.beat()
    clock.move(seconds=20)
    assert job_runs.take_job(db, clock=clock) is None, "the sign of life counts"
    clock.move(seconds=20)
    assert job_runs.work_waits(db, clock=clock) == 1
    assert job_runs.work_off(db, clock=clock) == 1
    with pytest.raises(JobLost):
        dead.tell("Still counting", 1, 3)
    assert jobs.job(db, job=made, owner=paul).result == {"words": 3}


def test_work_whose_runs_die_three_times_fails_in_words(db: Database, paul: int, clock: Clock) -> None:
    made = submit(db, paul)
    other = submit(db, paul, "another")
    for _ in range(job_runs.MOST_ATTEMPTS):
        run = job_runs.take_job(db, clock=clock)
        assert run
        assert run.job == made
        clock.move(minutes=1)
    run = job_runs.take_job(db, clock=clock)
    assert run
    assert run.job == other
    failed = jobs.job(db, job=made, owner=paul)
    assert failed.state is JobState.FAILED
    assert "begun 3 times" in (failed.trouble or "")
    jobs.retry(db, job=made, owner=paul)
    assert jobs.job(db, job=made, owner=paul).state is JobState.QUEUED


def test_a_worker_that_ends_hands_its_job_back_at_once(db: Database, paul: int, clock: Clock) -> None:
    made = submit(db, paul)
    for _ in range(job_runs.MOST_ATTEMPTS + 1):
        run = job_runs.take_job(db, clock=clock)
        assert run
        run.hand_back()
    assert jobs.job(db, job=made, owner=paul).state is JobState.QUEUED


def test_a_worker_started_in_the_place_of_a_dead_one_has_its_job_at_once(db: Database, paul: int, clock: Clock) -> None:
    mine, other = submit(db, paul), submit(db, paul)
    for worker in ("anna", "bert"):
        assert job_runs.take_job(db, worker=worker, clock=clock)
    assert job_runs.release_jobs(db, worker="anna") == 1
    states = [jobs.job(db, job=one, owner=paul).state for one in (mine, other)]
    assert states == [JobState.QUEUED, JobState.RUNNING]


def test_runs_that_look_at_once_never_take_one_job_twice(db: Database, paul: int) -> None:
    with db.writing() as connection:
        made = [jobs.submit_with(connection, kind="count", owner=paul, subject={"text": str(number)}, now=NOW) for number in range(30)]
    taken: list[int] = []

    def take() -> None:
        while (run := job_runs.take_job(db)) is not None:
            taken.append(run.job)

    threads = [threading.Thread(target=take) for _ in range(4)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert sorted(taken) == made


def test_progress_within_a_stage_is_not_written_at_every_step(
    db: Database, paul: int, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    submit(db, paul, "word " * 500)
    written: list[int] = []
    tell = job_runs.stored.tell
    monkeypatch.setattr(job_runs.stored, "tell", lambda *args, **cells: written.append(cells["done"]) or tell(*args, **cells))
    job_runs.work_off(db, clock=clock)
    assert written[0] == 1
    assert written[-1] == 500
    assert len(written) < 20


def test_what_was_asked_for_is_exported_and_goes_with_the_account(bare: Database) -> None:
    school = School(db=bare)
    tess = school.register("Tess").visit
    made = submit(bare, tess.visit.player, "a private text")
    exported = json.loads(export_data(bare, player=tess.visit.player, now=NOW))
    assert exported["background_work"][0]["about"] == {"text": "a private text"}
    delete_account(bare, player=tess.visit.player, password=PASSWORD, **school.doing(tess.token))
    with pytest.raises(NotFound):
        jobs.job(bare, job=made, owner=tess.visit.player)
    assert job_runs.take_job(bare) is None
