"""When a missed question comes back: the FSRS scheduler in whole days, with nothing left to chance."""

from dataclasses import dataclass
from datetime import UTC, datetime

from fsrs import Card, Rating, Scheduler, State

# No steps of minutes: a question missed today comes back tomorrow at the earliest.
_SCHEDULER = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class Memory:
    """How well a player remembers one question: days of stability, difficulty from 1 to 10, when it is due, the last answer."""

    stability: float
    difficulty: float
    due: datetime
    last_at: datetime
    right: bool


def review(memory: Memory | None, *, right: bool, now: datetime) -> Memory | None:
    """The memory after an answer; None for a question that was never missed, which needs no practice."""
    if memory is None and right:
        return None
    at = now.astimezone(UTC)
    card, _ = _SCHEDULER.review_card(_card(memory, at), Rating.Good if right else Rating.Again, at)
    if card.stability is None or card.difficulty is None:
        raise RuntimeError("the scheduler gave no stability or difficulty to a reviewed card")
    return Memory(stability=card.stability, difficulty=card.difficulty, due=card.due, last_at=at, right=right)


def _card(memory: Memory | None, at: datetime) -> Card:
    if memory is None:
        return Card(card_id=0, due=at)
    return Card(
        card_id=0,
        state=State.Review,
        stability=memory.stability,
        difficulty=memory.difficulty,
        due=memory.due.astimezone(UTC),
        last_review=memory.last_at.astimezone(UTC),
    )
