"""Having a corrected article of the library read: its job, and what came of the latest one."""

from datetime import datetime
from typing import Final

from sqlalchemy import Connection

from quizapp.knowledge.article import Article
from quizapp.services.database import Database
from quizapp.services.deciding import Actor
from quizapp.services.errors import Conflict
from quizapp.services.jobs import Job, jobs, submit_with
from quizapp.services.revision_plan import find_article
from quizapp.services.ruling_words import the_library
from quizapp.storage.revisions import first_revision

READ: Final = "read_library_article"
"""The kind of job that reads what an article of the library says anew."""
_AS_IT_CAME = "This article was never corrected, so there is nothing new to read in it."


def submit_reading(connection: Connection, article: Article, *, since: str | None, actor: Actor, now: datetime) -> int:
    """Have the words read that the article has and its text `since` had not (None: all of them); the job's id.

    Call `db.ring()` after the transaction.
    """
    subject: dict[str, object] = {"article": article.slug, "title": article.title, "since": since, "by": actor.name}
    return submit_with(connection, kind=READ, owner=actor.player, subject=subject, now=now)


def read_again(db: Database, *, article: str, actor: Actor, now: datetime) -> None:
    """Have everything read that corrections brought into the article with this slug. Raises NotFound, Conflict, NotSaved."""
    with db.writing() as connection:
        library = the_library(db, connection)
        found = find_article(library, article)
        first = first_revision(connection, library.head.id, found.name)
        if first == found.revision:
            raise Conflict(_AS_IT_CAME)
        submit_reading(connection, found, since=first, actor=actor, now=now)
    db.ring()


def latest_reading(db: Database, *, article: str, owner: int) -> Job | None:
    """The latest reading of the article that this admin asked for."""
    return next((one for one in jobs(db, owner=owner) if one.kind == READ and one.subject.get("article") == article), None)
