"""Accounts in a browser: making one after playing as a guest, every page of it, coming back on another device."""

from collections.abc import Iterator
from itertools import count

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from browser.conftest import NewPage
from browser.playing import check, choose, start
from browser.test_fit_for_everybody import TARGET

NAMES = count(1)
PASSWORD = "seven-gulls-over-skerry"
CONTROLS = ".btn, nav a, .txt, .in, .foot a, .foot button"
PAGES = ("/account", "/account/password", "/account/codes", "/account/delete")


def register(page: Page) -> str:
    """Make an account and go on past its recovery codes; gives its name."""
    name = f"Paula {next(NAMES)}"
    page.goto("/account/register")
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password").first.fill(PASSWORD)
    page.get_by_role("button", name="Make my account").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your recovery codes")
    return name


def pages(page: Page) -> Iterator[str]:
    """Every page of an account, by name, each shown while its name is the current one."""
    page.goto("/account/register")
    yield "register"
    page.get_by_label("Name").fill("x" * 30)
    page.get_by_label("Password").first.fill("password")
    page.get_by_role("button", name="Make my account").click()
    yield "refused"
    register(page)
    yield "codes"
    for path in PAGES:
        assert (page.goto(path) or pytest.fail(path)).ok, path
        yield path
    page.goto("/account")
    page.get_by_role("button", name="Sign out", exact=True).click()
    for path in ("/account/sign-in", "/account/recover"):
        page.goto(path)
        yield path
    start(page, "The long winter")
    choose(page, rightly=False)
    check(page)
    page.get_by_role("link", name="Report a problem").click()
    yield "report"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation(new_page: NewPage, scheme: str) -> None:
    page = new_page(scheme=scheme, refused=422)
    for name in pages(page):
        found = Axe().run(page)
        assert found.violations_count == 0, (name, found.generate_report())


@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_scrolls_sideways_and_targets_are_large_enough(new_page: NewPage, width: int) -> None:
    page = new_page(width=width, refused=422)
    for name in pages(page):
        page.wait_for_load_state()
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name
        for control in page.locator(CONTROLS).all():
            box = control.bounding_box() if control.is_visible() else None
            assert box is None or box["height"] >= TARGET, (name, control.inner_text(), box)


@pytest.mark.parametrize("script", [True, False])
def test_a_guest_makes_an_account_in_mid_quiz_and_goes_on_with_it_on_another_device(new_page: NewPage, script: bool) -> None:
    phone = new_page(width=360, script=script)
    start(phone, "The long winter")
    going_on = phone.url
    choose(phone)
    check(phone)
    name = register(phone)
    desk = new_page(script=script, refused=403)
    desk.goto("/account/sign-in")
    desk.get_by_label("Name").fill(name)
    desk.get_by_label("Password").fill(PASSWORD)
    desk.get_by_role("button", name="Sign in").click()
    desk.goto(going_on)
    expect(desk.locator("#verdict")).to_contain_text("Right")
    phone.goto("/account")
    phone.get_by_role("button", name="Sign out everywhere").click()
    desk.goto("/account")
    expect(desk.get_by_role("heading", level=1)).not_to_have_text(name)
