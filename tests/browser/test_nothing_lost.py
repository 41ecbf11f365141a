"""Reload, back, double click, a second tab and kill -9 lose and duplicate nothing."""

import pytest
from playwright.sync_api import expect

from browser.conftest import NewPage
from browser.playing import check, choose, go_on, play_through, start, stem
from browser.site import Site


def test_reload_shows_the_same_question_and_the_same_proof(new_page: NewPage) -> None:
    page = new_page()
    start(page)
    asked, options = stem(page), page.locator(".opt").all_inner_texts()
    page.reload()
    assert (stem(page), page.locator(".opt").all_inner_texts()) == (asked, options)
    choose(page)
    check(page)
    page.reload()
    expect(page.locator("#verdict")).to_contain_text("Right")
    expect(page.get_by_text("1 of 10 answered")).to_be_visible()


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_going_back_leads_to_the_proof(new_page: NewPage, *, script: bool) -> None:
    page = new_page(script=script)
    start(page)
    choose(page)
    check(page)
    page.go_back()
    expect(page.locator("#verdict")).to_be_visible()
    assert page.url.endswith("/proof")
    go_on(page)
    expect(page).to_have_title("Question 2 of 10 · Says who?")


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_a_double_click_answers_once(new_page: NewPage, *, script: bool) -> None:
    page = new_page(script=script)
    start(page)
    choose(page)
    page.get_by_role("button", name="Check my answer").dblclick()
    page.wait_for_url("**/proof")
    expect(page.get_by_text("1 of 10 answered")).to_be_visible()
    expect(page.get_by_text("1 right so far")).to_be_visible()


def test_a_double_click_starts_one_quiz(new_page: NewPage) -> None:
    page = new_page(script=False)
    page.goto("/")
    page.get_by_role("button", name="Ten on Skerry").dblclick()
    page.wait_for_url("**/questions/*")
    page.goto("/")
    expect(page.locator(".resume a[href^='/attempts/']")).to_have_count(1)


def test_a_second_tab_with_another_answer_is_told_so_and_the_first_stands(new_page: NewPage) -> None:
    page = new_page(script=False)
    start(page)
    second = page.context.new_page()
    second.goto(page.url)
    choose(page)
    check(page)
    choose(second, rightly=False)
    second.get_by_role("button", name="Check my answer").click()
    expect(second.get_by_role("heading", level=1)).to_have_text("You have answered this one")
    second.get_by_role("link", name="See its proof").click()
    expect(second.locator("#verdict")).to_contain_text("Right")
    expect(second.get_by_text("1 of 10 answered")).to_be_visible()


def test_a_killed_server_loses_no_answer(new_page: NewPage, own_site: Site) -> None:
    page = new_page(address=own_site.address)
    start(page)
    for _ in range(4):
        choose(page)
        check(page)
        go_on(page)
    asked, options = stem(page), page.locator(".opt").all_inner_texts()
    own_site.kill()
    own_site.start()
    page.reload()
    assert (stem(page), page.locator(".opt").all_inner_texts()) == (asked, options)
    choose(page)
    own_site.kill()
    own_site.start()
    check(page)
    expect(page.get_by_text("5 of 10 answered")).to_be_visible()
    go_on(page)
    play_through(page)
    expect(page).to_have_title("10 of 10 right · Says who?")
