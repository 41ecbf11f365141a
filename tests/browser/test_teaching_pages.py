"""Every page of teaching but those of classes (`test_class.py`): axe finds nothing and nothing scrolls sideways, light and dark."""

from collections.abc import Iterator
from datetime import UTC, datetime
from random import Random

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from browser.conftest import NewPage
from browser.site import Site
from browser.test_class import sign_in
from quizapp.services import job_runs
from quizapp.services.accounts import Role, create_account
from quizapp.services.database import open_database
from quizapp.services.deciding import Actor
from quizapp.services.passwords import Cost, Passwords
from quizapp.services.players import begin_visit
from quizapp.services.teachers import teacher_named
from quizapp.settings import Settings
from services.own_reports import report_one
from web import skerry
from web.people import PASSWORD

NARROW = 320


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site on which Tess has an article that was read, a quiz, a quiz given, and a report."""
    instance, now = tmp_path_factory.mktemp("teach"), datetime.now(UTC)
    db = open_database(Settings(instance=instance).database(), instance)
    skerry.load(db)
    cheap = Passwords(Cost(passes=1, memory_kib=8, lanes=1))
    create_account(db, name="Tess", password=PASSWORD, role=Role.TEACHER, passwords=cheap, now=now)
    tess = Actor(player=teacher_named(db, name="Tess"), name="Tess")
    report_one(db, tess, begin_visit(db, now=now, rng=Random(9)).visit.player, now=now)
    job_runs.work_off(db)
    db.close()
    running = Site(instance=instance)
    running.start()
    yield running
    running.kill()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation_and_nothing_scrolls_sideways(new_page: NewPage, scheme: str) -> None:
    page = new_page(width=NARROW, scheme=scheme)
    sign_in(page, "Tess")
    for path in ("/teach", "/teach/reports", "/teach/waiting", "/teach/articles", "/teach/articles/new", "/teach/quizzes", "/teach/jobs"):
        page.goto(path)
        look_at(page)
    for path in (*of_article(page), *of_quiz(page)):
        page.goto(path)
        look_at(page)
    look_at_a_text(page)


def of_article(page: Page) -> list[str]:
    """The pages of the article and of its question."""
    page.goto("/teach/articles")
    page.locator(".rows a").first.click()
    article = page.url
    page.goto(f"{article}/questions?more=1")
    change = page.get_by_role("link", name="Edit question 1", exact=True).get_attribute("href")
    assert change
    rests = ("", "/edit", "/delete", "/questions", "/questions?more=1", "/ask", "/ask?words=30-70")
    return [*(f"{article}{rest}" for rest in rests), change]


def of_quiz(page: Page) -> list[str]:
    """The pages of the quiz."""
    page.goto("/teach/quizzes")
    page.get_by_role("link", name="The mill", exact=True).click()
    quiz = page.url
    return [f"{quiz}{rest}" for rest in ("", "/bank", "/put-away")]


def look_at_a_text(page: Page) -> None:
    """A text before it is kept."""
    page.goto("/teach/articles/new")
    page.get_by_label("The article’s text").fill("A kiln\n\nIda Moar fired the kiln at Brack on 3 May 2020.")
    page.get_by_role("button", name="Show the text").click()
    page.get_by_role("heading", name="Look at the text").wait_for()
    look_at(page)


def look_at(page: Page) -> None:
    """No violation, and all of it within the width."""
    found = Axe().run(page)
    assert found.violations_count == 0, (page.url, found.generate_report())
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW, page.url
