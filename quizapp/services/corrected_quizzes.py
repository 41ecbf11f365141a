"""A corrected question takes the place of its wrong version in its teacher's quizzes, so that the next class meets the right one."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection

from quizapp.services.deciding import Actor
from quizapp.services.own_quizzes import OwnQuiz, entry, held_by
from quizapp.storage import own_quizzes
from quizapp.storage.own_quizzes import Wanted, mended_before
from quizapp.storage.record import write_record


def take_corrected(connection: Connection, *, version: int, actor: Actor, now: datetime) -> int:
    """Let this version stand where an earlier one does that was mended since; in how many of the teacher's quizzes.

    A published quiz gets a new version that is played from now on, and what was given before stays as it was given; a draft is edited.
    """
    wrong = mended_before(connection, version)
    if not wrong:
        return 0
    quizzes = own_quizzes.newest_versions(connection, owner=actor.player)
    return sum(_correct(connection, one.slug, wrong, version, actor, now) for one in quizzes)


def _correct(connection: Connection, slug: str, wrong: frozenset[int], right: int, actor: Actor, now: datetime) -> bool:
    newest = own_quizzes.newest_version(connection, slug, owner=actor.player, to_change=True)
    if newest is None:
        return False
    played = own_quizzes.played_version(connection, newest.quiz) if newest.is_draft else newest
    in_draft = newest.is_draft and not wrong.isdisjoint(newest.items)
    in_played = played is not None and not wrong.isdisjoint(played.items)
    if in_draft:
        own_quizzes.edit_draft(connection, newest.row, _swapped(newest, wrong, right))
    if played is not None and in_played:
        _publish(connection, newest, _swapped(played, wrong, right), actor, now)
    return in_draft or in_played


def _publish(connection: Connection, newest: OwnQuiz, wanted: Wanted, actor: Actor, now: datetime) -> None:
    """A new version that is played, below the draft when there is one."""
    number = newest.number if newest.is_draft else newest.number + 1
    if newest.is_draft:
        own_quizzes.renumber(connection, newest.row, newest.number + 1)
    own_quizzes.add_version(connection, newest.quiz, number, wanted, now=now)
    row = own_quizzes.version_row(connection, newest.quiz, number)
    own_quizzes.set_published(connection, row, now=now)
    made = replace(newest, number=number, items=wanted.items, title=wanted.title)
    write_record(connection, entry(made, actor, "question corrected in a quiz", now=now))


def _swapped(quiz: OwnQuiz, wrong: Iterable[int], right: int) -> Wanted:
    items = tuple(dict.fromkeys(right if one in set(wrong) else one for one in quiz.items))
    return replace(held_by(quiz), items=items)
