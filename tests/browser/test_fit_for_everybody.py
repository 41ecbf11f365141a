"""Weight, reflow, target size, axe: every page, light and dark."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from browser.conftest import NewPage
from browser.playing import check, choose, go_on, start

LIMIT = 14 * 1024
TARGET = 44
# Controls that stand alone; links inside a sentence are as high as its line.
CONTROLS = ".btn, .opt:is(label), .start, nav a, .txt, .more > summary, .foot a, .foot button, .crumb"


def pages(page: Page) -> Iterator[str]:
    """Every page a player sees, by name, each shown while its name is the current one."""
    for name, path in (("home", "/"), ("articles", "/articles"), ("disagreements", "/disagreements"), ("how", "/how-questions-are-made")):
        page.goto(path)
        yield name
    page.goto("/articles/the-lamp-on-skerry-burns-again")
    yield "article"
    start(page, "The long winter")
    yield "question"
    page.goto(page.locator("a.end").get_attribute("href") or "")
    yield "finish"
    page.go_back()
    yield from feedback(page)
    page.goto("/")
    yield "home again"


def feedback(page: Page) -> Iterator[str]:
    """Feedback of every sort, and results."""
    for name, rightly in (("wrong", False), ("right", True)):
        choose(page, rightly=rightly)
        check(page)
        for summary in page.locator("summary").all():
            summary.click()
        yield name
        go_on(page)
    yield "results"


def test_home_and_first_question_weigh_at_most_14_kilobytes(new_page: NewPage) -> None:
    page = new_page()
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    kinds: dict[str, str] = {}
    weights: dict[str, float] = {}
    session.on("Network.responseReceived", lambda event: kinds.update({event["requestId"]: event["response"]["mimeType"]}))
    session.on("Network.loadingFinished", lambda event: weights.update({event["requestId"]: event["encodedDataLength"]}))
    start(page)
    page.wait_for_load_state("networkidle")
    counted = {kind: sum(weights.get(one, 0) for one in kinds if kinds[one] == kind) for kind in set(kinds.values())}
    assert {"text/html", "text/css", "text/javascript"} <= set(counted)
    assert sum(weight for kind, weight in counted.items() if not kind.startswith(("font/", "image/"))) <= LIMIT, counted


@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_scrolls_sideways_and_targets_are_large_enough(new_page: NewPage, width: int) -> None:
    page = new_page(width=width)
    for name in pages(page):
        page.wait_for_load_state()
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name
        for control in page.locator(CONTROLS).all():
            box = control.bounding_box() if control.is_visible() else None
            small = (
                box is not None
                and min(box["height"], box["width"]) < TARGET
                and not covers_more(page, control.evaluate("e => e.className"))
            )
            assert not small, (name, control.inner_text(), box)


def covers_more(_page: Page, css_class: str) -> bool:
    """Whether a control's surface is larger than its box: a card is one button."""
    return css_class == "start"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation(new_page: NewPage, scheme: str) -> None:
    page = new_page(scheme=scheme)
    for name in pages(page):
        found = Axe().run(page)
        assert found.violations_count == 0, (name, found.generate_report())


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_print_black_on_white(new_page: NewPage, scheme: str) -> None:
    page = new_page(scheme=scheme)
    page.emulate_media(media="print", color_scheme=scheme)  # type: ignore[arg-type]
    page.goto("/")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
