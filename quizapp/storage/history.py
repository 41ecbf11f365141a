"""What a player has played, as values: attempts, answers, best scores; each says whether it may be told yet."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, select

from quizapp.play.attempt import Mode
from quizapp.play.disclosure import Feedback
from quizapp.play.quiz import QuizSettings
from quizapp.play.scoring import counted, is_right, right_places
from quizapp.storage.mending import MENDED
from quizapp.storage.quizzes import settings_of
from quizapp.storage.rules import RULES, SETTINGS
from quizapp.storage.tables.bank import ItemRow, ItemVersionRow
from quizapp.storage.tables.playing import AttemptQuestionRow, AttemptRow, QuizKind, QuizRow, QuizVersionRow, ResponseRow


@dataclass(frozen=True, kw_only=True, slots=True)
class PlayedAttempt:
    """An attempt in a player's list; `settings` are those of its quiz, `score` is None while it goes on."""

    public: str
    title: str
    mode: Mode
    quiz_slug: str | None
    started_at: datetime
    finished_at: datetime | None
    score: int | None
    total: int
    settings: QuizSettings


@dataclass(frozen=True, kw_only=True, slots=True)
class GivenAnswer:
    """An answer to an item (its content id); `told` is False while its quiz keeps to itself what was right.

    `counts` is False where the question was withdrawn since.
    """

    item: str
    at: datetime
    right: bool
    told: bool
    counts: bool = True


_ATTEMPTS = (
    select(
        AttemptRow.public,
        AttemptRow.title,
        AttemptRow.mode,
        AttemptRow.started_at,
        AttemptRow.finished_at,
        AttemptRow.score,
        AttemptRow.total,
        QuizRow.slug,
        SETTINGS,
    )
    .outerjoin(QuizVersionRow, QuizVersionRow.id == AttemptRow.quiz_version_id)
    .outerjoin(QuizRow, QuizRow.id == QuizVersionRow.quiz_id)
    .where(AttemptRow.player_id == bindparam("player"), AttemptRow.mode != Mode.PREVIEW.value)
    .order_by(AttemptRow.started_at.desc(), AttemptRow.id.desc())
)
_ANSWERS = (
    select(ItemRow.item, ItemVersionRow.key, ResponseRow.chosen, ResponseRow.late, ResponseRow.at)
    .add_columns(AttemptRow.finished_at, SETTINGS, MENDED)
    .join(ItemVersionRow, ItemVersionRow.item_id == ItemRow.id)
    .join(AttemptQuestionRow, AttemptQuestionRow.item_version_id == ItemVersionRow.id)
    .join(ResponseRow, ResponseRow.attempt_question_id == AttemptQuestionRow.id)
    .join(AttemptRow, AttemptRow.id == AttemptQuestionRow.attempt_id)
    .outerjoin(QuizVersionRow, QuizVersionRow.id == AttemptRow.quiz_version_id)
    .where(AttemptRow.player_id == bindparam("player"), AttemptRow.mode != Mode.PREVIEW.value)
    .order_by(ResponseRow.at, ResponseRow.id)
)
_GUARDED = _ANSWERS.where(RULES["feedback"].as_string() != Feedback.EACH.value)
_BEST = (
    select(QuizRow.slug, AttemptRow.score, AttemptRow.total, SETTINGS)
    .join(QuizVersionRow, QuizVersionRow.quiz_id == QuizRow.id)
    .join(AttemptRow, AttemptRow.quiz_version_id == QuizVersionRow.id)
    .where(AttemptRow.player_id == bindparam("player"), AttemptRow.finished_at.is_not(None), AttemptRow.total > 0)
    .where(QuizRow.kind == QuizKind.FEATURED.value, AttemptRow.mode != Mode.PREVIEW.value)
)
_OF_TITLE = (
    select(AttemptRow.public)
    .where(AttemptRow.player_id == bindparam("player"), AttemptRow.mode == bindparam("mode"), AttemptRow.title == bindparam("title"))
    .order_by(AttemptRow.id)
    .limit(1)
)


def played(connection: Connection, *, player: int) -> tuple[PlayedAttempt, ...]:
    """Every attempt of the player, newest first."""
    return tuple(
        PlayedAttempt(
            public=row.public,
            title=row.title,
            mode=Mode(row.mode),
            quiz_slug=row.slug,
            started_at=row.started_at,
            finished_at=row.finished_at,
            score=row.score,
            total=row.total,
            settings=settings_of(row.settings),
        )
        for row in connection.execute(_ATTEMPTS, {"player": player})
    )


def answers(connection: Connection, *, player: int, now: datetime, guarded: bool = False) -> tuple[GivenAnswer, ...]:
    """Every answer the player gave, oldest first; `guarded` gives those alone that are in quizzes which do not tell after each answer."""
    return tuple(
        GivenAnswer(
            item=row.item,
            at=row.at,
            right=is_right(counted(row.chosen, late=row.late), right_places(row.key, row.mended)),
            counts=bool(right_places(row.key, row.mended)),
            told=settings_of(row.settings).tells(answered=True, finished=row.finished_at is not None, now=now),
        )
        for row in connection.execute(_GUARDED if guarded else _ANSWERS, {"player": player})
    )


def best_scores(connection: Connection, *, player: int, now: datetime) -> dict[str, tuple[int, int]]:
    """The best finished attempt at each quiz that may be told, by the quiz's slug, as (right, total)."""
    best: dict[str, tuple[int, int]] = {}
    for row in connection.execute(_BEST, {"player": player}):
        standing = best.get(row.slug)
        better = standing is None or row.score * standing[1] > standing[0] * row.total
        if better and settings_of(row.settings).tells(answered=True, finished=True, now=now):
            best[row.slug] = (row.score, row.total)
    return best


def attempt_titled(connection: Connection, *, player: int, mode: Mode, title: str) -> str | None:
    """The player's first attempt in this mode under this title."""
    found: str | None = connection.scalar(_OF_TITLE, {"player": player, "mode": mode.value, "title": title})
    return found
