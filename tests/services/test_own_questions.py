"""A teacher's own questions: proposed from facts and from her words, checked, and kept in her scope alone."""

from random import Random

import pytest

from quizapp.questions.item import Kind, State
from quizapp.services import own_questions
from quizapp.services.database import Database
from quizapp.services.errors import FieldRefused, NotFound
from quizapp.services.known import Known, known
from quizapp.services.own_questions import pick, propose_from_fact, propose_from_text, store_own, with_wrong_options
from quizapp.services.own_scope import known_to, make_own_scope
from quizapp.services.players import begin_visit
from quizapp.storage.record import record_of
from services.balloon import NOW, World

TOLVA = "The Gannet was sewn in Tolva."


@pytest.fixture
def tess(db: Database, rng: Random) -> int:
    """Tess teaches."""
    return begin_visit(db, now=NOW, rng=rng).visit.player


@pytest.fixture
def library(db: Database) -> Known:
    with db.reading() as connection:
        found = known(db, connection)
    assert found is not None
    return found


def words(library: Known, text: str, article: str = "late.txt") -> own_questions.Evidence:
    start = library.article(article).text.index(text)
    return pick(library, article=article, start=start, end=start + len(text))


def keep(db: Database, library: Known, tess: int, proposed: own_questions.Proposed) -> int:
    with db.writing() as connection:
        scope = make_own_scope(connection, tess).id
    return store_own(db, scope=scope, known=library, proposed=proposed, actor=tess, name="Tess", now=NOW)


def test_a_fact_gives_questions_with_answers_and_checks(library: Known, balloon: World) -> None:
    found = propose_from_fact(library, balloon.fact("left_on").id)
    assert "On which day did the Gannet leave?" in {one.item.stem for one in found}
    best = found[0]
    assert best.item.answer == "3 June 2024"
    assert len(best.item.options) >= 3
    assert best.checks
    assert not set(best.more) & set(best.item.options)
    with pytest.raises(NotFound):
        propose_from_fact(library, "no such fact")


def test_own_words_on_a_known_fact_are_held_to_what_all_articles_say(library: Known) -> None:
    proposed = propose_from_text(
        library, stem="How long did the Gannet fly over the strait?", key="nine hours", evidence=words(library, "took nine hours")
    )
    assert not proposed.is_new
    failed = {check.name for check in proposed.checks if not check.passed}
    assert "source named" in failed, "another article says six hours"


def test_own_words_on_something_new_get_wrong_answers_of_the_same_kind(library: Known) -> None:
    proposed = propose_from_text(
        library, stem="How many people watched the Gannet?", key="about 400 people", evidence=words(library, "400 people watched")
    )
    assert proposed.item.kind is Kind.HOW_MANY
    assert proposed.item.ordered
    assert len(proposed.item.options) == 4
    assert all("people" in option for option in proposed.item.options)


def test_an_answer_that_the_passage_does_not_hold_is_said_to_be_so(library: Known) -> None:
    proposed = propose_from_text(
        library, stem="In which town was the Gannet sewn?", key="Paris", evidence=words(library, TOLVA), wrong=("Rome", "Oslo")
    )
    assert "answer in the passage" in {check.name for check in proposed.checks if not check.passed}
    assert not proposed.sound


def test_other_wrong_answers_are_checked_anew(library: Known) -> None:
    proposed = propose_from_text(
        library, stem="In which town was the Gannet sewn?", key="Tolva", evidence=words(library, TOLVA), wrong=("Rome", "Oslo")
    )
    assert proposed.sound
    assert not with_wrong_options(library, proposed, ("Rome", "Rome")).sound


@pytest.mark.parametrize(("stem", "key", "field"), [("  ", "Tolva", "stem"), ("Where?", " ", "key"), ("W" * 400, "Tolva", "stem")])
def test_missing_and_endless_words_are_refused_with_their_field(library: Known, stem: str, key: str, field: str) -> None:
    with pytest.raises(FieldRefused) as refused:
        propose_from_text(library, stem=stem, key=key, evidence=words(library, TOLVA))
    assert refused.value.field == field


def test_a_passage_must_be_marked_in_an_article_that_is_there(library: Known) -> None:
    with pytest.raises(FieldRefused):
        pick(library, article="late.txt", start=5, end=5)
    with pytest.raises(NotFound):
        pick(library, article="lost.txt", start=0, end=5)


def test_a_stored_question_stands_in_her_scope_with_its_fact_and_one_line_in_the_record(db: Database, library: Known, tess: int) -> None:
    proposed = propose_from_text(
        library, stem="In which town was the Gannet sewn?", key="Tolva", evidence=words(library, TOLVA), wrong=("Rome", "Oslo", "Bern")
    )
    version = keep(db, library, tess, proposed)
    with db.reading() as connection:
        mine, public = known_to(db, connection, owner=tess), known(db, connection)
        record = record_of(connection, kind="item", subject=proposed.item.id)
    assert [(one.row, one.state) for one in mine.bank] == [(version, State.CANDIDATE)]
    assert mine.scope.fact(proposed.fact.id) is not None
    assert public is not None
    assert public.scope.fact(proposed.fact.id) is None, "what Tess states is not the library's"
    assert [(entry.actor, entry.action) for entry in record] == [("Tess", "question written")]
    assert "Tolva" not in str(record), "reviewers read the record, and the question is hers alone"


def test_storing_the_same_question_again_changes_nothing(db: Database, library: Known, tess: int) -> None:
    proposed = propose_from_text(
        library, stem="In which town was the Gannet sewn?", key="Tolva", evidence=words(library, TOLVA), wrong=("Rome", "Oslo")
    )
    first = keep(db, library, tess, proposed)
    assert keep(db, library, tess, proposed) == first
