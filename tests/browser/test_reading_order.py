"""What a screen reader meets, in its order."""

import re

from playwright.sync_api import Page, expect

from browser.conftest import NewPage
from browser.playing import check, choose, go_on, start, stem


def roles(page: Page) -> list[str]:
    """The roles in the main part of the page, from the accessibility tree, in order."""
    return re.findall(r"^\s*- '?(\w+)", page.locator("main").aria_snapshot(), re.MULTILINE)


def test_a_question_is_a_group_named_by_its_words_with_its_options_in_order(new_page: NewPage) -> None:
    page = new_page()
    start(page)
    group = page.get_by_role("group", name=stem(page))
    expect(group.get_by_role("radio")).to_have_count(4)
    order = roles(page)
    assert order.index("progressbar") < order.index("group") < order.index("radio") < order.index("button")
    named = [page.get_by_role("radio").nth(place).evaluate("e => e.closest('label').children[1].textContent") for place in range(4)]
    assert [page.get_by_role("radio", name=name, exact=True).count() for name in named] == [1] * 4


def test_the_verdict_is_a_status_that_holds_the_focus_and_comes_before_the_proof(new_page: NewPage) -> None:
    page = new_page()
    start(page)
    choose(page)
    check(page)
    while page.locator(".fb.both").count():  # where articles disagree, the list of answers is folded away
        assert go_on(page)
        choose(page)
        check(page)
    status = page.get_by_role("status").filter(has=page.get_by_role("heading", level=1))
    expect(status).to_contain_text("Right")
    assert page.evaluate("document.activeElement.id") == "verdict"
    order = roles(page)
    assert order.index("status") < order.index("list") < order.index("article")
    assert page.get_by_role("link", name="Report a problem").count() == 1
