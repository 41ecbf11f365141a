"""A bank goes from one school's library to another's: articles, facts and questions; what was decided there is never changed."""

from dataclasses import replace
from pathlib import Path

import pytest

from quizapp.exchange.bank_json import Bank, read_bank, write_bank
from quizapp.services.bank_export import library_bank
from quizapp.services.bank_import import import_bank
from quizapp.services.check import check_bank
from quizapp.services.database import Database, open_database
from quizapp.services.errors import Conflict, NotFound
from quizapp.services.known import Known, known
from quizapp.services.library import load_library
from services.balloon import LATER, NOW, World


@pytest.fixture
def other(tmp_path: Path) -> Database:
    """The library of another school: no article yet."""
    folder = tmp_path / "other"
    db = open_database(f"sqlite:///{folder / 'quizapp.sqlite'}", folder)
    empty = World(articles={}, scope=_nothing(), rulings=(), candidates=(), quizzes=())
    empty.load(db)
    return db


def _nothing() -> object:
    from quizapp.knowledge.scope import Pack, make_scope

    return make_scope({}, Pack(), catalogue={})


def look(db: Database) -> Known:
    with db.reading() as connection:
        found = known(db, connection)
    assert found
    return found


def said(bank: Bank) -> list[tuple[str, str, str]]:
    """What is asked, word for word; how hard a question may be each library estimates for itself."""
    return [(one.id, one.item.content, one.reason) for one in bank.questions]


def through_a_file(bank: Bank) -> Bank:
    return read_bank("bank.jsonl", list(write_bank(bank)))


def test_another_library_asks_the_same_questions_with_the_same_proof(db: Database, other: Database) -> None:
    bank = library_bank(db)
    assert len(bank.questions) > 5
    done = import_bank(other, through_a_file(bank), now=LATER)
    assert (done.articles, done.approved, done.there, done.waiting, done.left) == (len(bank.articles), len(bank.questions), 0, (), ())
    assert said(library_bank(other)) == said(bank)
    assert {fact.id for fact in look(other).scope.facts} == {fact.id for fact in look(db).scope.facts}
    assert check_bank(other) == ()
    other.close()


def test_the_same_bank_again_changes_nothing(db: Database, other: Database) -> None:
    bank = library_bank(db)
    import_bank(other, bank, now=LATER)
    before = look(other).head
    done = import_bank(other, bank, now=LATER)
    assert (done.articles, done.approved, done.there) == (0, 0, len(bank.questions))
    assert look(other).head == before
    other.close()


def test_a_question_that_fails_its_checks_there_waits_with_the_reason(db: Database, other: Database) -> None:
    bank = library_bank(db)
    one = bank.questions[0]
    wrong = replace(one, item=replace(one.item, options=tuple("same" for _ in one.item.options)))
    done = import_bank(other, replace(bank, questions=(wrong, *bank.questions[1:])), now=LATER)
    assert done.approved == len(bank.questions) - 1
    assert one.item.stem in done.waiting[0]
    assert one.id not in {asked.id for asked in library_bank(other).questions}
    other.close()


def test_what_a_library_decided_itself_stands(db: Database) -> None:
    bank = library_bank(db)
    one = bank.questions[0]
    reworded = replace(one, item=replace(one.item, explanation=f"{one.item.explanation} Indeed."))
    done = import_bank(db, replace(bank, questions=(reworded,)), now=LATER)
    assert (done.approved, done.there) == (0, 0)
    assert one.item.stem in done.left[0]
    assert library_bank(db).questions == bank.questions


def test_another_text_under_an_articles_name_is_refused_and_nothing_is_stored(db: Database) -> None:
    bank = library_bank(db)
    first = bank.articles[0]
    changed = replace(bank, articles=(replace(first, text=first.text + "More.\n"), *bank.articles[1:]), questions=())
    before = look(db).head
    with pytest.raises(Conflict, match=first.name):
        import_bank(db, changed, now=LATER)
    assert look(db).head == before


def test_there_is_no_bank_before_the_library_is_loaded(bare: Database) -> None:
    with pytest.raises(NotFound):
        library_bank(bare)
    with pytest.raises(NotFound):
        import_bank(bare, Bank(), now=NOW)


def test_an_imported_bank_stays_when_the_shipped_files_change(db: Database, other: Database) -> None:
    bank = library_bank(db)
    import_bank(other, bank, now=LATER)
    load_library(other, articles={}, scope=_nothing(), rulings=(), candidates=(), quizzes=(), digest="second", now=LATER)
    assert said(library_bank(other)) == said(bank)
    assert check_bank(other) == ()
    other.close()
