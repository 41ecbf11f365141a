"""Featured quizzes: rows <-> values."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import msgspec
from sqlalchemy import Connection, insert, select, update
from sqlalchemy.orm import aliased

from quizapp.play.quiz import FeaturedQuiz, QuizSettings
from quizapp.storage.tables.bank import ItemRow, ItemVersionRow
from quizapp.storage.tables.playing import QuizItemRow, QuizKind, QuizRow, QuizVersionRow

_Later = aliased(QuizVersionRow)
_CURRENT = ~select(_Later.id).where(_Later.quiz_id == QuizVersionRow.quiz_id, _Later.number > QuizVersionRow.number).exists()


@dataclass(frozen=True, kw_only=True, slots=True)
class StoredQuiz:
    """A quiz with the rows of its current version; `versions` are those of its items, in order."""

    row: int
    version: int
    number: int
    value: FeaturedQuiz
    versions: tuple[int, ...]


def read_featured(connection: Connection, scope: int) -> tuple[StoredQuiz, ...]:
    """The featured quizzes of a scope, in their order."""
    found = (
        select(QuizRow.id, QuizRow.slug, QuizVersionRow)
        .add_columns(*QuizVersionRow.__table__.c)
        .join(QuizVersionRow, QuizVersionRow.quiz_id == QuizRow.id)
    )
    return ()
