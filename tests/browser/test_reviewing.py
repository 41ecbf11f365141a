"""Reviewing as a person does it: by keyboard, one keystroke a question, no slower than playing; blind; many at once."""

from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from browser.conftest import NewPage
from browser.playing import check, choose, go_on, start
from browser.review_desk import lay_out, sign_in
from browser.site import Site

WAITED = "() => { const [one] = performance.getEntriesByType('navigation'); return one.responseEnd - one.startTime; }"
FIFTY = 50
ROUND = 10
MARGIN = 1.5
"""Both are waits of some tens of milliseconds: what else runs on the machine weighs more than the pages, so the calmest round counts."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site with much to review."""
    instance: Path = tmp_path_factory.mktemp("desk")
    lay_out(instance)
    running = Site(instance=instance)
    running.start()
    yield running
    running.kill()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Site]:
    """Another one, where nobody else decides anything."""
    lay_out(tmp_path)
    running = Site(instance=tmp_path)
    running.start()
    yield running
    running.kill()


def waited(page: Page) -> float:
    """How long the page now shown was waited for, redirects included, in milliseconds."""
    page.wait_for_load_state()
    return float(page.evaluate(WAITED))


def play_one(page: Page) -> float:
    """Answer one question and go on; how long the page was waited for that comes of the answer, as it comes of a decision."""
    choose(page)
    check(page)
    proof = waited(page)
    if not go_on(page):
        start(page)
    return proof


def test_fifty_questions_by_keyboard_each_with_one_keystroke_and_no_slower_than_playing(new_page: NewPage, desk: Site) -> None:
    reviewer, player = sign_in(new_page(address=desk.address), "Rita"), new_page(address=desk.address)
    start(player)
    reviewer.goto("/review/next")
    seen: list[str] = []
    rounds: list[float] = []
    for first in range(0, FIFTY, ROUND):
        reviewing: list[float] = []
        playing: list[float] = []
        for number in range(first, first + ROUND):
            seen.append(reviewer.get_by_role("heading", level=1).inner_text())
            with reviewer.expect_navigation():
                reviewer.keyboard.press("r" if number % 5 == 4 else "a")
            reviewing.append(waited(reviewer))
            if number % 3 == 0:
                playing.append(play_one(player))
        rounds.append(median(reviewing) / median(playing))
    assert len(set(seen)) == FIFTY
    expect(reviewer.get_by_role("link", name="Review (10)")).to_be_visible()
    print("a decision waits as long as an answer, times", *(f"{ratio:.2f}" for ratio in rounds))
    assert min(rounds) <= MARGIN
    reviewer.goto("/review/record?action=question approved")
    assert "40 acts" in reviewer.get_by_role("heading", level=1).inner_text()
    reviewer.goto("/review/record?action=question rejected")
    assert "10 acts" in reviewer.get_by_role("heading", level=1).inner_text()


def test_undo_skip_back_and_the_list_of_keys(new_page: NewPage, desk: Site) -> None:
    page = sign_in(new_page(address=desk.address), "Rita")
    page.goto("/review/next")
    first = page.get_by_role("heading", level=1).inner_text()
    with page.expect_navigation():
        page.keyboard.press("s")
    second = page.get_by_role("heading", level=1).inner_text()
    assert second != first
    with page.expect_navigation():
        page.keyboard.press("k")
    expect(page.get_by_role("heading", level=1)).to_have_text(first)
    with page.expect_navigation():
        page.keyboard.press("a")
    expect(page.locator(".done")).to_contain_text(first)
    with page.expect_navigation():
        page.keyboard.press("u")
    expect(page.get_by_role("heading", level=1)).to_have_text(first)
    page.keyboard.press("?")
    expect(page.get_by_text("reject or retire, for the reason chosen")).to_be_visible()
    with page.expect_navigation():
        page.keyboard.press("e")
    expect(page.get_by_role("heading", name="Change this question")).to_be_visible()


def test_letters_typed_in_a_field_decide_nothing(new_page: NewPage) -> None:
    page = sign_in(new_page(), "Rita")
    page.goto("/review/next")
    address = page.url
    page.get_by_label("In your words").fill("")
    page.get_by_label("In your words").press_sequentially("area ajar")
    assert page.url == address
    assert page.get_by_label("In your words").input_value() == "area ajar"


def test_asked_first_then_told_without_a_script(new_page: NewPage) -> None:
    page = sign_in(new_page(script=False), "Ada")
    page.goto("/review/next?blind=1")
    expect(page.get_by_text("Right answer", exact=True)).to_have_count(0)
    page.get_by_role("radio").last.check()
    page.get_by_role("button", name="Show me which is right").click()
    expect(page.get_by_text("You chose this")).to_be_visible()
    expect(page.get_by_text("Right answer", exact=True)).to_be_visible()
    page.get_by_role("button", name="Approve").click()
    expect(page.get_by_text("What would you answer?")).to_be_visible()


def test_keys_answer_first_and_what_is_in_play_asks_for_a_reason(new_page: NewPage) -> None:
    page = sign_in(new_page(), "Ada")
    page.goto("/review/next?blind=1")
    page.keyboard.press("b")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.locator(".ro li").nth(1)).to_contain_text("You chose this")
    page.goto("/review?state=approved")
    with page.expect_navigation():
        page.locator(".q a").first.click()
    expect(page.get_by_role("button", name="Retire")).to_be_visible()
    page.keyboard.press("r")
    expect(page.get_by_label("Why not as it is?")).to_be_focused()


def test_many_at_once_are_shown_first_and_changed_together(new_page: NewPage) -> None:
    page = sign_in(new_page(), "Ada")
    page.goto("/review?kind=who")
    page.get_by_role("link", name="Decide on all of these at once").click()
    page.get_by_role("button", name="Reject", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Reject")
    page.get_by_role("button", name="Reject these").click()
    page.wait_for_url("**/review?kind=who")
    expect(page.locator(".q li", has_not_text="has it open")).to_have_count(0)


@pytest.mark.parametrize("width", [320, 1280])
def test_pages_fit_and_everybody_can_use_them(new_page: NewPage, width: int) -> None:
    page = sign_in(new_page(width=width, scheme="dark" if width == 1280 else "light"), "Rita")
    for path in ("/review", "/review/next", "/review/record", "/review/overview", "/review/bulk"):
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), path
        found = Axe().run(page)
        assert found.violations_count == 0, (path, found.generate_report())
