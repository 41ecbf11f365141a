"""What pages on facts, names and rulings share: the library with its rulings, questions as lines, words for qualifiers."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection

from quizapp.questions.item import State
from quizapp.services.database import Database
from quizapp.services.errors import NotFound
from quizapp.services.known import Known, known
from quizapp.storage.rulings import StoredRuling, read_stored


@dataclass(frozen=True, kw_only=True, slots=True)
class QuestionLine:
    """A question by its id, how it reads and where it stands."""

    item: str
    stem: str
    state: State


def words_of_qualifiers(qualifiers: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Qualifiers as a page says them."""
    return tuple(f"{key.replace('_', ' ')}: {value}" for key, value in qualifiers)


def name_of(subject: str, about: str) -> str:
    """What a fact is about: its subject is named once."""
    return about if subject.casefold() in about.casefold() else f"{subject}: {about}"


def the_library(db: Database, connection: Connection) -> Known:
    """What is known in the library; raises NotFound before it is loaded."""
    library = known(db, connection)
    if library is None:
        raise NotFound("The library is not loaded.")
    return library


def read_ruled(db: Database) -> tuple[Known, tuple[StoredRuling, ...]]:
    """The library and every ruling made in it, withdrawn ones too."""
    with db.reading() as connection:
        library = the_library(db, connection)
        return library, read_stored(connection, library.head.id)


def question_line(library: Known, item: str) -> QuestionLine:
    """The question with this id."""
    found = next(one for one in library.bank if one.item == item)
    return QuestionLine(item=item, stem=found.value.stem, state=found.state)


def question_lines(library: Known, items: Iterable[str]) -> tuple[QuestionLine, ...]:
    """Those of these questions that are there."""
    known_ones = {one.item for one in library.bank}
    return tuple(question_line(library, item) for item in items if item in known_ones)
