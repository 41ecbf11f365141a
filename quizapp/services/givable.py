"""The quizzes a teacher may give, and which of their questions may be asked."""

from dataclasses import dataclass

from sqlalchemy import Connection

from quizapp.play.quiz import QuizSettings
from quizapp.questions.item import State
from quizapp.storage.assignments import GivenItem, given_items
from quizapp.storage.bank import read_versions
from quizapp.storage.bank_values import StoredItem
from quizapp.storage.own_quizzes import newest_versions, played_version
from quizapp.storage.quizzes import read_quizzes
from quizapp.storage.scopes import library, scope_of


@dataclass(frozen=True, kw_only=True, slots=True)
class Givable:
    """A quiz that may be given: its slug, the row of the version that is played, and the rules it brings along."""

    slug: str
    version: int
    title: str
    questions: int
    own: bool
    settings: QuizSettings


def givable(connection: Connection, owner: int) -> tuple[Givable, ...]:
    """This teacher's published quizzes, the one changed last first, then the library's in its order."""
    published = (played_version(connection, one.quiz) for one in newest_versions(connection, owner=owner) if one.last_published is not None)
    own = [
        Givable(slug=one.slug, version=one.row, title=one.title, questions=len(one.items), own=True, settings=one.settings)
        for one in published
        if one is not None and one.items
    ]
    return (*own, *_featured(connection))


def may_be_asked(connection: Connection, version: int, owner: int) -> tuple[GivenItem, ...]:
    """The questions of a quiz version that stand approved: by what this teacher decided for herself, else by the library."""
    items = given_items(connection, version)
    rows = [one.version for one in items]
    heads = (scope_of(connection, owner), library(connection))
    decided = [read_versions(connection, head.id, rows) for head in heads if head is not None]
    return tuple(one for one in items if any(_approved(found.get(one.version)) for found in _first_decided(decided, one.version)))


def _first_decided(decided: list[dict[int, StoredItem]], version: int) -> list[dict[int, StoredItem]]:
    """The first scope that decided on the version, if any did."""
    return [found for found in decided if version in found and found[version].decision is not None][:1]


def _approved(item: StoredItem | None) -> bool:
    return item is not None and item.state is State.APPROVED and item.decision is not None and item.decision.content == item.content


def _featured(connection: Connection) -> list[Givable]:
    head = library(connection)
    return [
        Givable(
            slug=one.value.slug,
            version=one.version,
            title=one.value.title,
            questions=len(one.versions),
            own=False,
            settings=one.value.settings,
        )
        for one in (read_quizzes(connection, head.id) if head else ())
    ]
