"""Home with everything on offer, one's own attempts, a leaderboard, choosing articles: weight, reflow, targets, axe, without a script."""

from collections.abc import Iterator
from itertools import count

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from browser.conftest import NewPage
from browser.playing import check, choose, go_on, start
from browser.test_fit_for_everybody import CONTROLS, LIMIT, TARGET, covers_more

NAMES = count(1)
PICKS = f"{CONTROLS}, .pick, .in"


def play_once(page: Page) -> None:
    """Two questions, one missed."""
    start(page, "The long winter")
    for rightly in (False, True):
        choose(page, rightly=rightly)
        check(page)
        go_on(page)


def put_name(page: Page) -> str:
    """Enter the board under a name that nobody has."""
    name = f"Paul {next(NAMES)}"
    page.get_by_label("Your name on the board").fill(name)
    page.get_by_role("button", name="Put it on the board").click()
    expect(page.get_by_role("button", name="Take it off")).to_be_visible()
    return name


def pages(page: Page) -> Iterator[str]:
    """The pages, before and after something was played."""
    for name, path in (("nothing yet", "/attempts"), ("empty board", "/quizzes/ten-on-skerry/leaderboard"), ("choose", "/play/quick-ten")):
        page.goto(path)
        yield name
    play_once(page)
    for name, path in (("home", "/"), ("attempts", "/attempts"), ("board", "/quizzes/winter/leaderboard"), ("choose", "/play/quick-ten")):
        page.goto(path)
        yield name
    page.goto("/quizzes/winter/leaderboard")
    put_name(page)
    yield "board with a name"


@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_scrolls_sideways_and_targets_are_large_enough(new_page: NewPage, width: int) -> None:
    page = new_page(width=width)
    for name in pages(page):
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name
        for control in page.locator(PICKS).all():
            box = control.bounding_box() if control.is_visible() else None
            large = box is None or min(box["height"], box["width"]) >= TARGET
            assert large or covers_more(page, control.evaluate("e => e.className")), (name, control.inner_text(), box)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation(new_page: NewPage, scheme: str) -> None:
    page = new_page(scheme=scheme)
    for name in pages(page):
        found = Axe().run(page)
        assert found.violations_count == 0, (name, found.generate_report())


def test_without_a_script_what_was_missed_is_practised_and_a_name_put_on_the_board(new_page: NewPage) -> None:
    page = new_page(script=False)
    play_once(page)
    page.get_by_role("link", name="Leaderboard").click()
    name = put_name(page)
    expect(page.locator("table.board")).to_contain_text(f"{name} you")
    page.goto("/")
    page.get_by_role("button", name="Practise what you missed").click()
    expect(page.get_by_text("What you missed · question 1 of 1")).to_be_visible()


def test_home_with_all_on_offer_and_a_question_weigh_no_more_than_for_a_stranger(new_page: NewPage) -> None:
    before, page = new_page(), new_page()
    play_once(before)
    page.context.add_cookies(before.context.cookies())  # type: ignore[arg-type]
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    kinds: dict[str, str] = {}
    weights: dict[str, float] = {}
    session.on("Network.responseReceived", lambda event: kinds.update({event["requestId"]: event["response"]["mimeType"]}))
    session.on("Network.loadingFinished", lambda event: weights.update({event["requestId"]: event["encodedDataLength"]}))
    page.goto("/")
    expect(page.get_by_role("button", name="Practise what you missed")).to_be_visible()
    page.get_by_role("button", name="Ten on Skerry").click()
    page.wait_for_load_state("networkidle")
    counted = {one: weights.get(one, 0) for one, kind in kinds.items() if not kind.startswith(("font/", "image/"))}
    assert {"text/html", "text/css", "text/javascript"} <= {kinds[one] for one, weight in counted.items() if weight}
    assert sum(counted.values()) <= LIMIT, counted
