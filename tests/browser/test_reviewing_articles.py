"""The library’s articles in a browser: corrected, withdrawn, put back by keyboard, without a script, on a narrow screen, by everybody."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import NewPage
from browser.review_desk import everybody_can_use, lay_out, sign_in
from browser.site import Site

SEE = "See what this changes"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site with articles to correct."""
    instance = tmp_path_factory.mktemp("articles")
    lay_out(instance)
    running = Site(instance=instance)
    running.start()
    yield running
    running.kill()


def pages(page: Page) -> Iterator[str]:
    """The pages of a withdrawn article by name, each shown while its name is the current one; at the end it is back."""
    page.goto("/review/articles")
    page.locator(".q a").first.click()
    form = page.locator("form[action$=withdraw]")
    form.get_by_label("Why").fill("It was a joke.")
    form.get_by_role("button", name=SEE).click()
    page.get_by_role("button", name="Withdraw the article").click()
    expect(page.get_by_role("status")).to_contain_text("The article is withdrawn")
    yield "list"
    page.locator("a", has_text="put it back").click()
    expect(page.get_by_role("heading", name="Put the article back")).to_be_visible()
    yield "withdrawn article"
    page.get_by_label("Why").fill("It was none.")
    page.get_by_role("button", name=SEE).click()
    expect(page.get_by_role("heading", name="What this will change")).to_be_visible()
    yield "return foreseen"
    page.get_by_role("button", name="Put it back").click()
    expect(page.get_by_role("status")).to_contain_text("The article is back.")
    yield "article put back"


@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (1280, "light")])
def test_every_page_fits_and_everybody_can_use_it(new_page: NewPage, width: int, scheme: str) -> None:
    page = sign_in(new_page(width=width, scheme=scheme), "Ada")
    everybody_can_use(page, pages(page))


def test_an_article_is_corrected_withdrawn_and_put_back_by_keyboard_alone_without_a_script(new_page: NewPage) -> None:
    page = sign_in(new_page(script=False), "Rita")
    page.goto("/review/articles")
    page.locator(".q a").last.focus()
    page.keyboard.press("Enter")
    page.get_by_label("The text, as it shall stand").press("Control+End")
    page.keyboard.type("The rock was dry that summer.")
    page.get_by_label("What was wrong").focus()
    page.keyboard.type("A line was missing.")
    for button in (SEE, "Keep the new text"):
        press(page, button)
    expect(page.get_by_role("status")).to_contain_text("The new text stands.")
    expect(page.get_by_role("link", name="See how far it is")).to_be_visible()
    page.locator("#why-out").focus()
    page.keyboard.type("It was a joke.")
    press(page, SEE, nth=-1)
    press(page, "Withdraw the article")
    expect(page.get_by_role("status")).to_contain_text("The article is withdrawn")
    page.locator("a", has_text="put it back").focus()
    page.keyboard.press("Enter")
    page.get_by_label("Why").focus()
    page.keyboard.type("It was none.")
    for button in (SEE, "Put it back"):
        press(page, button)
    expect(page.get_by_role("status")).to_contain_text("The article is back.")


def press(page: Page, button: str, *, nth: int = 0) -> None:
    """Press a button with the keyboard."""
    page.get_by_role("button", name=button).nth(nth).focus()
    page.keyboard.press("Enter")
    page.wait_for_load_state()
