"""How long the results of a large class take to open, against a bare page of the same size.

Usage: python -m tests.benchmarks.matrix [STUDENTS] [QUESTIONS]; prints milliseconds until a page is drawn, medians of openings in turns.
The bare page is plain text of as many bytes as the results' page, sent by the same server with the same headers and compression.
"""

import random
import statistics
import sys
import tempfile
import threading
from datetime import UTC, datetime
from pathlib import Path

from flask import Flask, Response
from playwright.sync_api import Page, sync_playwright
from sqlalchemy import Connection, insert, select
from waitress import create_server

from browser.conftest import ARGUMENTS, CHROMIUM
from quizapp.play.quiz import QuizSettings
from quizapp.services import assignments
from quizapp.services.accounts import Role, create_account
from quizapp.services.database import Database, open_database
from quizapp.services.deciding import Actor
from quizapp.services.passwords import Cost, Passwords
from quizapp.settings import Settings
from quizapp.storage.assignments import Terms
from quizapp.storage.base import CONTENT_ID
from quizapp.storage.tables.accounts import AccountRow
from quizapp.storage.tables.bank import ItemEvidenceRow, ItemRow, ItemVersionRow
from quizapp.storage.tables.classes import ClassRow, ParticipantRow, StudentRow
from quizapp.storage.tables.people import PlayerKind, PlayerRow
from quizapp.storage.tables.playing import AttemptQuestionRow, AttemptRow, QuizItemRow, ResponseRow
from quizapp.web import create_app
from web import skerry

PASSWORD = "blue kettle rain"
NOW = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
OPENINGS = 7
CHEAP = Passwords(Cost(passes=1, memory_kib=8, lanes=1))
_PROOF = select(*(ItemEvidenceRow.__table__.c[name] for name in ("revision_id", "start", "end", "quote", "passage_start", "passage_end")))
OPTIONS = [["a", 0], ["b", 1], ["c", 2], ["d", 3]]


def fill(db: Database, students: int, questions: int) -> int:
    """A class of so many who answered so many questions; the number of the assignment."""
    skerry.load(db)
    create_account(
        db, name="Tess", password=PASSWORD, role=Role.TEACHER, passwords=Passwords(Cost(passes=1, memory_kib=8, lanes=1)), now=NOW
    )
    with db.writing() as connection:
        tess = connection.scalar(select(AccountRow.player_id)) or 0
        group = connection.execute(insert(ClassRow).values(owner_id=tess, title="All", made_at=NOW).returning(ClassRow.id)).scalar_one()
    actor = Actor(player=tess, name="Tess")
    terms = Terms(settings=QuizSettings())
    row = assignments.give(db, actor=actor, quiz="winter", class_row=group, terms=terms, now=NOW, rng=random.Random(1))
    with db.writing() as connection:
        quiz = assignments.assignment_of(connection, row, tess).quiz_version
        versions = _questions(connection, quiz, questions)
        _students(connection, row, group, quiz, versions, students)
    return row


def _questions(connection: Connection, quiz: int, many: int) -> list[int]:
    scope = connection.scalar(select(ItemRow.scope_id)) or 0
    versions = list(connection.scalars(select(QuizItemRow.item_version_id).where(QuizItemRow.quiz_version_id == quiz)))
    proof = dict(connection.execute(_PROOF.where(ItemEvidenceRow.item_version_id == versions[0])).mappings().first() or {})
    for place in range(len(versions), many):
        name = f"{place:0{CONTENT_ID}}"
        item = connection.execute(
            insert(ItemRow).values(scope_id=scope, item=name, kind="who", fact=name).returning(ItemRow.id)
        ).scalar_one()
        cells = {"stem": f"Who was the keeper number {place} on the island?", "options": ["Ida", "Jean", "Mary", "Rosa"], "key": 0}
        more = {"explanation": "So.", "ordered": False, "difficulty": 0.5, "confidence": 0.5, "content": name, "checks": [], "made_at": NOW}
        made = insert(ItemVersionRow).values(item_id=item, number=1, edited=False, **cells, **more).returning(ItemVersionRow.id)
        versions.append(connection.execute(made).scalar_one())
        connection.execute(insert(ItemEvidenceRow).values(item_version_id=versions[-1], place=0, **proof))
        connection.execute(insert(QuizItemRow).values(quiz_version_id=quiz, place=place, item_version_id=versions[-1]))
    return versions


def _students(connection: Connection, assignment: int, group: int, quiz: int, versions: list[int], many: int) -> None:
    rng = random.Random(2)
    for place in range(many):
        player = _row(connection, PlayerRow, kind=PlayerKind.GUEST.value, created_at=NOW)
        name = f"Student {place:04}"
        student = _row(connection, StudentRow, class_id=group, name=name, name_key=name, stretch=100, player_id=player)
        part = _row(connection, ParticipantRow, assignment_id=assignment, student_id=student, more_tries=0, since=NOW)
        head = {"mode": "quiz", "quiz_version_id": quiz, "title": "All", "total": len(versions), "started_at": NOW, "finished_at": NOW}
        attempt = _row(connection, AttemptRow, public=f"{place:022}", player_id=player, score=1, participant_id=part, **head)
        asked = [
            {"attempt_id": attempt, "number": turn, "item_version_id": version, "options": OPTIONS, "skipped": 0}
            for turn, version in enumerate(versions, 1)
        ]
        connection.execute(insert(AttemptQuestionRow), asked)
        rows = connection.scalars(select(AttemptQuestionRow.id).where(AttemptQuestionRow.attempt_id == attempt)).all()
        chosen = [0 if rng.random() < place / many else rng.randrange(4) for _ in rows]
        connection.execute(
            insert(ResponseRow),
            [{"attempt_question_id": one, "chosen": choice, "at": NOW} for one, choice in zip(rows, chosen, strict=True)],
        )


def _row(connection: Connection, table: type, **cells: object) -> int:
    made: int = connection.execute(insert(table).values(**cells).returning(table.id)).scalar_one()  # type: ignore[attr-defined]
    return made


def serve(app: Flask) -> str:
    """The address of the application, served until the program ends."""
    server = create_server(app, host="127.0.0.1", port=0, threads=4)
    threading.Thread(target=server.run, daemon=True).start()
    return f"http://127.0.0.1:{server.effective_port}"


def opening(page: Page, path: str) -> float:
    """Milliseconds from asking for a page until it is drawn."""
    page.goto(path)
    drawn = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))))"
    return float(page.evaluate(drawn))


def main(students: int = 1000, questions: int = 50) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(instance=Path(folder))
        db = open_database(settings.database(), settings.instance)
        row = fill(db, students, questions)
        app = create_app(settings, db, CHEAP)
        base, path = serve(app), f"/teach/assignments/{row}/results"
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
            page = browser.new_page(base_url=base)
            page.goto("/account/sign-in")
            page.locator("#name").fill("Tess")
            page.locator("#password").fill(PASSWORD)
            page.locator("main").get_by_role("button", name="Sign in").click()
            page.wait_for_url("**/")
            body = (page.goto(path) or page.request.get(path)).body()
            bare = Response(_bare(body), mimetype="text/html")
            app.view_functions["site.how"] = lambda: Response(bare.data, mimetype="text/html")
            app.view_functions["site.how"].is_public = True  # type: ignore[attr-defined]
            pairs = [(opening(page, path), opening(page, "/how-questions-are-made")) for _ in range(OPENINGS)]
            browser.close()
        results, plain = (statistics.median(one) for one in zip(*pairs, strict=True))
        print(f"{students} students, {questions} questions, {len(body) // 1024} KB")
        print(f"results {results:.0f} ms, bare page {plain:.0f} ms, ratio {statistics.median(one / other for one, other in pairs):.2f}")


def _bare(body: bytes) -> bytes:
    """A page of as many bytes, with a table of as many cells and nothing that styles it."""
    text = body.decode()
    table = (
        text[text.index("<table") : text.index("</table>")].replace(' class="ok"', "").replace(' class="no"', "").replace(' class="na"', "")
    )
    page = f"<!DOCTYPE html><html lang='en'><title>Bare</title>{table}</table>"
    return (page + f"<p>{'words ' * ((len(body) - len(page)) // 6)}").encode()


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
