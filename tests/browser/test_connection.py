"""A lost connection: the answer is kept on the page, sent again by itself, and said in words."""

import re

from playwright.sync_api import Browser, expect

from browser.conftest import NewPage
from browser.playing import check, choose, start, stem
from browser.site import Site


def test_an_answer_given_without_connection_is_kept_and_sent_when_it_is_back(chromium: Browser, own_site: Site) -> None:
    context = chromium.new_context(base_url=own_site.address)
    page = context.new_page()
    start(page)
    choose(page)
    context.set_offline(True)
    page.get_by_role("button", name="Check my answer").click()
    expect(page.locator("#answer [role=status]")).to_contain_text("Your answer is kept on this page")
    assert stem(page)
    expect(page.locator("input:checked")).to_have_count(1)
    context.set_offline(False)
    page.wait_for_url("**/proof")
    expect(page.get_by_text("1 of 10 answered")).to_be_visible()
    expect(page.locator("#verdict")).to_contain_text("Right")
    context.close()


def test_after_the_first_answer_a_page_stands_in_when_there_is_no_connection(chromium: Browser, own_site: Site) -> None:
    context = chromium.new_context(base_url=own_site.address)
    page = context.new_page()
    start(page)
    choose(page)
    check(page)
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.reload()
    context.set_offline(True)
    page.goto("/")
    expect(page.get_by_role("heading", level=1)).to_have_text("No connection.")
    assert page.evaluate("getComputedStyle(document.querySelector('.btn')).borderRadius") == "10px"
    kept = page.evaluate(
        "caches.keys().then((names) => caches.open(names[0])).then((one) => one.keys()).then((all) => all.map((x) => x.url))"
    )
    assert not [url for url in kept if not re.search(r"/static/|/offline$", url)]
    context.set_offline(False)
    page.get_by_role("link", name="Try again").click()
    expect(page.get_by_text("1 of 10 answered")).to_be_visible()
    context.close()


def test_skipping_and_an_answer_that_is_missing_go_the_usual_way(new_page: NewPage) -> None:
    page = new_page()
    start(page)
    first = stem(page)
    page.get_by_role("button", name="Check my answer").click()
    assert stem(page) == first
    page.get_by_role("button", name="Skip").click()
    expect(page.get_by_role("heading", level=1)).not_to_have_text(first)
