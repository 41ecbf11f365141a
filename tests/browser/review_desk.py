"""A site on which sixty questions wait for Rita, and Ada is there, too."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from quizapp.questions.item import Candidate, State
from quizapp.services.accounts import Role, create_account
from quizapp.services.database import open_database
from quizapp.services.library import load_library
from quizapp.services.passwords import Cost, Passwords
from web import skerry

PASSWORD = "blue kettle rain"
OPENINGS = ("Tell us:", "Say:", "Think back:", "Quickly:", "Once more:", "Last one:")


def lay_out(instance: Path) -> None:
    """Make the database before the site starts: twelve questions in play, sixty that wait, two reviewers."""
    instance.mkdir(parents=True, exist_ok=True)
    db = open_database(f"sqlite:///{instance / 'quizapp.sqlite'}", instance)
    found = skerry.scope()
    made = skerry.candidates(found)
    waiting = tuple(_again(one, opening) for opening in OPENINGS for one in made[:10])
    load_library(
        db,
        articles=skerry.articles(),
        scope=found,
        rulings=skerry.pack().rulings,
        candidates=(*made, *waiting),
        quizzes=skerry.quizzes(made),
        digest="skerry",
        now=skerry.NOW,
    )
    for name in ("Rita", "Ada"):
        create_account(
            db,
            name=name,
            password=PASSWORD,
            role=Role.ADMIN,
            passwords=Passwords(Cost(passes=1, memory_kib=8, lanes=1)),
            now=datetime.now(UTC),
        )
    db.close()


def sign_in(page: Page, name: str) -> Page:
    """Sign in as a reviewer."""
    page.goto("/account/sign-in")
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: not url.endswith("/sign-in"))
    return page


def everybody_can_use(page: Page, names: Iterable[str]) -> None:
    """Each page, shown while its name is the current one, fits its window, and axe finds nothing."""
    for name in names:
        page.wait_for_load_state()
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), name
        found = Axe().run(page)
        assert found.violations_count == 0, (name, found.generate_report())


def _again(one: Candidate, opening: str) -> Candidate:
    return replace(one, item=replace(one.item, stem=f"{opening} {one.item.stem}"), state=State.CANDIDATE)
