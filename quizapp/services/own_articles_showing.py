"""The page of an article of one's own: its text with what was read in it, what was said of it, and how far its reading is."""

import datetime as dt
from dataclasses import dataclass

from quizapp.knowledge.article import Article
from quizapp.knowledge.fact import Verdict
from quizapp.questions.item import State
from quizapp.services import jobs
from quizapp.services.articles import differences_of
from quizapp.services.candidates import is_shown, items_on
from quizapp.services.database import Database
from quizapp.services.errors import NotFound
from quizapp.services.jobs import Job
from quizapp.services.known import Known
from quizapp.services.marking import show_blocks
from quizapp.services.own_articles import load_own
from quizapp.services.own_scope import known_to
from quizapp.services.views import ArticleView, DisagreementView
from quizapp.storage.own_articles import StoredOwn
from quizapp.storage.tables.own_articles import Form, Rights, Sharing


@dataclass(frozen=True, kw_only=True, slots=True)
class OwnView:
    """An article of her own as its page shows it; `against` are the facts on which it contradicts another article.

    `waiting` and `approved` count the questions that her page of them shows at once, `hidden` those behind its “show more”.
    """

    article: ArticleView
    rights: Rights
    rights_note: str
    link: str
    form: Form
    added_at: dt.datetime
    was_read: bool
    job: Job | None
    sharing: Sharing
    answer: str
    facts: int
    waiting: int
    approved: int
    hidden: int
    against: tuple[DisagreementView, ...]


def own_view(db: Database, *, owner: int, slug: str) -> OwnView:
    """This teacher's article; raises NotFound for any other."""
    with db.reading() as connection:
        found = load_own(connection, owner, slug)
        known = known_to(db, connection, owner=owner)
    article = known.article(found.name)
    facts = {place.fact.id for place in known.places.get(found.name, ())}
    items = items_on(known, article.name)
    shown = [one.state for one in items if is_shown(one)]
    return OwnView(
        article=_article_view(known, article, found),
        rights=found.rights,
        rights_note=found.rights_note,
        link=found.link or "",
        form=found.form,
        added_at=found.added_at,
        was_read=found.read_at is not None,
        job=_reading(db, found),
        sharing=found.sharing,
        answer=found.answer or "",
        facts=len(facts),
        waiting=shown.count(State.CANDIDATE),
        approved=shown.count(State.APPROVED),
        hidden=len(items) - len(shown),
        against=_against(known, found.name),
    )


def _reading(db: Database, found: StoredOwn) -> Job | None:
    """The latest reading, while its job is kept."""
    try:
        return jobs.job(db, job=found.job, owner=found.owner) if found.job else None
    except NotFound:
        return None


def _article_view(known: Known, article: Article, found: StoredOwn) -> ArticleView:
    blocks, tail = show_blocks(known, article)
    return ArticleView(
        slug=found.slug,
        title=found.title,
        date=found.date,
        source=found.source,
        note=None,
        blocks=blocks,
        hidden=False,
        tail=tail,
        questions=0,
    )


def _against(known: Known, name: str) -> tuple[DisagreementView, ...]:
    """Disputes in which this article takes one side and another article the other."""
    facts = {place.fact.id: place.fact for place in known.places.get(name, ()) if place.fact.verdict is Verdict.DISPUTED}
    sides = {fact.id: [position.articles() for position in fact.positions] for fact in facts.values()}
    both = [facts[one] for one, taken in sorted(sides.items()) if any(name not in side for side in taken)]
    return tuple(differences_of(known, both))
