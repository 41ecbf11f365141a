"""An attempt's clock: how long its player has for a question, and what speed is worth."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from quizapp.play.attempt import ShownQuestion
from quizapp.play.scoring import is_right, speed_bonus
from quizapp.play.timing import Per, Stretch, deadline, is_over, limit, seconds_left
from quizapp.storage.attempts import StoredAttempt


@dataclass(frozen=True, kw_only=True, slots=True)
class ClockView:
    """A question's time: `left` in seconds, None when this player has no limit; `may_change` when the player may choose."""

    left: int | None
    per: Per
    stretch: Stretch
    may_change: bool


def ends_at(attempt: StoredAttempt, asked: ShownQuestion) -> datetime | None:
    """When the time for this question is over: by its timer or because the quiz closes; None for never."""
    timed = deadline(attempt.settings.timer, attempt.stretch, started=attempt.started_at, shown=attempt.shown[asked.number])
    return min((one for one in (timed, attempt.settings.closes_at) if one is not None), default=None)


def is_late(attempt: StoredAttempt, asked: ShownQuestion, *, now: datetime) -> bool:
    """Whether an answer that comes now is too late."""
    return is_over(ends_at(attempt, asked), now=now)


def whole_over(attempt: StoredAttempt, *, now: datetime) -> bool:
    """Whether the time for every question is over at once, which ends the attempt."""
    timer, closes_at = attempt.settings.timer, attempt.settings.closes_at
    whole = timer if timer and timer.per is Per.QUIZ else None
    return is_over(closes_at, now=now) or is_over(deadline(whole, attempt.stretch, started=attempt.started_at, shown=None), now=now)


def clock_view(attempt: StoredAttempt, asked: ShownQuestion, *, now: datetime) -> ClockView | None:
    """What a question's page says of its time; None when no timer is set."""
    timer, until = attempt.settings.timer, ends_at(attempt, asked)
    if timer is None:
        return None
    running = until is not None and limit(timer, attempt.stretch) is not None
    return ClockView(
        left=seconds_left(until, now=now) if until is not None and running else None,
        per=timer.per,
        stretch=timer.stretch if attempt.stretch is None else attempt.stretch,
        may_change=timer.players_choice,
    )


def bonus(attempt: StoredAttempt) -> int | None:
    """The attempt's bonus for speed in thousandths of a point; None where the quiz gives none."""
    timer, questions = attempt.settings.timer, attempt.value.questions
    if timer is None or not attempt.settings.speed_bonus:
        return None
    allowed = limit(timer, attempt.stretch)
    if allowed is None:
        return 0
    share = allowed / len(questions) if timer.per is Per.QUIZ else allowed
    taken = [_taken(attempt, one.number, share) for one in questions if is_right(one.counts, attempt.right[one.number])]
    return speed_bonus(taken, allowed=share, questions=len(questions))


def _taken(attempt: StoredAttempt, number: int, allowed: timedelta) -> timedelta:
    shown, at = attempt.shown[number], attempt.at[number]
    return at - shown if shown and at else allowed
