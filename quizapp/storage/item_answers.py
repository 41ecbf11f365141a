"""The first answers to item versions: what statistics of stored questions are made of."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Connection, select

from quizapp.play.attempt import Mode
from quizapp.play.scoring import counted, is_right, right_places
from quizapp.storage.mending import MENDED, MENDED_FOR_ALL
from quizapp.storage.tables.bank import ItemVersionRow
from quizapp.storage.tables.playing import AttemptQuestionRow, AttemptRow, ResponseRow

AT_ONCE = 500


@dataclass(frozen=True, kw_only=True, slots=True)
class FirstAnswer:
    """What a player chose when first asked, None for nothing that counts; `rest` is the share right of the attempt's other questions."""

    chosen: int | None
    rest: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Answered:
    """A version with the first answers of all who finished an attempt with it."""

    options: int
    right: frozenset[int]
    answers: tuple[FirstAnswer, ...]


_ANSWERS = (
    select(AttemptQuestionRow.item_version_id, AttemptRow.player_id, AttemptRow.score, AttemptRow.total)
    .add_columns(ResponseRow.chosen, ResponseRow.late, ItemVersionRow.key, ItemVersionRow.options, MENDED, MENDED_FOR_ALL)
    .join(AttemptRow, AttemptRow.id == AttemptQuestionRow.attempt_id)
    .join(ItemVersionRow, ItemVersionRow.id == AttemptQuestionRow.item_version_id)
    .outerjoin(ResponseRow, ResponseRow.attempt_question_id == AttemptQuestionRow.id)
    .where(AttemptRow.finished_at.is_not(None), AttemptRow.mode != Mode.PREVIEW.value)
    .order_by(AttemptRow.id)
)


def first_answers(connection: Connection, versions: Collection[int]) -> dict[int, Answered]:
    """The first answers to these versions, by their rows; a version that nobody answered is left out."""
    shapes: dict[int, tuple[int, frozenset[int]]] = {}
    found: dict[int, dict[int, FirstAnswer]] = {}
    wanted = sorted(set(versions))
    for start in range(0, len(wanted), AT_ONCE):
        for row in connection.execute(_ANSWERS.where(AttemptQuestionRow.item_version_id.in_(wanted[start : start + AT_ONCE]))):
            right = right_places(row.key, row.mended)
            shapes[row.item_version_id] = (len(row.options), right_places(row.key, row.mended_for_all))
            chosen = counted(row.chosen, late=bool(row.late))
            mark = int(bool(right) and is_right(chosen, right))
            others = row.total - bool(right)
            rest = (row.score - mark) / others if others > 0 else 0.0
            found.setdefault(row.item_version_id, {}).setdefault(row.player_id, FirstAnswer(chosen=chosen, rest=rest))
    return {
        version: Answered(options=shapes[version][0], right=shapes[version][1], answers=tuple(of.values())) for version, of in found.items()
    }
