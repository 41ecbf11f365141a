"""A teacher's own articles: the text she confirmed is the text of record; she alone sees it until the library takes it in."""

import datetime as dt
from dataclasses import dataclass, replace
from typing import Final

from sqlalchemy import Connection

from quizapp.knowledge.article import Article, slugify
from quizapp.services.database import Database
from quizapp.services.errors import Conflict, FieldRefused, NotFound
from quizapp.services.jobs import TooMuchWork, refuse_more, submit_with
from quizapp.services.own_article_words import Described, Given, cleaned, described
from quizapp.services.own_scope import make_own_scope
from quizapp.storage.jobs import read_job
from quizapp.storage.knowledge_store import current_revisions, store_article
from quizapp.storage.own_articles import StoredOwn, change_article, change_own, own_article, own_articles, put_own, row_of
from quizapp.storage.scopes import mark_changed
from quizapp.storage.tables.jobs import JobState
from quizapp.storage.tables.own_articles import Form, Rights, Sharing

__all__ = ["Form", "Given", "OwnCard", "Rights", "Sharing", "add_article", "change", "load_own", "mine", "read_again"]

READ: Final = "read_article"
"""The kind of job that reads an article."""
MOST_ARTICLES: Final = 200
NOT_HERE: Final = "There is no such article, or it belongs to somebody else."
_SAME = "You have this text already: “{title}”. Open it in your list, or change the text."
_MANY = f"You have {MOST_ARTICLES} articles, which is the most. Delete one that you do not need."
_WITH_LIBRARY = "The library has this article now, so its title, date and source stay as they were shared."


@dataclass(frozen=True, kw_only=True, slots=True)
class OwnCard:
    """An article of her own in a list; `job` is its latest reading."""

    slug: str
    title: str
    date: dt.date | None
    form: Form
    rights: Rights
    added_at: dt.datetime
    was_read: bool
    job: int | None
    sharing: Sharing


def mine(db: Database, *, owner: int) -> tuple[OwnCard, ...]:
    """Every article of this teacher's own, newest first."""
    with db.reading() as connection:
        return tuple(_card(one) for one in own_articles(connection, owner))


def load_own(connection: Connection, owner: int, slug: str) -> StoredOwn:
    """This teacher's article; raises NotFound for any other."""
    found = own_article(connection, owner, slug)
    if found is None:
        raise NotFound(NOT_HERE)
    return found


def add_article(db: Database, *, owner: int, given: Given, now: dt.datetime, in_bulk: bool = False) -> str:
    """Keep the confirmed text and have it read in the background; returns its address. Raises FieldRefused, NotSaved.

    `in_bulk` is for the operator, who may bring more texts at once than a teacher has read at a time.
    """
    words = described(given, today=now.date())
    text = cleaned(given.text)
    with db.writing() as connection:
        head = make_own_scope(connection, owner)
        article = _article(words, text)
        _refuse_again(connection, owner, head.id, article)
        if not in_bulk:
            _refuse_more(connection, owner, "text")
        store_article(connection, head.id, article, now=now)
        mark_changed(connection, head, None)
        row = row_of(connection, head.id, article.name)
        job = submit_with(connection, kind=READ, owner=owner, subject=_subject(article), now=now)
        put_own(connection, row, {**_said(words), "form": given.form.value, "names": [], "added_at": now, "job": job, "sharing": "private"})
    db.ring()
    return article.slug


def change(db: Database, *, owner: int, slug: str, given: Given, now: dt.datetime) -> None:
    """Change what stands beside the text; another date is read anew, as relative dates follow it.

    Raises NotFound, FieldRefused, Conflict once the library has it, NotSaved.
    """
    words = described(given, today=now.date())
    with db.writing() as connection:
        found, head = load_own(connection, owner, slug), make_own_scope(connection, owner)
        if found.sharing is Sharing.ACCEPTED:
            raise Conflict(_WITH_LIBRARY)
        change_article(connection, found.row, {"title": words.title, "date": words.date, "source": words.source})
        change_own(connection, found.row, _said(words))
        mark_changed(connection, head, None)
        if words.date != found.date or words.title != found.title:
            _refuse_more(connection, owner, "title")
            _submit(connection, replace(found, title=words.title), now)
    db.ring()


def read_again(db: Database, *, owner: int, slug: str, now: dt.datetime) -> None:
    """Have the article read once more, unless that is under way. Raises NotFound, TooMuchWork, NotSaved."""
    with db.writing() as connection:
        found = load_own(connection, owner, slug)
        job = read_job(connection, found.job) if found.job else None
        if job is None or job.state not in {JobState.QUEUED, JobState.RUNNING}:
            refuse_more(connection, owner=owner)
            _submit(connection, found, now)
    db.ring()


def _submit(connection: Connection, found: StoredOwn, now: dt.datetime) -> None:
    subject: dict[str, object] = {"article": found.slug, "title": found.title}
    job = submit_with(connection, kind=READ, owner=found.owner, subject=subject, now=now)
    change_own(connection, found.row, {"job": job})


def _article(words: Described, text: str) -> Article:
    """The name never ends as a library's does, and the address holds the text's digest: neither is taken by another article."""
    bare = Article(name="own", text=text, title=words.title, slug="own", date=words.date, source=words.source)
    slug = f"{slugify(words.title, limit=50)}-{bare.revision[:8]}"
    return replace(bare, name=f"{slug}.own", slug=slug)


def _refuse_again(connection: Connection, owner: int, scope: int, article: Article) -> None:
    have = own_articles(connection, owner)
    same = [name for name, revision in current_revisions(connection, scope).items() if revision == article.revision]
    if same:
        title = next((one.title for one in have if one.name in same), "")
        raise FieldRefused("text", _SAME.format(title=title))
    if len(have) >= MOST_ARTICLES:
        raise FieldRefused("text", _MANY)


def _refuse_more(connection: Connection, owner: int, field: str) -> None:
    """The same as a word beside a field, so that nothing typed is lost."""
    try:
        refuse_more(connection, owner=owner)
    except TooMuchWork as refused:
        raise FieldRefused(field, str(refused)) from refused


def _subject(article: Article) -> dict[str, object]:
    return {"article": article.slug, "title": article.title}


def _said(words: Described) -> dict[str, object]:
    return {"rights": words.rights.value, "rights_note": words.rights_note, "link": words.link}


def _card(one: StoredOwn) -> OwnCard:
    return OwnCard(
        slug=one.slug,
        title=one.title,
        date=one.date,
        form=one.form,
        rights=one.rights,
        added_at=one.added_at,
        was_read=one.read_at is not None,
        job=one.job,
        sharing=one.sharing,
    )
