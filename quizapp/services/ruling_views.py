"""Rulings as admins and the command line see them: those that stand, and each with what it changed."""

from dataclasses import dataclass

from quizapp.knowledge.rulings import Ruling
from quizapp.services.database import Database
from quizapp.services.errors import NotFound
from quizapp.services.known import known
from quizapp.services.ruling_order import after_it, before_it, is_undecided, waits_without
from quizapp.services.ruling_words import QuestionLine, question_lines, read_ruled, the_library
from quizapp.services.rulings import KIND
from quizapp.storage.record import Entry, record_of
from quizapp.storage.rulings import StoredRuling, read_stored


@dataclass(frozen=True, kw_only=True, slots=True)
class RulingDetail:
    """A ruling with its acts on the record, and the questions it touched; `fact` is what it speaks of, if it is there.

    `before` are rulings that count again when it is taken back, `then` took its place; `open` is the case that is left where nothing
    was ruled before, and one that `stays` cannot be taken back: nobody has decided yet.
    """

    ruling: StoredRuling
    acts: tuple[Entry, ...]
    left_play: tuple[QuestionLine, ...]
    touched: tuple[QuestionLine, ...]
    new: tuple[QuestionLine, ...]
    fact: str
    before: tuple[StoredRuling, ...]
    then: StoredRuling | None
    open: Ruling | None
    stays: bool


def standing_rulings(db: Database) -> tuple[Ruling, ...]:
    """The library's rulings in the order in which they are applied; none before the library is loaded."""
    with db.reading() as connection:
        library = known(db, connection)
        return tuple(one.value for one in read_stored(connection, library.head.id) if one.stands) if library else ()


def list_rulings(db: Database) -> tuple[StoredRuling, ...]:
    """Every ruling, newest first, those withdrawn last."""
    _, rulings = read_ruled(db)
    return tuple(sorted(rulings, key=lambda one: (not one.stands, -one.row)))


def one_ruling(db: Database, *, ruling: int) -> RulingDetail:
    """A ruling with what it did; raises NotFound."""
    with db.reading() as connection:
        library = the_library(db, connection)
        stored = read_stored(connection, library.head.id)
        found = next((one for one in stored if one.row == ruling), None)
        acts = record_of(connection, kind=KIND, subject=str(ruling))
    if found is None:
        raise NotFound("There is no such ruling.")
    told = (acts[-1].new or {}) if acts else {}
    before = before_it(stored, found)
    lists = {key: [str(one) for one in value] for key, value in told.items() if isinstance(value, list)}
    left = lists.get("left_play", [])
    return RulingDetail(
        ruling=found,
        acts=acts,
        left_play=question_lines(library, left),
        touched=question_lines(library, [one for one in lists.get("touched", []) if one not in left]),
        new=question_lines(library, lists.get("new", [])),
        fact=found.value.fact if library.scope.fact(found.value.fact) else "",
        before=before,
        then=after_it(stored, found),
        open=None if is_undecided(found, before) else waits_without(found, before),
        stays=is_undecided(found, before),
    )
