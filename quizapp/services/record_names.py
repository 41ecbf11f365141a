"""What the things on the record are called today: questions by their words, facts, articles, people as far as they are there still."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy import Connection

from quizapp.services.account_acts import KIND as ACCOUNT
from quizapp.services.database import Database
from quizapp.services.deciding import KIND as QUESTION
from quizapp.services.known import Known, known
from quizapp.services.revising import KIND as ARTICLE
from quizapp.services.ruling_words import name_of
from quizapp.storage.accounts import read_accounts

SHORTENED = 60
"""The record keeps so much of an article's address."""


@dataclass(frozen=True, kw_only=True, slots=True)
class RecordNames:
    """Names by kind of thing and id, and the names of facts by id."""

    things: Mapping[tuple[str, str], str] = field(default_factory=dict)
    facts: Mapping[str, str] = field(default_factory=dict)

    def thing(self, kind: str, subject: str) -> str:
        """What a thing is called; "" where nothing is known of it any more."""
        return self.things.get((kind, subject), "")

    def actor(self, actor: str) -> str:
        """Who acted: players stand in the record by the number of their account."""
        kind, _, number = actor.partition(" ")
        return (self.thing(ACCOUNT, number) if kind == ACCOUNT else "") or actor

    def question(self, item: str) -> str:
        """The words of a question; "" where there is none any more."""
        return self.thing(QUESTION, item)


def names_now(db: Database, connection: Connection) -> RecordNames:
    """The names as a transaction sees them."""
    people = {(ACCOUNT, str(one.id)): one.name for one in read_accounts(connection)}
    library = known(db, connection)
    if library is None:
        return RecordNames(things=people)
    return RecordNames(things={**people, **_things(library)}, facts=_facts(library))


def _things(library: Known) -> dict[tuple[str, str], str]:
    questions = {(QUESTION, one.item): one.value.stem for one in library.bank}
    articles = {(ARTICLE, one.slug[:SHORTENED]): one.title for one in library.scope.articles.values()}
    return {**questions, **articles}


def _facts(library: Known) -> dict[str, str]:
    return {fact.id: name_of(fact.subject, fact.relation.about) for fact in library.scope.facts}
