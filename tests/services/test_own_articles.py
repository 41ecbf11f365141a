"""A teacher's articles as use cases: kept as given, hers alone, deleted without a trace but for what was played, shared on the record."""

import json
from random import Random

import pytest
from sqlalchemy import text

from quizapp.play.attempt import Mode
from quizapp.play.quiz import QuizSettings
from quizapp.questions.item import State
from quizapp.questions.review import Move
from quizapp.services import articles as library
from quizapp.services import job_runs, jobs, own_articles
from quizapp.services.account_data import delete_account, export_data
from quizapp.services.accounts import Role
from quizapp.services.database import Database
from quizapp.services.deciding import decide
from quizapp.services.errors import FieldRefused, NotFound
from quizapp.services.own_articles_deleting import delete, foresee_delete
from quizapp.services.own_articles_showing import own_view
from quizapp.services.own_scope import known_to
from quizapp.services.starting import start
from quizapp.storage.attempts import Source
from services.accounts import PASSWORD, School
from services.balloon import NOW
from services.knowing import record_on
from services.own_article import TEXT, acting, add, add_and_read, given, teacher
from services.playing import count


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("title", " ", "Give it a title"),
        ("title", "x" * 301, "Found 301 characters; at most 300"),
        ("date", "4 May", "write it like 2021-10-20"),
        ("date", "2999-01-01", "still to come"),
        ("date", "0002-01-01", "too long ago"),
        ("link", "javascript:alert(1)", "a link begins with https://"),
        ("link", "https://x y", "a link begins with https://"),
        ("rights", "mine", "Say why you may use this text"),
        ("text", "Too short.", "a few sentences are needed"),
        ("text", "x" * 200_001, "at most 200,000"),
        ("text", "The mill \x00 turns again, and it turns for a long time.", "a sign that is no text at character 10"),
    ],
)
def test_what_cannot_be_used_is_refused_beside_its_field(db: Database, tess: int, field: str, value: str, said: str) -> None:
    with pytest.raises(FieldRefused) as refused:
        add(db, tess, **{field: value})
    assert refused.value.field == field
    assert said in str(refused.value)
    assert count(db, "own_article") == 0


def test_a_free_licence_needs_its_name(db: Database, tess: int) -> None:
    with pytest.raises(FieldRefused) as refused:
        add(db, tess, rights="free licence")
    assert refused.value.field == "rights_note"


def test_the_text_is_kept_as_it_was_given_with_the_line_ends_of_a_file(db: Database, tess: int) -> None:
    odd = "A  title with  spaces\r\n\r\nThe mill\u00a0turns – “again”, they say. 🎈 It turned before.\r\n\ttabbed\r\n"
    slug = add(db, tess, text=odd)
    view = own_view(db, owner=tess, slug=slug)
    shown = "".join(block.gap + "".join(run.text for run in block.runs) for block in view.article.blocks) + view.article.tail
    assert shown == odd.replace("\r\n", "\n")


def test_the_list_and_the_page_are_hers_alone(db: Database, tess: int) -> None:
    slug, tom = add_and_read(db, tess), teacher(db, "Tom")
    assert [card.slug for card in own_articles.mine(db, owner=tess)] == [slug]
    assert own_articles.mine(db, owner=tom) == ()
    with pytest.raises(NotFound):
        own_view(db, owner=tom, slug=slug)
    with pytest.raises(NotFound):
        library.article(db, slug=slug, now=NOW)


def test_the_same_text_is_kept_once_and_two_teachers_may_both_have_it(db: Database, tess: int) -> None:
    add(db, tess)
    with pytest.raises(FieldRefused, match="You have this text already"):
        add(db, tess, title="Another title")
    assert add(db, teacher(db, "Tom"))


def test_a_changed_date_is_read_anew_and_a_changed_source_is_not(db: Database, tess: int) -> None:
    slug = add_and_read(db, tess)
    own_articles.change(db, owner=tess, slug=slug, given=given(source="Orrin Gazette"), now=NOW)
    assert count(db, "job") == 1
    own_articles.change(db, owner=tess, slug=slug, given=given(date="2019-06-01"), now=NOW)
    assert count(db, "job") == 2
    assert own_view(db, owner=tess, slug=slug).article.source is None


def test_reading_that_is_under_way_is_not_asked_for_twice(db: Database, tess: int) -> None:
    slug = add(db, tess)
    own_articles.read_again(db, owner=tess, slug=slug, now=NOW)
    assert count(db, "job") == 1
    job_runs.work_off(db, clock=lambda: NOW)
    own_articles.read_again(db, owner=tess, slug=slug, now=NOW)
    assert count(db, "job") == 2


def test_the_page_is_there_when_its_reading_is_long_forgotten(db: Database, tess: int) -> None:
    slug = add_and_read(db, tess)
    with db.writing() as connection:
        connection.execute(text("DELETE FROM job"))
    view = own_view(db, owner=tess, slug=slug)
    assert view.job is None
    assert view.facts > 0


def test_what_nobody_played_goes_without_a_trace(db: Database, tess: int) -> None:
    tables = ("article", "revision", "claim", "fact", "name", "item", "item_version", "item_evidence")
    add(db, tess, text=TEXT.replace("Orrin", "Tolva"), title="First")
    before = {table: count(db, table) for table in tables}
    slug = add_and_read(db, tess)
    delete(db, owner=tess, slug=slug, actor=acting(tess), now=NOW)
    left = {table: count(db, table) for table in tables}
    assert left["article"] == before["article"]
    with db.reading() as connection:
        mine = known_to(db, connection, owner=tess)
        texts = [row.text for row in connection.execute(text("SELECT text FROM revision"))]
    assert TEXT not in texts
    assert all(evidence.article in mine.scope.articles for one in mine.bank for evidence in one.value.evidence)
    assert record_on(db, "own article")[-1][:2] == ("Tess", "article deleted")
    assert [job.called for job in jobs.jobs(db, owner=tess)] == ["Reading “First”"]


def test_what_was_played_keeps_its_record_and_is_asked_no_more(db: Database, tess: int, paul: int) -> None:
    slug = add_and_read(db, tess)
    with db.reading() as connection:
        mine = known_to(db, connection, owner=tess)
    one = next(item for item in mine.bank if all(check.passed for check in item.checks))
    decide(db, scope=mine.head.id, item=one.item, version=one.row, wanted=Move.APPROVE, reason="", actor=acting(tess), now=NOW)
    with db.writing() as connection:
        start(connection, paul, Source(mode=Mode.QUICK, title="Mill"), [one], QuizSettings(), NOW, Random(1))
    leaving = foresee_delete(db, owner=tess, slug=slug)
    assert (leaving.kept, leaving.questions) == (1, len(mine.bank) - 1)
    delete(db, owner=tess, slug=slug, actor=acting(tess), now=NOW)
    assert own_articles.mine(db, owner=tess) == ()
    with db.reading() as connection:
        later = known_to(db, connection, owner=tess)
    assert [(item.item, item.state) for item in later.bank] == [(one.item, State.RETIRED)]
    assert not later.own
    assert count(db, "attempt_question") == 1


def test_a_deleted_text_may_be_added_again(db: Database, tess: int) -> None:
    slug = add_and_read(db, tess)
    delete(db, owner=tess, slug=slug, actor=acting(tess), now=NOW)
    assert add_and_read(db, tess) == slug
    assert own_view(db, owner=tess, slug=slug).facts > 0


def test_with_her_account_go_her_articles_and_before_that_she_can_take_them_with_her(db: Database) -> None:
    school = School(db=db)
    visit = school.staff("Tess", Role.TEACHER)
    tess = visit.visit.player
    add_and_read(db, tess)
    assert json.loads(export_data(db, player=tess, now=NOW))["own_articles"][0]["text"] == TEXT
    delete_account(db, player=tess, password=PASSWORD, **school.doing(visit.token))  # type: ignore[arg-type]
    with db.reading() as connection:
        texts = list(connection.scalars(text("SELECT text FROM revision")))
    assert TEXT not in texts
    assert count(db, "own_article") == 0
