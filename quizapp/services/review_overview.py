"""How the bank and the queue stand, how much is decided, and how far reviewers agree."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from quizapp.questions.review import Move
from quizapp.services.database import Database
from quizapp.services.known import Known
from quizapp.services.review_filters import Entry
from quizapp.services.review_queue import queue_of
from quizapp.storage.blind_answers import BlindAnswer, blind_answers
from quizapp.storage.review_work import Work, work_of

WEEKS = 8
AGES = (("under a day", timedelta(days=1)), ("under a week", timedelta(weeks=1)), ("under a month", timedelta(days=30)))
OLDER = "older"


@dataclass(frozen=True, kw_only=True, slots=True)
class Agreement:
    """How often two who judged one question agreed; `of` counts pairs."""

    agreed: int
    of: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Overview:
    """Counts by name, in the order in which they are shown; `weeks` begin on Mondays, (decided, of it approved)."""

    states: tuple[tuple[str, int], ...]
    kinds: tuple[tuple[str, int, int], ...]
    articles: tuple[tuple[str, int, int], ...]
    weeks: tuple[tuple[date, int, int], ...]
    ages: tuple[tuple[str, int], ...]
    oldest: datetime | None
    decisions: Agreement
    blind: Agreement
    reviewers: tuple[tuple[str, int], ...]


def overview(db: Database, *, player: int, now: datetime) -> Overview | None:
    """The overview of the library; None before it was loaded."""
    with db.reading() as connection:
        queue = queue_of(db, connection, player=player, now=now)
        if queue is None:
            return None
        work, blind = work_of(connection, queue.library.head.id), blind_answers(connection)
    library = queue.library
    versions = set(library.versions)
    waiting = [entry for entry in queue.entries if entry.whys]
    return Overview(
        states=tuple(Counter(one.state.value for one in library.bank).most_common()),
        kinds=_shares((one.value.kind.value, one.item in library.playable) for one in library.bank),
        articles=_by_article(library),
        weeks=_weeks(work, now),
        ages=_ages(waiting, now),
        oldest=min((entry.since for entry in waiting), default=None),
        decisions=agreement_of_decisions(work),
        blind=agreement_of_answers([one for one in blind if one.version in versions]),
        reviewers=tuple(Counter(one.actor for one in work if one.move is not Move.UNDO).most_common()),
    )


def agreement_of_decisions(work: Iterable[Work]) -> Agreement:
    """Of versions that two people decided on: how many pairs came to the same state; each one's last word counts."""
    last: dict[int, dict[str, str]] = defaultdict(dict)
    for one in work:
        if one.move is Move.UNDO:
            last[one.version].pop(one.actor, None)
        else:
            last[one.version][one.actor] = one.state.value
    return _pairs([list(states.values()) for states in last.values()])


def agreement_of_answers(answers: Iterable[BlindAnswer]) -> Agreement:
    """Of versions that two people answered before seeing the right answer: how many pairs chose the same."""
    chosen: dict[int, list[str]] = defaultdict(list)
    for one in answers:
        chosen[one.version].append(str(one.chosen))
    return _pairs(list(chosen.values()))


def _pairs(groups: Sequence[Sequence[str]]) -> Agreement:
    agreed = of = 0
    for group in groups:
        of += len(group) * (len(group) - 1) // 2
        agreed += sum(same * (same - 1) // 2 for same in Counter(group).values())
    return Agreement(agreed=agreed, of=of)


def _shares(pairs: Iterable[tuple[str, bool]]) -> tuple[tuple[str, int, int], ...]:
    """By name: how many, and how many of them can be played; the most first."""
    every: Counter[str] = Counter()
    played: Counter[str] = Counter()
    for name, playable in pairs:
        every[name] += 1
        played[name] += playable
    return tuple((name, number, played[name]) for name, number in sorted(every.items(), key=lambda one: (-one[1], one[0])))


def _by_article(library: Known) -> tuple[tuple[str, int, int], ...]:
    return _shares(
        (title, one.item in library.playable)
        for one in library.bank
        for title in dict.fromkeys(evidence.title for evidence in one.evidence)
    )


def _weeks(work: Sequence[Work], now: datetime) -> tuple[tuple[date, int, int], ...]:
    this = _monday(now)
    made = Counter(_monday(one.at) for one in work if one.move is not Move.UNDO)
    approved = Counter(_monday(one.at) for one in work if one.move is Move.APPROVE)
    weeks = [this - timedelta(weeks=back) for back in range(WEEKS - 1, -1, -1)]
    return tuple((week, made[week], approved[week]) for week in weeks)


def _monday(at: datetime) -> date:
    day = at.date()
    return day - timedelta(days=day.weekday())


def _ages(waiting: Sequence[Entry], now: datetime) -> tuple[tuple[str, int], ...]:
    counts = Counter(_age(now - entry.since) for entry in waiting)
    return tuple((name, counts[name]) for name in (*(name for name, _ in AGES), OLDER))


def _age(waited: timedelta) -> str:
    return next((name for name, limit in AGES if waited < limit), OLDER)
