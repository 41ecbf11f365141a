"""Pages about work in the background: Tess sees how far hers is, cancels and tries again; nobody else sees it."""

from collections.abc import Iterator

import pytest
from flask import Flask

from quizapp.services import job_runs, jobs
from quizapp.services.accounts import Role
from quizapp.services.job_kinds import JobTrouble, Run
from quizapp.services.jobs import Job
from services.balloon import NOW
from services.jobs import count_words, kinds
from web.browsing import Visitor, words
from web.people import place, staff


@pytest.fixture(autouse=True)
def counting() -> Iterator[None]:
    """The one kind of work is to count words."""
    with kinds(count=count_words):
        yield


@pytest.fixture
def tess(app: Flask) -> Visitor:
    """Tess teaches."""
    return staff(app, "Tess", Role.TEACHER)


def ask(app: Flask, owner: str = "Tess", text: str = "one two") -> Job:
    """Work that somebody asked for."""
    db = app.extensions["database"]
    with db.reading() as connection:
        player = connection.exec_driver_sql("SELECT id FROM player WHERE name = ?", (owner,)).scalar_one()
    made = jobs.submit(db, kind="count", owner=player, subject={"text": text}, now=NOW)
    return jobs.job(db, job=made, owner=player)


def test_a_page_shows_how_far_the_work_is_and_loads_itself_again_while_it_runs(app: Flask, tess: Visitor) -> None:
    db = app.extensions["database"]
    path = f"/teach/jobs/{ask(app).public}"
    waiting = tess.get(path)
    assert "Waiting to begin" in words(waiting)
    assert 'http-equiv="refresh"' in waiting.text
    run = job_runs.take_job(db)
    assert run
    run.tell("Counting", 1, 2)
    running = tess.get(path)
    assert "Counting, 1 of 2" in words(running)
    assert 'value="1" max="2"' in running.text
    assert tess.get(f"{path}/progress.json").json == {"state": "running", "over": False, "words": "Counting, 1 of 2", "done": 1, "total": 2}
    job_runs.do(run)
    done = tess.get(path)
    assert "Done" in words(done)
    assert 'http-equiv="refresh"' not in done.text


def test_work_is_cancelled_and_tried_again_by_buttons(app: Flask, tess: Visitor) -> None:
    path = f"/teach/jobs/{ask(app).public}"
    assert place(tess.post(f"{path}/cancel")) == path
    page = tess.get(path)
    assert "Cancelled" in words(page)
    assert f'formaction="{path}/retry"' in page.text
    assert tess.post(f"{path}/cancel").status_code == 409
    assert place(tess.post(f"{path}/retry")) == path
    assert "Waiting to begin" in words(tess.get(path))
    assert tess.post(f"{path}/retry").status_code == 409


def test_what_went_wrong_is_told_in_words(app: Flask, tess: Visitor) -> None:
    def refuse(_db: object, _run: Run) -> dict[str, object]:
        raise JobTrouble("This file is <locked> with a password.")

    path = f"/teach/jobs/{ask(app).public}"
    with kinds(count=refuse):
        job_runs.work_off(app.extensions["database"])
    page = tess.get(path)
    assert "This file is <locked> with a password." in words(page)
    assert "Try again" in page.text


def test_the_list_shows_ones_own_work_alone(app: Flask, tess: Visitor) -> None:
    staff(app, "Tom", Role.TEACHER)
    ask(app, text="mine")
    ask(app, "Tom", text="theirs")
    page = words(tess.get("/teach/jobs"))
    assert "mine" in page
    assert "theirs" not in page


def test_somebody_elses_work_is_not_there_and_players_have_none(app: Flask, tess: Visitor, sam: Visitor) -> None:
    tom = staff(app, "Tom", Role.TEACHER)
    path = f"/teach/jobs/{ask(app).public}"
    for address in (path, f"{path}/progress.json"):
        assert tom.get(address).status_code == 404
        assert sam.get(address).status_code in (303, 403)
    for act in ("cancel", "retry"):
        assert tom.post(f"{path}/{act}").status_code == 404
    assert "Waiting to begin" in words(tess.get(path))
    assert tess.get(f"/teach/jobs/{'9' * 30}").status_code == 404
