"""Reports, sharing and the timer in a browser: axe, width, print, what is spoken."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from browser.conftest import NewPage
from browser.playing import check, choose, go_on, start


def pages(page: Page) -> list[str]:
    """The addresses of a report's form and of results."""
    start(page, "The long winter")
    choose(page)
    check(page)
    report = page.get_by_role("link", name="Report a problem").get_attribute("href") or ""
    go_on(page)
    choose(page, rightly=False)
    check(page)
    go_on(page)
    return [report, page.url]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(new_page: NewPage, scheme: str, width: int) -> None:
    page = new_page(scheme=scheme, width=width)
    for address in pages(page):
        page.goto(address)
        found = Axe().run(page)
        assert found.violations_count == 0, (address, found.generate_report())
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_a_problem_is_reported(new_page: NewPage, *, script: bool) -> None:
    page = new_page(script=script)
    page.goto(pages(page)[0])
    page.get_by_label("The question is unclear").check()
    page.get_by_label("In your words").fill("Which winter?")
    page.get_by_role("button", name="Send the report").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Thank you.")


def test_the_words_of_a_result_can_be_copied(new_page: NewPage) -> None:
    page = new_page()
    page.goto(pages(page)[1])
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy the words").click()
    expect(page.get_by_text("Copied.")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == page.locator("#shared").input_value()
    assert page.locator(".share img").evaluate("e => { e.loading = 'eager'; return e.decode().then(() => e.naturalWidth); }") == 600


def test_without_script_the_words_stand_in_a_field_and_no_button_promises_more(new_page: NewPage) -> None:
    page = new_page(script=False)
    page.goto(pages(page)[1])
    expect(page.locator("#shared")).to_have_value("Says who? The long winter: 1 of 2 right. ●○ " + page.url.split("/attempts")[0] + "/")
    expect(page.locator("#copy")).to_be_hidden()


def test_printed_results_leave_out_what_is_only_for_the_screen(new_page: NewPage) -> None:
    page = new_page()
    page.goto(pages(page)[1])
    page.emulate_media(media="print")
    expect(page.locator(".qlist > li")).to_have_count(2)
    for only_on_screen in (".share", ".btn", "a.noprint", "nav"):
        assert not [one for one in page.locator(only_on_screen).all() if one.is_visible()]
