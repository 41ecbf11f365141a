"""A class in browsers: a teacher gives a quiz, three students join by its code and play, the teacher sees who got what."""

from datetime import UTC, datetime

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from browser.conftest import NewPage
from browser.playing import check, choose, go_on, play_through, start
from browser.site import Site
from quizapp.services.accounts import Role, create_account
from quizapp.services.database import open_database
from quizapp.services.passwords import Cost, Passwords
from quizapp.settings import Settings

PASSWORD = "blue kettle rain"


def add_teacher(site: Site, name: str) -> None:
    db = open_database(Settings(instance=site.instance).database(), site.instance)
    cheap = Passwords(Cost(passes=1, memory_kib=8, lanes=1))
    create_account(db, name=name, password=PASSWORD, role=Role.TEACHER, passwords=cheap, now=datetime.now(UTC))
    db.close()


def sign_in(page: Page, name: str) -> None:
    page.goto("/account/sign-in")
    page.locator("#name").fill(name)
    page.locator("#password").fill(PASSWORD)
    page.locator("main").get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/")


def give(page: Page, *, names: str = "Mina\nNoor\nOtto") -> str:
    """A class and a quiz for it; the code."""
    page.goto("/teach/classes")
    page.get_by_label("What the class is called").fill("Owls")
    page.get_by_label("Names", exact=True).fill(names)
    page.get_by_role("button", name="Make the class").click()
    page.get_by_role("link", name="Give this class a quiz").click()
    page.get_by_role("link", name="The long winter").click()
    page.get_by_role("button", name="Give it").click()
    return page.locator(".join b").inner_text()


def join(page: Page, code: str, name: str) -> None:
    """From the home page to the first question."""
    page.goto("/")
    page.get_by_label("I have a code").fill(code)
    page.keyboard.press("Enter")
    page.get_by_role("link", name=name).click()
    page.get_by_role("button", name=f"Yes, I am {name}").click()
    page.get_by_text("Write it down:").wait_for()
    page.get_by_role("button", name="I have it, begin").click()
    page.wait_for_url("**/questions/*")


def test_three_students_join_and_play_and_the_teacher_sees_who_got_what(new_page: NewPage, site: Site) -> None:
    add_teacher(site, "Tess")
    tess = new_page()
    sign_in(tess, "Tess")
    code = give(tess)
    for name, rightly, width, script in (("Mina", True, 320, True), ("Noor", False, 1280, False), ("Otto", True, 360, True)):
        page = new_page(width=width, script=script)
        join(page, code, name)
        assert page.get_by_role("link", name=f"Answering as {name}").is_visible()
        choose(page, rightly=rightly)
        check(page)
        assert go_on(page)
        play_through(page)
    tess.reload()
    assert tess.get_by_text("3 of 3 have started, 3 have finished.").is_visible()
    tess.get_by_role("link", name="Results", exact=True).click()
    rows = {row.locator("th").inner_text(): sorted(row.locator("td").all_inner_texts()) for row in tess.locator(".mx tbody tr").all()}
    assert rows == {"Mina": ["2", "✓", "✓"], "Noor": ["1", "✓", "✗"], "Otto": ["2", "✓", "✓"]}
    tess.get_by_role("link", name="Discuss in class").click()
    tess.wait_for_url("**/discuss/1")
    expect(tess.get_by_role("link", name="Show counts and proof")).to_be_focused()
    tess.keyboard.press("Enter")
    tess.wait_for_url("**/discuss/1?shown=1")
    expect(tess.get_by_role("link", name="Next question")).to_be_focused()
    tess.keyboard.press("Enter")
    tess.wait_for_url("**/discuss/2")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation_and_nothing_scrolls_sideways(new_page: NewPage, site: Site, scheme: str) -> None:
    add_teacher(site, f"Tess {scheme}")
    tess, mina = new_page(scheme=scheme, width=320), new_page(scheme=scheme, width=320)
    sign_in(tess, f"Tess {scheme}")
    code = give(tess)
    own, door = tess.url, f"/join/{code.replace(' ', '')}"
    for path in ("/join", door):
        mina.goto(path)
        look_at(mina)
    join(mina, code, "Mina")
    play_through(mina)
    for path in (door, "/answering"):
        mina.goto(path)
        look_at(mina)
    paths = ("", "/terms", "/close", "/delete", "/results", "/results/1/right", "/discuss/1", "/discuss/2?shown=1")
    for path in (
        "/teach/classes",
        "/teach/assignments",
        "/teach/assignments/new",
        "/teach/assignments/new?quiz=winter",
        *(f"{own}{one}" for one in paths),
    ):
        tess.goto(path)
        look_at(tess)


def look_at(page: Page) -> None:
    """No violation, and all of it within the width."""
    found = Axe().run(page)
    assert found.violations_count == 0, (page.url, found.generate_report())
    assert page.evaluate("document.documentElement.scrollWidth") <= 320, page.url


def test_marks_stand_beside_the_longest_name_on_a_phone(new_page: NewPage, site: Site) -> None:
    add_teacher(site, "Tess of the long names")
    tess, zoe = new_page(width=360), new_page(width=360)
    sign_in(tess, "Tess of the long names")
    name = "Zoë-Marie O’Neill-Fernández de Córdoba"
    code = give(tess, names=name)
    own = tess.url
    join(zoe, code, name)
    tess.goto(f"{own}/results")
    box, cell = tess.locator(".scroll").bounding_box(), tess.locator(".mx tbody td").first.bounding_box()
    assert box
    assert cell
    assert cell["x"] < box["x"] + box["width"] / 2
    assert cell["x"] + cell["width"] < box["x"] + box["width"]


def test_the_way_on_is_in_reach_and_covers_nothing_on_a_phone(new_page: NewPage) -> None:
    page = new_page(width=360, height=640)
    start(page)
    choose(page, rightly=False)
    check(page)
    onward, report = page.locator("#next"), page.get_by_role("link", name="Report a problem")
    seen = onward.bounding_box()
    assert seen
    assert seen["y"] + seen["height"] <= 640
    report.focus()
    place, bar = report.bounding_box(), page.locator(".acts").bounding_box()
    assert place
    assert bar
    assert place["y"] + place["height"] <= bar["y"]
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    place, bar = report.bounding_box(), page.locator(".acts").bounding_box()
    assert place
    assert bar
    assert place["y"] + place["height"] <= bar["y"]


def test_moments_are_said_and_typed_in_the_zone_of_the_device(site: Site, chromium: Browser) -> None:
    add_teacher(site, "Tess in Tokyo")
    context = chromium.new_context(base_url=site.address, timezone_id="Asia/Tokyo")
    tess = context.new_page()
    sign_in(tess, "Tess in Tokyo")
    tess.goto("/teach/assignments/new?quiz=winter")
    tess.locator("summary", has_text="Change when").click()
    assert "In the time of your device (Asia/Tokyo); it is now" in tess.locator("#closes-clock").inner_text()
    tess.locator("#closes").fill("2031-03-02T08:30")
    tess.get_by_role("button", name="Give it").click()
    closing = tess.locator("time").first
    assert closing.inner_text() == "Sun 2 March 2031, 08:30"
    assert closing.get_attribute("datetime") == "2031-03-01T23:30:00Z"
    tess.goto(f"{tess.url}/terms")
    assert tess.locator("#closes").input_value() == "2031-03-02T08:30"
    tess.get_by_role("button", name="Keep these terms").click()
    assert tess.locator("time").first.get_attribute("datetime") == "2031-03-01T23:30:00Z"
    context.close()
