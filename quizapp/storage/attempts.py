"""Attempts: the statements of the play path, built once, and what they read as values."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

import msgspec
from sqlalchemy import Connection, Row, bindparam, func, insert, select, update

from quizapp.play.attempt import Attempt, Mode, ShownOption, ShownQuestion
from quizapp.play.quiz import ItemVersionId, QuizSettings
from quizapp.play.scoring import Tally, right_places
from quizapp.play.timing import Stretch
from quizapp.storage.mending import MENDED
from quizapp.storage.quizzes import settings_of
from quizapp.storage.rules import SETTINGS
from quizapp.storage.tables.bank import ItemRow, ItemVersionRow
from quizapp.storage.tables.knowledge import ScopeRow
from quizapp.storage.tables.playing import AttemptQuestionRow, AttemptRow, QuizRow, QuizVersionRow, ResponseRow


@dataclass(frozen=True, kw_only=True, slots=True)
class Source:
    """What an attempt is made of: the version of a quiz, or a draw from the bank under a title."""

    mode: Mode
    title: str
    quiz_version: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class StoredAttempt:
    """A player's attempt with its rows, and by number of the question what counts as right, and when it was shown and answered.

    `stretch` is the time that this player gets, None as the quiz gives to all. `quiz_slug` names a featured quiz, `own_quiz` a
    teacher's, whose scope belongs to `owner`.
    """

    row: int
    public: str
    title: str
    mode: Mode
    quiz_slug: str | None
    started_at: datetime
    score: int | None
    value: Attempt
    rows: dict[int, int]
    right: dict[int, frozenset[int]]
    settings: QuizSettings
    stretch: Stretch | None
    shown: dict[int, datetime | None]
    at: dict[int, datetime | None]
    own_quiz: str | None = None
    owner: int | None = None

    def answers(self) -> list[tuple[int | None, frozenset[int]]]:
        """(the choice that counts, right places) of each question, for scoring."""
        return [(one.counts, self.right[one.number]) for one in self.value.questions]


_ATTEMPT = (
    select(
        AttemptRow.id,
        AttemptRow.public,
        AttemptRow.title,
        AttemptRow.mode,
        AttemptRow.started_at,
        AttemptRow.finished_at,
        AttemptRow.score,
        AttemptRow.stretch,
        QuizRow.slug,
        ScopeRow.owner_id,
        SETTINGS,
        AttemptQuestionRow.id.label("question_row"),
        AttemptQuestionRow.number,
        AttemptQuestionRow.item_version_id,
        AttemptQuestionRow.options,
        AttemptQuestionRow.skipped,
        AttemptQuestionRow.shown_at,
        ItemVersionRow.key,
        MENDED,
        ResponseRow.chosen,
        ResponseRow.at,
        ResponseRow.late,
    )
    .join(AttemptQuestionRow, AttemptQuestionRow.attempt_id == AttemptRow.id)
    .join(ItemVersionRow, ItemVersionRow.id == AttemptQuestionRow.item_version_id)
    .outerjoin(ResponseRow, ResponseRow.attempt_question_id == AttemptQuestionRow.id)
    .outerjoin(QuizVersionRow, QuizVersionRow.id == AttemptRow.quiz_version_id)
    .outerjoin(QuizRow, QuizRow.id == QuizVersionRow.quiz_id)
    .outerjoin(ScopeRow, ScopeRow.id == QuizRow.scope_id)
    .where(AttemptRow.public == bindparam("public"), AttemptRow.player_id == bindparam("player"))
    .order_by(AttemptQuestionRow.number)
)
_HOLD = select(AttemptRow.id).where(AttemptRow.public == bindparam("public"), AttemptRow.player_id == bindparam("player")).with_for_update()
_WORDING = select(ItemVersionRow.stem, ItemVersionRow.options).where(ItemVersionRow.id == bindparam("version"))
_RESPOND = insert(ResponseRow)
_SKIP = update(AttemptQuestionRow).where(AttemptQuestionRow.id == bindparam("question_row")).values(skipped=bindparam("order"))
_FINISH = (
    update(AttemptRow)
    .where(AttemptRow.id == bindparam("attempt_row"))
    .values(finished_at=bindparam("at"), score=bindparam("points"), total=bindparam("of"))
)
_UNFINISHED = (
    select(AttemptRow.public)
    .where(AttemptRow.player_id == bindparam("player"), AttemptRow.finished_at.is_(None), AttemptRow.mode != Mode.PREVIEW.value)
    .order_by(AttemptRow.started_at.desc(), AttemptRow.id.desc())
    .limit(bindparam("most"))
)
_UNTOUCHED = (
    select(AttemptRow.public)
    .join(AttemptQuestionRow, AttemptQuestionRow.attempt_id == AttemptRow.id)
    .outerjoin(ResponseRow, ResponseRow.attempt_question_id == AttemptQuestionRow.id)
    .where(AttemptRow.player_id == bindparam("player"), AttemptRow.finished_at.is_(None))
    .where(AttemptRow.started_at >= bindparam("since"), AttemptRow.mode == bindparam("mode"))
    .where(AttemptRow.title == bindparam("title"), func.coalesce(AttemptRow.quiz_version_id, 0) == bindparam("version"))
    .group_by(AttemptRow.id, AttemptRow.public)
    .having(func.count(ResponseRow.id) == 0, func.max(AttemptQuestionRow.skipped) == 0)
    .order_by(AttemptRow.id.desc())
    .limit(1)
)
_SEEN = (
    select(ItemRow.item, func.max(ResponseRow.at).label("at"))
    .join(ItemVersionRow, ItemVersionRow.item_id == ItemRow.id)
    .join(AttemptQuestionRow, AttemptQuestionRow.item_version_id == ItemVersionRow.id)
    .join(ResponseRow, ResponseRow.attempt_question_id == AttemptQuestionRow.id)
    .join(AttemptRow, AttemptRow.id == AttemptQuestionRow.attempt_id)
    .where(AttemptRow.player_id == bindparam("player"), AttemptRow.mode != Mode.PREVIEW.value)
    .group_by(ItemRow.item)
)


def load_attempt(connection: Connection, *, player: int, public: str, to_change: bool = False) -> StoredAttempt | None:
    """The player's attempt with this id, or None; `to_change` keeps others from changing it until the transaction ends.

    Holding comes first, in a statement of its own: one that waits and reads at once would not see the response it waited for.
    """
    wanted = {"player": player, "public": public}
    if to_change:
        connection.execute(_HOLD, wanted)
    rows = connection.execute(_ATTEMPT, wanted).all()
    return _attempt(rows) if rows else None


def wording(connection: Connection, version: int) -> tuple[str, list[str]]:
    """Stem and options of a version, in the version's order."""
    row = connection.execute(_WORDING, {"version": version}).one()
    return row.stem, row.options


def add_attempt(
    connection: Connection,
    *,
    player: int,
    public: str,
    source: Source,
    questions: Sequence[ShownQuestion],
    now: datetime,
) -> None:
    """Store what was drawn."""
    head = {"player_id": player, "public": public, "total": len(questions), "started_at": now}
    made_of = {"mode": source.mode.value, "title": source.title, "quiz_version_id": source.quiz_version}
    connection.execute(insert(AttemptRow).values(head | made_of))
    row = connection.execute(select(AttemptRow.id).where(AttemptRow.public == public)).scalar_one()
    connection.execute(insert(AttemptQuestionRow), [_question_cells(row, one) for one in questions])


def add_response(connection: Connection, attempt: StoredAttempt, number: int, option: int, *, late: bool = False, now: datetime) -> None:
    """Store the first answer to a question."""
    connection.execute(_RESPOND, {"attempt_question_id": attempt.rows[number], "chosen": option, "late": late, "at": now})


def set_skipped(connection: Connection, attempt: StoredAttempt, number: int, order: int) -> None:
    """Store that a question was skipped, as the `order`-th."""
    connection.execute(_SKIP, {"question_row": attempt.rows[number], "order": order})


def set_finished(connection: Connection, attempt: StoredAttempt, tally: Tally, *, now: datetime) -> None:
    """Store that the attempt ended with this score."""
    connection.execute(_FINISH, {"attempt_row": attempt.row, "at": now, "points": tally.score, "of": tally.total})


def unfinished(connection: Connection, *, player: int, most: int) -> list[str]:
    """Ids of the player's unfinished attempts, newest first."""
    return list(connection.scalars(_UNFINISHED, {"player": player, "most": most}))


def untouched(connection: Connection, *, player: int, source: Source, since: datetime) -> str | None:
    """The player's newest attempt from this source started since then in which nothing was answered or skipped yet."""
    wanted = {"player": player, "mode": source.mode.value, "title": source.title, "version": source.quiz_version or 0, "since": since}
    found: str | None = connection.scalar(_UNTOUCHED, wanted)
    return found


def seen_items(connection: Connection, *, player: int) -> dict[str, datetime]:
    """When the player last answered which item."""
    return {row.item: row.at for row in connection.execute(_SEEN, {"player": player})}


def _attempt(rows: Sequence[Row]) -> StoredAttempt:  # type: ignore[type-arg]
    head = rows[0]
    return StoredAttempt(
        row=head.id,
        public=head.public,
        title=head.title,
        mode=Mode(head.mode),
        quiz_slug=head.slug if head.owner_id is None else None,
        started_at=head.started_at,
        score=head.score,
        value=Attempt(questions=_questions(rows), finished=head.finished_at is not None),
        rows={row.number: row.question_row for row in rows},
        right={row.number: right_places(row.key, row.mended) for row in rows},
        settings=settings_of(head.settings) if head.mode != Mode.PREVIEW else settings_of(head.settings).at_any_time(),
        stretch=None if head.stretch is None else Stretch(head.stretch),
        shown={row.number: row.shown_at for row in rows},
        at={row.number: row.at for row in rows},
        own_quiz=head.slug if head.owner_id is not None else None,
        owner=head.owner_id,
    )


def _questions(rows: Iterable[Row]) -> tuple[ShownQuestion, ...]:  # type: ignore[type-arg]
    return tuple(
        ShownQuestion(
            number=row.number,
            version=ItemVersionId(row.item_version_id),
            options=tuple(ShownOption(token=token, option=option) for token, option in msgspec.convert(row.options, list[tuple[str, int]])),
            chosen=row.chosen,
            skipped=row.skipped,
            late=bool(row.late),
        )
        for row in rows
    )


def _question_cells(attempt: int, question: ShownQuestion) -> dict[str, object]:
    shown = [[one.token, one.option] for one in question.options]
    return {"attempt_id": attempt, "number": question.number, "item_version_id": question.version, "options": shown, "skipped": 0}
