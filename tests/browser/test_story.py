"""From an article to a class that understood it, in one story: Tess brings a text, chooses questions, and sees what three students got."""

import csv
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from pathlib import Path

from playwright.sync_api import Page, expect

from browser.conftest import NewPage
from browser.playing import check, go_on, stem
from browser.site import TESTS, Site
from browser.test_class import add_teacher, join, sign_in
from exchange.workbooks import sheets

ARTICLE = Path(__file__).with_name("harsund.txt")
TITLE = "The ferry that came back to Harsund"
STUDENTS = ("Mina", "Noor", "Otto")
ENOUGH = 7
READING = 45_000
"""Milliseconds until an article is read, with the language model loaded first."""


@contextmanager
def worker(site: Site) -> Iterator[None]:
    """A worker of the site in a process of its own, as `quizapp run` starts one."""
    environ = {**os.environ, "PYTHONPATH": str(TESTS.parent), "QUIZAPP_INSTANCE": str(site.instance)}
    process = subprocess.Popen([sys.executable, "-m", "quizapp", "work"], env=environ)
    try:
        yield
    finally:
        process.kill()
        process.wait()


def bring(page: Page) -> None:
    """Upload the article, look at its text, keep it."""
    page.goto("/teach")
    page.get_by_role("link", name="Add an article").click()
    page.get_by_label("File", exact=True).set_input_files(ARTICLE)
    page.get_by_role("button", name="Show the text").click()
    expect(page.get_by_label("The article", exact=True)).to_have_value(ARTICLE.read_text(encoding="utf-8"))
    expect(page.get_by_label("Title")).to_have_value(TITLE)
    page.get_by_label("I wrote it").check()
    page.get_by_role("button", name="Keep it and find questions").click()


def approve(page: Page) -> None:
    """Approve what nothing speaks against."""
    page.get_by_role("link", name="Look at the questions").click(timeout=READING)
    page.get_by_role("button", name="Approve all that pass every check").click()
    expect(page.locator("#said")).to_contain_text("approved")


def approve_more(page: Page) -> None:
    """Look at the others too, and approve by hand what no check speaks against until there are enough."""
    page.get_by_role("link", name=re.compile(r"^Show \d+ more$")).click()
    page.wait_for_url("**/questions?more=1")
    while page.locator("[data-offer].approved").count() < ENOUGH:
        one = page.locator("[data-offer].candidate:not(.look):not(.stop)").first
        name = one.get_attribute("id")
        one.get_by_role("button", name="Approve").click()
        expect(page.locator(f"#{name}.approved")).to_be_visible()


def ask_oneself(page: Page) -> None:
    """Write a question about a sentence; the site proposes the wrong answers."""
    page.get_by_role("link", name="Ask about a sentence").first.click()
    page.get_by_role("link", name="Captain Nils Falk commands the ferry.").click()
    page.get_by_label("Question").fill("Who commands the Silver Gull?")
    page.get_by_label("Right answer").fill("Nils Falk")
    page.get_by_role("button", name="Keep it").click()
    expect(page.locator("#said")).to_contain_text("Approve it to use it in a quiz")
    mine = page.locator("[data-offer]").filter(has=page.get_by_role("heading", name="Who commands the Silver Gull?"))
    mine.get_by_role("button", name="Approve").click()
    expect(mine.get_by_text("Approved", exact=True)).to_be_visible()


def answers_of(page: Page) -> dict[str, str]:
    """The right answer of every approved question on the page."""
    approved = page.locator("[data-offer].approved").all()
    return {one.locator("h3").inner_text(): one.locator(".k").inner_text().splitlines()[-1] for one in approved}


def publish(page: Page) -> None:
    """A quiz of ten of them, or of all where there are fewer."""
    page.get_by_role("button", name="Make a quiz of ten").click()
    page.get_by_role("button", name="Publish").click()
    expect(page.get_by_role("link", name="Give it to a class")).to_be_visible()


def give(page: Page) -> str:
    """A class of three names gets the quiz; its code."""
    page.goto("/teach")
    page.get_by_role("link", name="Your classes").click()
    page.get_by_label("What the class is called").fill("Owls")
    page.get_by_label("Names", exact=True).fill("\n".join(STUDENTS))
    page.get_by_role("button", name="Make the class").click()
    page.get_by_role("link", name="Give this class a quiz").click()
    page.get_by_role("link", name=TITLE).click()
    page.get_by_role("button", name="Give it").click()
    return page.locator(".join b").inner_text()


def play(page: Page, right: dict[str, str], *, misses: int) -> int:
    """Answer every question, the first `misses` of them wrongly; how many there were."""
    count, going = 0, True
    while going:
        rows, key = page.locator(".opt"), right[stem(page)]
        keyed = page.get_by_text(key, exact=True)
        (rows.filter(has_not=keyed).first if count < misses else rows.filter(has=keyed)).click()
        check(page)
        count += 1
        going = go_on(page)
    return count


def rows_of(page: Page) -> dict[str, list[str]]:
    """The matrix of the results: by name what stands in the cells."""
    return {row.locator("th").inner_text(): row.locator("td").all_inner_texts() for row in page.locator(".mx tbody tr").all()}


def download(page: Page, link: str) -> bytes:
    """The file behind a link."""
    with page.expect_download() as waiting:
        page.get_by_role("link", name=link).click()
    return Path(waiting.value.path()).read_bytes()


def test_an_article_becomes_questions_a_quiz_a_class_and_results(new_page: NewPage, site: Site) -> None:
    add_teacher(site, "Tess")
    tess = new_page()
    sign_in(tess, "Tess")
    with worker(site):
        bring(tess)
        approve(tess)
    approve_more(tess)
    ask_oneself(tess)
    right = answers_of(tess)
    assert len(right) > ENOUGH
    publish(tess)
    code, misses = give(tess), dict(zip(STUDENTS, (0, 1, 2), strict=True))
    for name in STUDENTS:
        page = new_page(width=360)
        join(page, code, name)
        asked = play(page, right, misses=misses[name])
    tess.reload()
    expect(tess.get_by_text("3 of 3 have started, 3 have finished.")).to_be_visible()
    tess.get_by_role("link", name="Results", exact=True).click()
    matrix = rows_of(tess)
    assert {name: cells[-1] for name, cells in matrix.items()} == {name: str(asked - missed) for name, missed in misses.items()}
    assert {name: cells.count("✗") for name, cells in matrix.items()} == misses
    assert "strong" not in tess.locator("main").inner_text(), "three players are too few for statistics"
    header, *rows = csv.reader(StringIO(download(tess, "Download as CSV").decode("utf-8-sig"), newline=""))
    marks = 4 + asked
    assert {head.split(". ", 1)[1] for head in header[4:marks]} <= set(right)
    assert header[marks:] == [f"Answer to {number}" for number in range(1, asked + 1)]
    assert [row[:4] for row in rows] == [[name, "finished", str(asked - missed), str(asked)] for name, missed in misses.items()]
    book = sheets(download(tess, "Download as Excel"))
    assert book["Results"] == [one[:marks] for one in (header, *rows)]
    assert [row[1:] for row in book["Answers"][1:]] == [row[marks:] for row in rows]
    assert [row[0] for row in book["Answers"][1:]] == list(STUDENTS)
