"""Changing a quiz: questions in, out and in order, its settings, and publishing it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from random import Random

from sqlalchemy import Connection

from quizapp.knowledge.article import Article
from quizapp.play.balance import goes_with
from quizapp.play.choosing import choose
from quizapp.play.quiz import QuizSettings
from quizapp.services.database import Database
from quizapp.services.deciding import Actor
from quizapp.services.errors import Conflict, FieldRefused, NotFound
from quizapp.services.own_quizzes import (
    LONGEST_NOTE,
    LONGEST_TITLE,
    MOST_QUESTIONS,
    OwnQuiz,
    add_within,
    change,
    clean_title,
    entry,
    held_by,
    quiz_of,
)
from quizapp.services.own_quizzes_pool import Pool, chosen, pool_of
from quizapp.services.own_quizzes_rules import why_not_published
from quizapp.services.starting import choices
from quizapp.storage import own_quizzes
from quizapp.storage.bank_values import StoredItem
from quizapp.storage.own_quizzes import Wanted
from quizapp.storage.record import write_record

TEN = 10
_NOT_THERE = "This question is not in the bank any more."


def add_question(db: Database, *, owner: int, quiz: str, question: int, now: datetime) -> None:
    """Put a question (the row of its version) last; one that is there already stays, its older wording is exchanged.

    Raises NotFound, Conflict, NotSaved.
    """

    def to(found: OwnQuiz, connection: Connection) -> Wanted:
        if question not in pool_of(db, connection, owner=owner).items:
            raise NotFound(_NOT_THERE)
        newest = own_quizzes.current_rows(connection, found.items)
        if question in newest.values():  # the question stands there, perhaps in an older wording: it is never asked twice
            return _exchanged(found, newest, question)
        if len(found.items) >= MOST_QUESTIONS:
            raise Conflict(f"A quiz holds at most {MOST_QUESTIONS} questions.")
        return replace(held_by(found), items=(*found.items, question))

    change(db, owner=owner, quiz=quiz, to=to, now=now)


def remove_questions(db: Database, *, owner: int, quiz: str, questions: Collection[int], now: datetime) -> None:
    """Take questions out in one go; what is not there changes nothing. Raises NotFound, NotSaved."""

    def to(found: OwnQuiz, _connection: Connection) -> Wanted:
        return replace(held_by(found), items=tuple(one for one in found.items if one not in questions))

    change(db, owner=owner, quiz=quiz, to=to, now=now)


def move_question(db: Database, *, owner: int, quiz: str, question: int, to_place: int, now: datetime) -> None:
    """Let a question stand at this place, from 1; a place beyond the ends is the first or the last. Raises NotFound, NotSaved."""

    def to(found: OwnQuiz, _connection: Connection) -> Wanted:
        if question not in found.items:
            raise NotFound("This question is not in the quiz any more.")
        rest = [one for one in found.items if one != question]
        rest.insert(max(0, to_place - 1), question)
        return replace(held_by(found), items=tuple(rest))

    change(db, owner=owner, quiz=quiz, to=to, now=now)


def take_newer(db: Database, *, owner: int, quiz: str, question: int, now: datetime) -> None:
    """Let the newer wording of a question take its place. Raises NotFound, NotSaved."""

    def to(found: OwnQuiz, connection: Connection) -> Wanted:
        newer = own_quizzes.current_rows(connection, [question]).get(question)
        if newer is None or question not in found.items or newer not in pool_of(db, connection, owner=owner).items:
            raise NotFound(_NOT_THERE)
        return _exchanged(found, {question: newer}, newer)

    change(db, owner=owner, quiz=quiz, to=to, now=now)


def change_settings(db: Database, *, owner: int, quiz: str, title: str, note: str, settings: QuizSettings, now: datetime) -> None:
    """Give a quiz this title, note and settings. Raises FieldRefused, NotFound, NotSaved."""
    named, noted = clean_title(title), note.strip()
    if len(noted) > LONGEST_NOTE:
        raise FieldRefused("note", f"This note has {len(noted)} characters; at most {LONGEST_NOTE} fit.")

    def to(found: OwnQuiz, _connection: Connection) -> Wanted:
        return replace(held_by(found), title=named, note=noted, settings=settings)

    change(db, owner=owner, quiz=quiz, to=to, now=now)


def take_ten(db: Database, *, owner: int, quiz: str, article: str = "", now: datetime, rng: Random) -> tuple[int, ...]:
    """Add ten questions that go together, of one article (its slug) or of all; the rows of those added. Raises NotFound, NotSaved."""
    added: tuple[int, ...] = ()

    def to(found: OwnQuiz, connection: Connection) -> Wanted:
        nonlocal added
        pool = pool_of(db, connection, owner=owner)
        beside = [one.item for one in chosen(connection, pool, found.items)]
        drawn = draw_ten(pool, _of_article(pool, article), beside=beside, rng=rng)
        added = drawn[: max(0, MOST_QUESTIONS - len(found.items))]
        return replace(held_by(found), items=(*found.items, *added))

    change(db, owner=owner, quiz=quiz, to=to, now=now)
    return added


def make_ten(db: Database, *, owner: int, article: str, now: datetime, rng: Random) -> str:
    """A new quiz of ten questions of one article (its slug), in one go; its slug. Raises NotFound, Conflict without questions, NotSaved."""
    with db.writing() as connection:
        pool = pool_of(db, connection, owner=owner)
        found = _article(pool, article)
        drawn = draw_ten(pool, _of_article(pool, article), beside=(), rng=rng)
        if not drawn:
            raise Conflict("No question on this article is approved yet. Approve some first.")
        title = found.title.strip("[]")[:LONGEST_TITLE]
        wanted = Wanted(title=title, note="", settings=QuizSettings(), items=drawn)
        return add_within(connection, owner=owner, wanted=wanted, now=now, rng=rng)


def publish_with(db: Database, *, actor: Actor, quiz: str, title: str, note: str, settings: QuizSettings, now: datetime) -> tuple[str, ...]:
    """Keep title, note and settings, then publish: what stands in the way of it does not undo what was kept. Raises as both do."""
    change_settings(db, owner=actor.player, quiz=quiz, title=title, note=note, settings=settings, now=now)
    return publish(db, actor=actor, quiz=quiz, now=now)


def publish(db: Database, *, actor: Actor, quiz: str, now: datetime) -> tuple[str, ...]:
    """Let the newest version be the one that is played; what stands in the way, in words, if something does. Raises NotFound, NotSaved."""
    with db.writing() as connection:
        found = quiz_of(connection, quiz, actor.player, to_change=True)
        faults = why_not_published(connection, pool_of(db, connection, owner=actor.player), found)
        if faults or not found.is_draft:
            return faults
        own_quizzes.set_published(connection, found.row, now=now)
        write_record(connection, entry(found, actor, "quiz published", now=now))
        return ()


def draw_ten(pool: Pool, items: Sequence[StoredItem], *, beside: Sequence[StoredItem], rng: Random) -> tuple[int, ...]:
    """At most ten of these questions, mixed in difficulty, that go together with each other and with those beside them."""
    facts = {one.value.fact for one in beside}
    new = [one for one in items if one.value.fact not in facts]
    drawn: list[StoredItem] = []
    for choice in choose(choices(new), seen={}, count=len(new), rng=rng):
        one = pool.items[choice.version]
        beside_it = [other.value for other in (*beside, *drawn)]
        if len(drawn) < TEN and goes_with(one.value, beside_it, pool.known.background):
            drawn.append(one)
    return tuple(one.row for one in drawn)


def _exchanged(found: OwnQuiz, newest: Mapping[int, int], question: int) -> Wanted:
    """What a quiz holds when this version takes the place of the older wordings of its question."""
    rows = (question if newest.get(one) == question else one for one in found.items)
    return replace(held_by(found), items=tuple(dict.fromkeys(rows)))


def _article(pool: Pool, slug: str) -> Article:
    found = next((one for one in pool.known.scope.articles.values() if one.slug == slug), None)
    if found is None:
        raise NotFound("There is no such article.")
    return found


def _of_article(pool: Pool, slug: str) -> list[StoredItem]:
    if not slug:
        return list(pool.items.values())
    _article(pool, slug)
    return [item for item in pool.items.values() if slug in {one.slug for one in pool.articles(item)}]
