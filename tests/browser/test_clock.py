"""The clock in a browser: counted by a script, spoken at thresholds alone, and true after leaving."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from browser.conftest import NewPage
from browser.listening import listening
from browser.playing import check, choose, start
from quizapp.play.timing import Per, Timer
from quizapp.services.database import open_database
from quizapp.settings import Settings
from quizapp.web import create_app
from web import skerry
from web.rules import set_rules


@pytest.fixture
def timed(tmp_path: Path) -> Iterator[str]:
    """The address of a site whose quizzes give 64 seconds a question."""
    settings = Settings(instance=tmp_path)
    db = open_database(settings.database(), tmp_path)
    skerry.load(db)
    app = create_app(settings, db)
    set_rules(app, timer=Timer(per=Per.QUESTION, seconds=64))
    with listening(app) as address:
        yield address
    db.close()


def test_the_time_is_shown_each_second_and_spoken_at_a_threshold(new_page: NewPage, timed: str) -> None:
    page = new_page(address=timed)
    start(page, "The long winter")
    spoken = page.locator("#spoken")
    expect(page.locator("#left")).to_contain_text("1 minute 2 seconds left for this question")
    expect(spoken).to_have_text("")
    expect(spoken).to_contain_text("1 minute left for this question", timeout=8_000)
    expect(page.locator("#left")).to_contain_text("57 seconds left")
    expect(spoken).to_contain_text("1 minute left for this question")


def test_leaving_and_coming_back_shows_the_true_time(new_page: NewPage, timed: str) -> None:
    page = new_page(address=timed)
    start(page, "The long winter")
    asked = page.url
    page.goto("/")
    page.wait_for_timeout(3_000)
    page.goto(asked)
    expect(page.locator("#left")).to_contain_text("left for this question")
    assert page.locator("#left").get_attribute("datetime") in {"PT59S", "PT60S", "PT61S"}


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_the_timer_is_turned_off_by_a_button(new_page: NewPage, timed: str, *, script: bool) -> None:
    page = new_page(address=timed, script=script, width=320)
    start(page, "The long winter")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.get_by_role("button", name="Turn the timer off").click()
    expect(page.get_by_text("No time limit")).to_be_visible()
    choose(page)
    check(page)
    expect(page.locator("#verdict")).to_contain_text("Right")
