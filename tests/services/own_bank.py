"""Tess's own questions in play: on facts of the library, and in her own words on an article of the library."""

from dataclasses import dataclass

from quizapp.questions.own import Proposed
from quizapp.questions.review import Move
from quizapp.services.database import Database
from quizapp.services.deciding import Actor, decide
from quizapp.services.known import Known
from quizapp.services.own_questions import pick, propose_from_fact, propose_from_text, store_own
from quizapp.services.own_scope import known_to, make_own_scope
from quizapp.storage.bank_values import StoredItem
from services.balloon import NOW, World

SEWN = "The Gannet was sewn in Tolva."
TOWN = "In which town was the Gannet sewn?"


@dataclass(frozen=True, kw_only=True)
class Own:
    """What Tess asks about which words of a library article."""

    article: str
    words: str
    stem: str
    key: str
    wrong: tuple[str, ...]


OWN = Own(article="late.txt", words=SEWN, stem=TOWN, key="Tolva", wrong=("Rome", "Oslo"))


def seen_by(db: Database, owner: int) -> Known:
    """What this teacher knows."""
    with db.reading() as connection:
        return known_to(db, connection, owner=owner)


def question(db: Database, tess: int, item: str) -> StoredItem:
    """A question of hers as it stands."""
    return next(one for one in seen_by(db, tess).bank if one.item == item)


def asked(db: Database, tess: int, relation: str, library: World) -> StoredItem:
    """A question of hers in play, on a fact of the library."""
    mine = seen_by(db, tess)
    return _approved(db, tess, mine, next(one for one in propose_from_fact(mine, library.fact(relation).id) if one.sound))


def written(db: Database, tess: int, own: Own = OWN) -> StoredItem:
    """A question of hers in play, in her own words on a sentence of a library article."""
    mine = seen_by(db, tess)
    article = mine.article(own.article)
    at = article.text.index(own.words)
    evidence = pick(mine, article=article.name, start=at, end=at + len(own.words))
    return _approved(db, tess, mine, propose_from_text(mine, stem=own.stem, key=own.key, evidence=evidence, wrong=own.wrong))


def _approved(db: Database, tess: int, mine: Known, proposed: Proposed) -> StoredItem:
    with db.writing() as connection:
        scope = make_own_scope(connection, tess).id
    row = store_own(db, scope=scope, known=mine, proposed=proposed, actor=tess, name="Tess", now=NOW)
    actor, item = Actor(player=tess, name="Tess"), proposed.item.id
    decide(db, scope=scope, item=item, version=row, wanted=Move.APPROVE, reason="I know it.", actor=actor, now=NOW)
    return question(db, tess, item)
