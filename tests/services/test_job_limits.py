"""How much of one person's work waits at a time, and how long work that ended is kept."""

from collections.abc import Iterator

import pytest
from sqlalchemy import text

from quizapp.services import job_runs, jobs, own_articles
from quizapp.services.database import Database
from quizapp.services.errors import FieldRefused
from quizapp.services.own_articles_showing import own_view
from quizapp.storage.tables.jobs import JobState
from services.balloon import NOW
from services.jobs import Clock, count_words, kinds
from services.own_article import TEXT, add, given, teacher


@pytest.fixture
def clock() -> Clock:
    """A clock that stands."""
    return Clock()


@pytest.fixture(autouse=True)
def counting() -> Iterator[None]:
    """The kinds of work are to count words, and to do nothing with an article."""
    with kinds(count=count_words, read_article=lambda _db, _run: {}):
        yield


def submit(db: Database, owner: int) -> int:
    return jobs.submit(db, kind="count", owner=owner, subject={"text": "one two"}, now=NOW)


def test_five_pieces_of_work_wait_or_run_at_a_time_and_a_sixth_is_refused_in_words(db: Database, paul: int, sam: int, clock: Clock) -> None:
    made = [submit(db, paul) for _ in range(jobs.MOST_UNFINISHED)]
    assert job_runs.take_job(db, clock=clock)
    with pytest.raises(jobs.TooMuchWork, match="5 pieces of work that you asked for are not done yet"):
        submit(db, paul)
    assert submit(db, sam)
    jobs.cancel(db, job=made[-1], owner=paul, now=NOW)
    assert submit(db, paul)
    with pytest.raises(jobs.TooMuchWork):
        jobs.retry(db, job=made[-1], owner=paul)
    assert jobs.job(db, job=made[-1], owner=paul).state is JobState.CANCELLED


def test_work_that_ended_long_ago_is_forgotten_and_nothing_else(db: Database, paul: int, clock: Clock) -> None:
    old = [submit(db, paul) for _ in range(2)]
    jobs.cancel(db, job=old[0], owner=paul, now=clock())
    job_runs.work_off(db, clock=clock)
    waiting = submit(db, paul)
    clock.move(days=29)
    recent = submit(db, paul)
    jobs.cancel(db, job=recent, owner=paul, now=clock())
    assert jobs.tidy(db, now=clock()) == 0
    clock.move(days=2)
    assert jobs.tidy(db, now=clock()) == 2
    assert {one.id for one in jobs.jobs(db, owner=paul)} == {waiting, recent}


def test_a_sixth_text_is_refused_beside_the_text_and_nothing_of_it_is_kept(db: Database) -> None:
    tess = teacher(db, "Tess")
    for number in range(jobs.MOST_UNFINISHED):
        add(db, tess, text=f"{TEXT}Part {number}.", title=f"Part {number}")
    with pytest.raises(FieldRefused, match="Wait until one is done") as refused:
        add(db, tess, text=f"{TEXT}One more.", title="One more")
    assert refused.value.field == "text"
    assert len(own_articles.mine(db, owner=tess)) == jobs.MOST_UNFINISHED
    assert own_articles.add_article(db, owner=tess, given=given(f"{TEXT}By the operator."), now=NOW, in_bulk=True)


def test_no_more_is_read_anew_while_five_texts_wait(db: Database, clock: Clock) -> None:
    tess = teacher(db, "Tess")
    first = add(db, tess)
    job_runs.work_off(db, clock=clock)
    for _ in range(jobs.MOST_UNFINISHED):
        submit(db, tess)
    with pytest.raises(jobs.TooMuchWork):
        own_articles.read_again(db, owner=tess, slug=first, now=NOW)
    with pytest.raises(FieldRefused) as refused:
        own_articles.change(db, owner=tess, slug=first, given=given(title="Another title"), now=NOW)
    assert refused.value.field == "title"
    assert own_view(db, owner=tess, slug=first).article.title == "The mill at Orrin turns again"


def test_an_article_outlives_the_job_that_read_it_and_never_shows_another_of_its_number(db: Database, clock: Clock) -> None:
    tess = teacher(db, "Tess")
    slug = add(db, tess)
    job_runs.work_off(db, clock=clock)
    clock.move(days=31)
    assert jobs.tidy(db, now=clock()) == 1
    with db.reading() as connection:
        assert connection.scalar(text("SELECT job FROM own_article")) is None
    submit(db, tess)
    assert own_view(db, owner=tess, slug=slug).job is None
