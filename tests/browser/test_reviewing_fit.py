"""Every page of reviewing and of people: it fits a narrow screen, is named for who hears it read, and axe finds nothing, light and dark."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import NewPage
from browser.review_desk import everybody_can_use, lay_out, sign_in
from browser.site import Site

PLAIN = ("/review/facts", "/review/names", "/review/rulings", "/review/articles", "/people", "/people/leaderboards")
SEE = "See what this changes"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site with much to review."""
    instance: Path = tmp_path_factory.mktemp("fit")
    lay_out(instance)
    running = Site(instance=instance)
    running.start()
    yield running
    running.kill()


def pages(page: Page) -> Iterator[str]:
    """Every page by name, each shown while its name is the current one; nothing is decided on the way."""
    for path in PLAIN:
        page.goto(path)
        yield path
    page.goto("/review/next")
    page.get_by_role("link", name="Edit").click()
    expect(page.get_by_role("heading", name="Change this question")).to_be_visible()
    yield "edit"
    yield from of_a_fact(page)
    yield from of_an_article(page)
    page.goto("/people")
    page.get_by_role("button", name="Make an invitation").click()
    yield "invitation"


def of_a_fact(page: Page) -> Iterator[str]:
    """A fact with every form open, and what a ruling on it will change."""
    page.goto("/review/facts")
    page.locator(".q a").first.click()
    page.wait_for_url("**/review/facts/*")
    for summary in page.locator("summary").all():
        summary.click()
    yield "fact"
    form = page.locator("form", has=page.locator("[value=not_asked]"))
    form.get_by_label("Why").fill("Nobody can know.")
    form.get_by_role("button", name=SEE).click()
    expect(page.get_by_role("heading", name="What this will change")).to_be_visible()
    yield "ruling foreseen"


def of_an_article(page: Page) -> Iterator[str]:
    """An article to be corrected, and what withdrawing it will change."""
    page.goto("/review/articles")
    page.locator(".q a").first.click()
    expect(page.get_by_role("heading", name="Correct its text")).to_be_visible()
    yield "article"
    form = page.locator("form[action$=withdraw]")
    form.get_by_label("Why").fill("It was a joke.")
    form.get_by_role("button", name=SEE).click()
    expect(page.get_by_role("heading", name="What this will change")).to_be_visible()
    yield "withdrawal foreseen"


@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (1280, "light")])
def test_every_page_fits_and_everybody_can_use_it(new_page: NewPage, width: int, scheme: str) -> None:
    page = sign_in(new_page(width=width, scheme=scheme), "Ada")
    everybody_can_use(page, pages(page))


def test_after_a_decision_the_title_says_what_was_done_before_what_comes_next(new_page: NewPage) -> None:
    page = sign_in(new_page(), "Ada")
    page.goto("/review/next")
    with page.expect_navigation():
        page.keyboard.press("a")
    stem = page.get_by_role("heading", level=1).inner_text()
    expect(page).to_have_title(f"Approved. Next: {stem} · Says who?")
    expect(page.get_by_role("button", name="Approve", exact=True)).to_have_attribute("aria-keyshortcuts", "a")
