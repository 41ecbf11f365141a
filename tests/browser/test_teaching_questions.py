"""Tess looks at the questions on her article and builds a quiz, in a browser: by keys, by marking words, by dragging, without a script."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import NewPage
from browser.site import Site
from quizapp.services import candidates_asking as asking
from quizapp.services.accounts import Role, create_account
from quizapp.services.candidates_asking import Written
from quizapp.services.database import open_database
from quizapp.services.deciding import Actor
from quizapp.services.own_articles import Given, add_article
from quizapp.services.passwords import Cost, Passwords
from quizapp.settings import Settings
from web import skerry
from web.people import PASSWORD

TEXT = "A mill 🎈 turns again\n\nMira Holt built the new wheel 🎈 at Orrin. Tom Ray opened the mill at Orrin on 3 May 2019.\n"
OTHERS = ("Ida Moar", "Elin Voss", "Ada Reid")
ASKED = (
    ("Who built the new wheel at Orrin?", "Mira Holt", "Mira Holt built the new wheel"),
    ("Who opened the mill at Orrin?", "Tom Ray", "Tom Ray opened the mill at Orrin"),
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site on which Tess has an article with two questions of her own."""
    instance = tmp_path_factory.mktemp("teaching")
    furnish(instance)
    running = Site(instance=instance)
    running.start()
    yield running
    running.kill()


def furnish(instance: Path) -> None:
    """The library, Tess, her article, her questions."""
    now, passwords = datetime.now(UTC), Passwords(Cost(passes=1, memory_kib=8, lanes=1))
    db = open_database(Settings(instance=instance).database(), instance)
    skerry.load(db)
    create_account(db, name="Tess", password=PASSWORD, role=Role.TEACHER, passwords=passwords, now=now)
    with db.reading() as connection:
        player = connection.exec_driver_sql("SELECT player_id FROM account").scalar_one()
    tess = Actor(player=player, name="Tess")
    said = Given(title="A mill turns again", date="2019-05-04", source="", link="", rights="own work", rights_note="", text=TEXT)
    slug = add_article(db, owner=player, given=said, now=now)
    for stem, key, words in ASKED:
        start = TEXT.index(words)
        written = Written(stem=stem, key=key, wrong=OTHERS, explanation=f"{key} did.")
        asking.keep_written(db, slug=slug, start=start, end=start + len(words), written=written, actor=tess, now=now)
    db.close()


def sign_in(page: Page) -> None:
    """Tess signs in and looks at the questions on her article."""
    page.goto("/account/sign-in")
    page.get_by_label("Name").fill("Tess")
    page.get_by_label("Password").fill(PASSWORD)
    page.locator("main").get_by_role("button", name="Sign in").click()
    page.goto("/teach/articles")
    page.get_by_role("link", name="A mill turns again").click()
    page.goto(page.url.split("?")[0] + "/questions")


def test_questions_are_looked_through_by_keys_alone(new_page: NewPage) -> None:
    page = new_page()
    sign_in(page)
    first, second = page.locator("[data-offer]").nth(0), page.locator("[data-offer]").nth(1)
    page.keyboard.press("j")
    expect(first).to_be_focused()
    page.keyboard.press("j")
    expect(second).to_be_focused()
    expect(page.locator(".src sup").filter(has_text=re.compile(r"\b2\b")).first).to_be_in_viewport()
    page.keyboard.press("k")
    page.keyboard.press("r")
    expect(first.get_by_role("button", name="Not worth asking")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#said")).to_have_text("Question 1: rejected.")
    expect(first).to_be_focused()
    page.keyboard.press("u")
    expect(page.locator("#said")).to_have_text("Question 1: open again.")
    page.get_by_role("button", name="Turn these keys off").click()
    page.keyboard.press("j")
    expect(second).not_to_be_focused()
    page.get_by_role("button", name="Turn the keys on").click()
    page.keyboard.press("e")
    expect(page.get_by_role("heading", name="Change a question")).to_be_visible()


def test_marked_words_are_asked_about_by_their_place_behind_an_emoji_and_checked_while_one_types(new_page: NewPage) -> None:
    page = new_page()
    sign_in(page)
    sentence = page.locator(".src [data-at]").filter(has_text="Tom Ray opened the mill")
    sentence.select_text()
    page.get_by_role("link", name="Ask about these words").click()
    expect(page.locator(".about mark")).to_contain_text("Tom Ray opened the mill at Orrin")
    expect(page.locator(".about mark")).not_to_contain_text("Mira")
    form = page.locator("[data-live]")
    form.get_by_label("Question").fill("Who opened the mill of Orrin, and never closed it?")
    form.get_by_label("Right answer").fill("Tom Ray")
    expect(page.locator("#checks")).to_contain_text("never", timeout=10_000)


def test_a_quiz_is_put_in_order_by_buttons_keys_and_dragging_and_says_so(new_page: NewPage) -> None:
    page = new_page()
    sign_in(page)
    page.goto("/teach/quizzes")
    page.get_by_label("Article").select_option("The lamp on Skerry burns again")
    page.get_by_role("button", name="Take ten for me").click()
    stems = page.locator("[data-question] .q")
    first, second, third = stems.all_inner_texts()[:3]
    page.get_by_role("button", name="Move question 1 down").click()
    expect(page.locator("#said")).to_contain_text("is now question 2 of")
    expect(page.get_by_role("button", name="Move question 2 down")).to_be_focused()
    page.keyboard.press("Alt+ArrowDown")
    expect(page.locator("#said")).to_contain_text("is now question 3 of")
    assert stems.all_inner_texts()[:3] == [second, third, first]
    page.locator("[data-question]").nth(2).drag_to(page.locator("[data-question]").nth(0))
    expect(page.locator("#said")).to_contain_text("is now question 1 of")
    assert stems.all_inner_texts()[:3] == [first, second, third]
    page.reload()
    assert stems.all_inner_texts()[:3] == [first, second, third]


def test_enter_in_the_settings_saves_them_and_publish_takes_along_what_was_typed(new_page: NewPage) -> None:
    page = new_page()
    sign_in(page)
    page.goto("/teach/quizzes")
    page.get_by_label("Article").select_option("The lamp on Skerry burns again")
    page.get_by_role("button", name="Take ten for me").click()
    page.get_by_label("Title").fill("Lamps")
    page.get_by_label("Title").press("Enter")
    expect(page.locator("#said")).to_contain_text("The settings are saved.")
    expect(page.get_by_text("Draft, not published yet")).to_be_visible()
    page.get_by_label("Title").fill("Lamps and keepers")
    page.get_by_role("button", name="Publish").click()
    expect(page.get_by_role("heading", name="Lamps and keepers")).to_be_visible()
    expect(page.get_by_text("Published as version 1")).to_be_visible()


def test_everything_works_without_a_script_on_a_narrow_screen(new_page: NewPage) -> None:
    page = new_page(script=False, width=320)
    sign_in(page)
    page.get_by_role("link", name="Ask about a sentence").click()
    page.get_by_role("link", name="Mira Holt built the new wheel").click()
    expect(page.get_by_role("heading", name="Write your own")).to_be_visible()
    page.goto("/teach/quizzes")
    page.get_by_label("Article").select_option("A keeper remembers the long winter")
    page.get_by_role("button", name="Take ten for me").click()
    page.get_by_role("button", name="Move question 2 up").click()
    expect(page.locator("#said")).to_contain_text("is now question 1 of")
    page.get_by_role("button", name="Try it as a player").click()
    expect(page.get_by_text("Only a try: nothing counts")).to_be_visible()
    assert page.locator("html").evaluate("(page) => page.scrollWidth") <= 320
