"""A change of the library and teachers' own questions, which were checked against its articles, too."""

from datetime import timedelta

import pytest

from quizapp.knowledge.rulings import Ruling, RulingKind
from quizapp.questions.item import State
from quizapp.services import revising, rulings
from quizapp.services.database import Database
from quizapp.services.deciding import Actor
from quizapp.services.rechecking import LEFT
from quizapp.storage.record import record_of
from services.balloon import NOW, World
from services.own_article import add_and_read, teacher
from services.own_bank import SEWN, asked, question, seen_by, written

LATER = NOW + timedelta(days=1)


@pytest.fixture
def tess(db: Database) -> int:
    """Tess teaches, and has read an article of hers."""
    player = teacher(db, "Tess")
    add_and_read(db, player)
    return player


def not_asked(library: World, relation: str) -> Ruling:
    fact = library.fact(relation)
    key = {"subject": fact.subject, "relation": relation, "qualifiers": fact.qualifiers}
    return Ruling(kind=RulingKind.NOT_ASKED, reason="Nobody can know.", **key)  # type: ignore[arg-type]


def test_a_ruling_takes_a_teachers_question_on_that_fact_out_of_play_and_no_other(
    db: Database, balloon: World, tess: int, rita: Actor
) -> None:
    mine, other = (asked(db, tess, relation, balloon) for relation in ("gas_held", "left_on"))
    made = rulings.make_ruling(db, ruling=not_asked(balloon, "gas_held"), actor=rita, now=LATER)
    left = question(db, tess, mine.item)
    assert left.state is State.CANDIDATE
    assert [check.name for check in left.checks if not check.passed] == ["may be asked"]
    assert question(db, tess, other.item).state is State.APPROVED
    rulings.withdraw_ruling(db, ruling=made.row, reason="Somebody does.", actor=rita, now=LATER)
    assert question(db, tess, mine.item).state is State.APPROVED


def test_the_record_says_who_changed_the_library(db: Database, balloon: World, tess: int, rita: Actor) -> None:
    mine = asked(db, tess, "gas_held", balloon)
    rulings.make_ruling(db, ruling=not_asked(balloon, "gas_held"), actor=rita, now=LATER)
    with db.reading() as connection:
        last = [one for one in record_of(connection, kind="item", subject=mine.item) if (one.new or {}).get("scope") != 1][-1]
    assert (last.actor, last.action) == ("Rita", LEFT)


def test_a_withdrawn_article_takes_the_questions_that_rest_on_it_alone_out_of_play(
    db: Database, balloon: World, tess: int, rita: Actor
) -> None:
    mine = asked(db, tess, "gas_held", balloon)
    (rests,) = {one.article for one in mine.value.evidence}
    revising.withdraw(db, article=balloon.articles[rests].slug, reason="It was a joke.", actor=rita, now=LATER)
    assert question(db, tess, mine.item).state is State.CANDIDATE


def test_a_corrected_text_makes_her_own_question_on_it_wait_for_her(db: Database, balloon: World, tess: int, rita: Actor) -> None:
    mine, article = written(db, tess), balloon.articles["late.txt"]
    shorter = f"Short. {article.text[: article.text.index(SEWN) // 2]}"
    revising.revise(db, article=article.slug, text=shorter, reason="The rest was made up.", actor=rita, now=LATER)
    assert question(db, tess, mine.item).state is State.CANDIDATE
    assert all(mine.item != one.item for one in seen_by(db, tess).playable.values())
