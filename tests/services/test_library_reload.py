"""Files that changed are read anew; what people did here in the meantime stands."""

from datetime import timedelta

from sqlalchemy import text

from quizapp.knowledge.fact import Verdict
from quizapp.knowledge.rulings import Ruling, RulingKind
from quizapp.questions.item import State
from quizapp.services import rulings
from quizapp.services.check import check_bank
from quizapp.services.database import Database
from quizapp.services.deciding import Actor
from quizapp.services.taking_in import take_in
from services.balloon import NOW, TEXTS, World, make_world, world
from services.knowing import library
from services.rereading import fourth

LATER = NOW + timedelta(days=1)
AFTER = NOW + timedelta(days=2)
TWO_PEOPLE = Ruling(kind=RulingKind.DIFFERENT_NAME, reason="Two sisters.", names=("Lena Ostrov", "Lena Ostrow"))


def not_asked(balloon: World) -> Ruling:
    fact = balloon.fact("gas_held")
    return Ruling(kind=RulingKind.NOT_ASKED, reason="Dull.", subject=fact.subject, relation="gas_held")


def test_a_ruling_made_here_stands_when_the_files_are_read_again(db: Database, balloon: World, rita: Actor) -> None:
    rulings.make_ruling(db, ruling=not_asked(balloon), actor=rita, now=LATER)
    before = library(db)
    balloon.load(db, digest="second", now=AFTER)
    after = library(db)
    assert after.scope == before.scope
    assert after.playable.keys() == before.playable.keys()
    assert check_bank(db) == ()


def test_a_ruling_of_the_files_that_a_person_took_back_stays_so(db: Database, balloon: World, rita: Actor) -> None:
    rulings.make_ruling(db, ruling=TWO_PEOPLE, actor=rita, now=LATER)
    balloon.load(db, digest="second", now=AFTER)
    fact = library(db).scope.fact(balloon.fact("steered_by").id)
    assert fact is not None
    assert fact.verdict is Verdict.DISPUTED
    with db.reading() as connection:
        stands = connection.scalars(text("SELECT kind FROM ruling WHERE withdrawn_at IS NULL")).all()
    assert stands == ["different_name"]
    assert check_bank(db) == ()


def test_files_that_bring_the_same_ruling_as_a_person_made_change_nothing(db: Database, balloon: World, rita: Actor) -> None:
    rulings.make_ruling(db, ruling=not_asked(balloon), actor=rita, now=LATER)
    before = library(db).scope
    texts = {name: words for name, (words, _) in TEXTS.items()}
    brought = make_world(
        texts,
        '[[ruling]]\nkind = "same_name"\nnames = ["Lena Ostrov", "Lena Ostrow"]\n'
        'reason = "The harbour office and the morning paper write of one pilot."\n'
        '[[ruling]]\nkind = "not_asked"\nsubject = "Gannet"\nrelation = "gas_held"\nreason = "Dull."\n',
    )
    undecided = [one for one in brought.candidates if one.item.fact != balloon.fact("gas_held").id]
    World(articles=brought.articles, scope=brought.scope, rulings=brought.rulings, candidates=tuple(undecided), quizzes=()).load(
        db, digest="second", now=AFTER
    )
    assert library(db).scope == before


def test_questions_that_a_ruling_took_out_do_not_come_back_with_the_files(db: Database, balloon: World, rita: Actor) -> None:
    made = rulings.make_ruling(db, ruling=not_asked(balloon), actor=rita, now=LATER)
    gone = {one.item for one in made.effect.touched if one.left_play}
    assert gone
    balloon.load(db, digest="second", now=AFTER)
    states = {one.item: one.state for one in library(db).bank}
    assert {states[item] for item in gone} == {State.CANDIDATE}


def test_an_article_that_was_added_here_stays_with_what_was_read_in_it(db: Database, balloon: World) -> None:
    take_in(db, fourth(), now=LATER)
    before = library(db)
    assert "fourth.txt" in before.scope.articles
    fact = before.scope.fact(balloon.fact("gas_held").id)
    assert fact is not None
    assert fact.verdict is Verdict.CORROBORATED
    balloon.load(db, digest="second", now=AFTER)
    after = library(db)
    assert after.scope.articles == before.scope.articles
    assert after.scope.facts == before.scope.facts
    assert set(after.scope.names.entries) == set(before.scope.names.entries)
    assert {one.item: one.state for one in after.bank} == {one.item: one.state for one in before.bank}
    assert check_bank(db) == ()


def test_where_nobody_did_anything_the_files_are_followed(db: Database, balloon: World) -> None:
    before = library(db).scope
    balloon.load(db, digest="second", now=AFTER)
    assert library(db).scope == before == world().scope
