"""A whole quiz in Chromium: with and without JavaScript, wide and narrow, by keyboard alone."""

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import NewPage
from browser.playing import check, choose, go_on, play_through, start, stem
from web.skerry import answer_to


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_ten_questions_from_home_to_results(new_page: NewPage, *, width: int, script: bool) -> None:
    page = new_page(width=width, script=script)
    start(page)
    for number in range(1, 11):
        expect(page).to_have_title(f"Question {number} of 10 · Says who?")
        choose(page, rightly=number > 2)
        check(page)
        heading = page.locator("#verdict")
        expect(heading).to_contain_text("Not this one." if number <= 2 else "Right")
        expect(page.locator("blockquote mark").first).to_be_visible()
        assert go_on(page) is (number < 10)
    expect(page).to_have_title("8 of 10 right · Says who?")
    expect(page.locator(".qlist > li")).to_have_count(10)


def test_the_proof_leads_to_the_marked_words_in_their_article(new_page: NewPage) -> None:
    page = new_page()
    start(page)
    play_through(page)
    page.locator(".pf a").first.click()
    quote = page.locator(".proof blockquote mark").first.inner_text()
    page.get_by_role("link", name="Read it in the article").first.click()
    expect(page.locator("mark:target")).to_contain_text(quote.strip(" ….,"))
    expect(page.locator("mark:target")).to_be_in_viewport()


def test_by_keyboard_alone(new_page: NewPage) -> None:
    page = new_page()
    page.goto("/")
    reach(page, "Ten on Skerry")
    page.keyboard.press("Enter")
    for number in range(10):
        page.wait_for_url(lambda url: "/questions/" in url and not url.endswith("/proof"))
        texts = page.locator(".opt > span:nth-child(2)").all_inner_texts()
        place = texts.index(answer_to(stem(page)))
        page.keyboard.press("ABCD"[place] if number % 2 else str(place + 1))
        page.keyboard.press("Enter")
        page.wait_for_url("**/proof")
        assert page.evaluate("document.activeElement.id") == "verdict"
        page.keyboard.press("Enter")
    expect(page).to_have_title("10 of 10 right · Says who?")


def test_by_keyboard_alone_without_script(new_page: NewPage) -> None:
    page = new_page(script=False)
    start(page, "The long winter")
    for _ in range(2):
        texts = page.locator(".opt > span:nth-child(2)").all_inner_texts()
        page.locator("input[type=radio]").first.focus()
        page.keyboard.press("Space")
        for _ in range(texts.index(answer_to(stem(page)))):
            page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        page.wait_for_url("**/proof")
        page.locator("#next").press("Enter")
        page.wait_for_url(lambda url: not url.endswith("/proof"))
    expect(page).to_have_title("2 of 2 right · Says who?")


def test_the_single_keys_can_be_turned_off(new_page: NewPage) -> None:
    page = new_page()
    start(page)
    page.get_by_role("button", name="Turn these keys off").click()
    page.keyboard.press("2")
    expect(page.locator("input:checked")).to_have_count(0)
    page.reload()
    page.keyboard.press("2")
    expect(page.locator("input:checked")).to_have_count(0)
    page.get_by_role("button", name="Turn the keys on").click()
    page.keyboard.press("2")
    expect(page.locator("input:checked")).to_have_count(1)


def test_a_theme_chosen_in_the_footer_stays(new_page: NewPage) -> None:
    page = new_page(script=False)
    page.goto("/articles")
    page.get_by_role("button", name="Dark page").click()
    expect(page).to_have_url("/articles")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    start(page)
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")


def reach(page: Page, name: str) -> None:
    """Press Tab until the control of that name has the focus."""
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent.trim()") == name:
            return
    raise AssertionError(f"Tab does not reach {name}")
