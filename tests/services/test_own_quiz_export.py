"""Tess takes her quizzes along, and they go with her account but for the results that others have of them."""

import json

from sqlalchemy import text

from quizapp.services import assignments
from quizapp.services import own_quizzes_editing as editing
from quizapp.services.account_data import delete_account, export_data
from quizapp.services.accounts import Role
from quizapp.services.classes import my_classes
from quizapp.services.database import Database
from quizapp.services.deciding import Actor
from services.accounts import PASSWORD, School
from services.balloon import NOW
from services.building import new_quiz, row_of
from services.classroom import NAMES, Room
from services.own_article import staff
from services.own_reports import STEM, report_one


def titles(db: Database) -> list[tuple[str, bool]]:
    """Every quiz of a teacher's by its newest title, and whether it is off the pages."""
    with db.reading() as connection:
        of_teachers = "SELECT v.title, q.withdrawn_at FROM quiz q JOIN quiz_version v ON v.quiz_id = q.id WHERE q.kind = 'teacher'"
        found = connection.execute(text(f"{of_teachers} ORDER BY v.id"))
        return [(row.title, row.withdrawn_at is not None) for row in found]


def test_quizzes_and_classes_stand_in_the_export_with_their_questions(db: Database) -> None:
    tess = School(db=db).staff("Tess", Role.TEACHER).visit.player
    sam = Actor(player=staff(db, "Sam", Role.TEACHER), name="Sam")
    actor = Actor(player=tess, name="Tess")
    new_quiz(db, actor, row_of(db, "How many people"), row_of(db, "How much gas"), title="Heights")
    new_quiz(db, sam, row_of(db, "How many people"), title="Sam's own")
    Room(db=db, teacher=actor).make_class()
    made = json.loads(export_data(db, player=tess, now=NOW))
    (quiz,) = made["own_quizzes"]
    assert (quiz["title"], quiz["published"]) == ("Heights", None)
    assert [one["question"].split(" ", 2)[:2] for one in quiz["questions"]] == [["How", "many"], ["How", "much"]]
    assert [[name["name"] for name in one["names"]] for one in made["classes"]] == [NAMES.split("\n")]


def test_with_her_account_go_her_quizzes_and_names_and_results_stay(db: Database) -> None:
    school = School(db=db)
    visit = school.staff("Tess", Role.TEACHER)
    tess = Actor(player=visit.visit.player, name="Tess")
    report_one(db, tess, school.guest().visit.player, now=NOW)
    new_quiz(db, tess, row_of(db, "How many people"), title="Never given")
    published = new_quiz(db, tess, row_of(db, "How many people"), title="Only published")
    editing.publish(db, actor=tess, quiz=published, now=NOW)
    Room(db=db, teacher=tess).make_class()
    delete_account(db, player=tess.player, password=PASSWORD, **school.doing(visit.token))  # type: ignore[arg-type]
    assert titles(db) == [("The mill", True)]
    assert my_classes(db, owner=tess.player) == ()
    assert all(state == "closed" for _, state in assignments.my_assignments(db, owner=tess.player, now=NOW))
    with db.reading() as connection:
        assert connection.scalar(text("SELECT count(*) FROM response")) == 1
        assert connection.scalar(text("SELECT count(*) FROM item_version WHERE stem = :stem"), {"stem": STEM}) == 1
