"""The page of work in the background: it follows the work by itself, with a script and without one, and fits everybody."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from browser.conftest import NewPage
from browser.site import Site
from quizapp.services import jobs
from quizapp.services.accounts import Role, create_account
from quizapp.services.database import Database, open_database
from quizapp.services.job_runs import JobRun, take_job
from quizapp.services.passwords import Cost, Passwords
from quizapp.services.teachers import teacher_named
from quizapp.settings import Settings

PASSWORD = "blue kettle rain"
CHEAP = Cost(passes=1, memory_kib=8, lanes=1)


@pytest.fixture
def db(own_site: Site) -> Iterator[Database]:
    """The site's database, in which Tess has an account."""
    made = open_database(Settings(instance=own_site.instance).database(), own_site.instance)
    create_account(made, name="Tess", password=PASSWORD, role=Role.TEACHER, passwords=Passwords(CHEAP), now=datetime.now(UTC))
    yield made
    made.close()


def sign_in(page: Page) -> None:
    page.goto("/account/sign-in")
    page.locator("#name").fill("Tess")
    page.locator("#password").fill(PASSWORD)
    page.locator("main").get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/")


def ask(db: Database) -> jobs.Job:
    """An article to be read."""
    tess = teacher_named(db, name="Tess")
    subject: dict[str, object] = {"article": "a-walk", "title": "A walk"}
    made = jobs.submit(db, kind="read_article", owner=tess, subject=subject, now=datetime.now(UTC))
    return jobs.job(db, job=made, owner=tess)


def begun(db: Database) -> JobRun:
    """The run that takes what was asked for."""
    run = take_job(db)
    assert run
    return run


@pytest.mark.parametrize("script", [True, False])
def test_the_page_follows_the_work_by_itself_until_its_end(own_site: Site, db: Database, new_page: NewPage, script: bool) -> None:
    page = new_page(address=own_site.address, script=script)
    sign_in(page)
    job = ask(db)
    page.goto(f"/teach/jobs/{job.public}")
    assert page.locator("h1").inner_text() == "Reading “A walk”"
    run = begun(db)
    run.tell("Making questions", 3, 4)
    page.get_by_text("Making questions, 3 of 4").wait_for()
    assert page.locator("progress").get_attribute("value") == "3"
    jobs.cancel(db, job=job.id, owner=run.owner, now=datetime.now(UTC))
    page.get_by_role("button", name="Try again").wait_for()
    page.get_by_role("button", name="Try again").click()
    page.get_by_text("Waiting to begin").wait_for()
    page.get_by_role("button", name="Cancel").click()
    page.get_by_text("Cancelled").wait_for()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_pages_fit_a_small_screen_and_a_screen_reader(own_site: Site, db: Database, new_page: NewPage, scheme: str) -> None:
    page = new_page(address=own_site.address, width=320, scheme=scheme)
    sign_in(page)
    job = ask(db)
    begun(db).tell("Making questions", 3, 4)
    for path in (f"/teach/jobs/{job.public}", "/teach/jobs"):
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        found = Axe().run(page).response["violations"]
        assert found == [], [one["id"] for one in found]
