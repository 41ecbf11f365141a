"""Tess's article about a mill, the questions on it, and what she does with them."""

from dataclasses import replace

from quizapp.knowledge.claim import Claim, MadeBy, cite
from quizapp.knowledge.scope import Pack, make_scope
from quizapp.knowledge.values.base import ValueType
from quizapp.knowledge.values.reading import read_value
from quizapp.questions.review import Move
from quizapp.services import candidates_asking as asking
from quizapp.services import candidates_deciding as deciding
from quizapp.services.candidates import Offer, OffersView, offers_on
from quizapp.services.candidates_asking import Written
from quizapp.services.candidates_deciding import Drafted
from quizapp.services.database import Database
from quizapp.services.deciding import Actor
from quizapp.services.own_scope import known_to, make_own_scope
from quizapp.storage.knowledge_store import replace_knowledge
from quizapp.storage.own_facts import revisions_for
from quizapp.storage.scopes import mark_changed
from services.balloon import NOW, world
from services.own_article import TEXT

WHEEL = "Mira Holt built the new wheel"
WHO = Written(
    stem="Who built the new wheel of the mill at Orrin?", key="Mira Holt", wrong=("Tom Ray", "Ada Quill", "Vera Lund"), explanation=""
)


def place(words: str) -> tuple[int, int]:
    """Where words stand in the article."""
    start = TEXT.index(words)
    return start, start + len(words)


def look(db: Database, tess: Actor, mill: str, *, everything: bool = True) -> OffersView:
    """The questions on the article."""
    return offers_on(db, owner=tess.player, slug=mill, everything=everything)


def clear(view: OffersView) -> Offer:
    """One that nothing speaks against."""
    return next(one for one in view.all if one.doubtless)


def decide(db: Database, tess: Actor, mill: str, offer: Offer, wanted: Move, reason: str = "") -> None:
    """Decide on a question."""
    deciding.decide_on(db, slug=mill, item=offer.item, version=offer.version, wanted=wanted, reason=reason, actor=tess, now=NOW)


def standing(db: Database, tess: Actor, mill: str, item: str) -> Offer:
    """A question as it stands now."""
    return next(one for one in look(db, tess, mill).all if one.item == item)


def write(db: Database, tess: Actor, mill: str, written: Written = WHO, words: str = WHEEL) -> str:
    """Keep a question in Tess's own words."""
    start, end = place(words)
    return asking.keep_written(db, slug=mill, start=start, end=end, written=written, actor=tess, now=NOW)


def draft_of(offer: Offer, **changed: object) -> Drafted:
    """A question as it stands, with something changed."""
    draft = Drafted(stem=offer.stem, options=offer.options, key=offer.key, explanation=offer.explanation)
    return replace(draft, **changed)  # type: ignore[arg-type]


def say_otherwise(db: Database, tess: Actor, mill: str) -> None:
    """Let it be read in Tess's article that the balloon left on another day than the library says."""
    with db.writing() as connection:
        head, mine = make_own_scope(connection, tess.player), known_to(db, connection, owner=tess.player)
        (name,) = mine.own
        article, fact = mine.article(name), world().fact("left_on")
        start, end = place("The balloon Gannet left Brack on 9 June 2024")
        claim = Claim(
            subject="Gannet",
            relation="left_on",
            value=read_value("9 June 2024", ValueType.DATE),
            evidence=cite(article, start, end),
            made_by=MadeBy.TEACHER,
        )
        pack = Pack(names=mine.scope.names.entries, relations=(fact.relation,), claims=(claim,))
        own = make_scope({name: article}, pack, catalogue={})
        replace_knowledge(connection, head.id, own, revisions_for(connection, [head.id], {article.revision}))
        mark_changed(connection, head, None)
