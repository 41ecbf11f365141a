"""A teacher's scope: the library and her own articles together, kept until either changes, and seen from nowhere else."""

from datetime import timedelta

import pytest

from quizapp.knowledge.fact import Verdict
from quizapp.knowledge.names import NameEntry, Names
from quizapp.knowledge.values.base import ValueType
from quizapp.questions.item import State
from quizapp.questions.review import Move
from quizapp.services.database import Database
from quizapp.services.deciding import Actor, decide
from quizapp.services.errors import NotFound
from quizapp.services.joining import spelling_cases, without_borrowed
from quizapp.services.known import Known, known
from quizapp.services.own_scope import known_to, make_own_scope, own_scope
from services.balloon import MORNING, NOW, World
from services.own_article import add, add_and_read, teacher


def seen_by(db: Database, owner: int) -> Known:
    """What this teacher knows."""
    with db.reading() as connection:
        return known_to(db, connection, owner=owner)


def in_library(db: Database) -> Known:
    """What everybody knows."""
    with db.reading() as connection:
        found = known(db, connection)
    assert found is not None
    return found


def person(name: str, *aliases: str) -> NameEntry:
    """An entry of a registry."""
    return NameEntry(name=name, type=ValueType.PERSON, aliases=aliases)


def test_a_teacher_without_articles_knows_the_library_and_has_no_questions(db: Database, tess: int) -> None:
    mine = seen_by(db, tess)
    assert mine.scope == in_library(db).scope
    assert (mine.bank, mine.own, mine.head.id) == ((), frozenset(), 0)


def test_a_scope_is_made_once_and_for_accounts_alone(db: Database, tess: int) -> None:
    with db.writing() as connection:
        first, second = make_own_scope(connection, tess), make_own_scope(connection, tess)
        assert own_scope(connection, tess) == first == second
    with db.writing() as connection, pytest.raises(NotFound):
        make_own_scope(connection, 999_999)


def test_her_article_counts_together_with_the_library_for_her_alone(db: Database, tess: int) -> None:
    before = in_library(db).scope
    add_and_read(db, tess)
    mine, tom = seen_by(db, tess), seen_by(db, teacher(db, "Tom"))
    assert set(mine.scope.articles) == {*before.articles, *mine.own}
    assert len(mine.own) == 1
    assert {claim.evidence.article for claim in mine.scope.claims} > mine.own
    assert in_library(db).scope == before == tom.scope
    assert mine.bank
    assert tom.bank == ()


def test_what_is_known_is_kept_until_something_changes(db: Database, tess: int, balloon: World) -> None:
    add_and_read(db, tess)
    first = seen_by(db, tess)
    assert seen_by(db, tess) is first
    balloon.load(db, digest="second", now=NOW + timedelta(hours=1))
    second = seen_by(db, tess)
    assert second is not first
    assert second.scope == first.scope


def test_after_a_decision_the_texts_are_not_grouped_anew(db: Database, tess: int) -> None:
    add_and_read(db, tess)
    first = seen_by(db, tess)
    one = next(item for item in first.bank if all(check.passed for check in item.checks))
    actor = Actor(player=tess, name="Tess")
    decide(db, scope=first.head.id, item=one.item, version=one.row, wanted=Move.APPROVE, reason="", actor=actor, now=NOW)
    second = seen_by(db, tess)
    assert second.scope is first.scope
    assert [item.state for item in second.bank if item.item == one.item] == [State.APPROVED]
    assert in_library(db).versions.keys().isdisjoint({one.row})


def test_a_text_that_the_library_has_too_does_not_agree_with_itself(db: Database, tess: int) -> None:
    add_and_read(db, tess, text=MORNING, title="The Gannet rises over Brack")
    mine = seen_by(db, tess)
    assert "morning.txt" not in mine.scope.articles
    alone = [fact for fact in mine.scope.facts if {claim.evidence.article for claim in fact.claims} <= mine.own]
    assert alone
    assert all(fact.verdict is not Verdict.CORROBORATED for fact in alone)


def test_an_article_that_nobody_has_read_yet_holds_no_claims(db: Database, tess: int) -> None:
    add(db, tess)
    mine = seen_by(db, tess)
    assert len(mine.own) == 1
    assert not [claim for claim in mine.scope.claims if claim.evidence.article in mine.own]


def test_facts_come_out_of_the_database_with_the_wording_of_their_claims(db: Database, tess: int) -> None:
    add_and_read(db, tess)
    mine = seen_by(db, tess)
    worded = [fact for fact in mine.scope.facts if fact.relation.wordings and fact.claims[0].evidence.article in mine.own]
    assert worded


def test_two_spellings_wait_for_a_ruling() -> None:
    library, own = [person("Anton Shkaplerov"), person("Ida Moar")], [person("Anton Ahkaplerov"), person("Ida Moar"), person("Ida Hale")]
    cases = spelling_cases([*library, *own], among=own)
    assert [case.names for case in cases] == [("Anton Ahkaplerov", "Anton Shkaplerov")]


def test_a_form_belongs_to_whoever_had_it_first() -> None:
    library = Names((person("Maria Holt", "Maria"),))
    (kept,) = without_borrowed([person("Maria Ray", "Maria", "M. Ray")], library)
    assert kept.aliases == ("M. Ray",)
    (same,) = without_borrowed([person("Maria Holt", "Maria")], library)
    assert same.aliases == ("Maria",)
