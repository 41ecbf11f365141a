"""Wrong options: an editor's proposals for the fact first, then by type what the articles name, numbers and dates near the key, lists."""

from collections.abc import Sequence

from quizapp.knowledge.values.amount import Amount
from quizapp.knowledge.values.base import NAME_TYPES
from quizapp.knowledge.values.moment import ClockTime, Date
from quizapp.questions.background import Background
from quizapp.questions.distractors.amounts import amounts_near
from quizapp.questions.distractors.barring import barred
from quizapp.questions.distractors.bounds import bounds_of
from quizapp.questions.distractors.choosing import Bars, choose, choose_around
from quizapp.questions.distractors.moments import dates_near, times_near
from quizapp.questions.distractors.names import names_near
from quizapp.questions.draft import Draft
from quizapp.questions.question import ask_of

WANTED = 3
FEWEST = 2


def wrong_options(draft: Draft, background: Background, wanted: int = WANTED) -> tuple[str, ...]:
    """Up to `wanted` options that nothing known supports; none at all when fewer than two can be found."""
    question = ask_of(draft.item((), background.names), background)
    seed = int(draft.item((), background.names).id, 16)

    def bars(option: str, others: Sequence[str]) -> bool:
        return barred(option, question, others) is not None

    if draft.offered:
        chosen = choose(draft.offered, wanted, bars)
    else:
        chosen = choose(_proposed(draft, background), wanted, bars)
        chosen += _found(draft, background, wanted - len(chosen), lambda one, others: bars(one, [*chosen, *others]), seed)
    return tuple(chosen) if len(chosen) >= FEWEST else ()


def _proposed(draft: Draft, background: Background) -> tuple[str, ...]:
    proposal = background.proposals.get(draft.fact.id)
    return proposal.options if proposal and draft.key.type is draft.fact.relation.value_type else ()


def _found(draft: Draft, background: Background, wanted: int, bars: Bars, seed: int) -> list[str]:
    if draft.key.type in NAME_TYPES:
        return choose(names_near(draft, background), wanted, bars)
    lower, higher = _sides(draft, background)
    return choose_around(lower, higher, wanted, bars, seed)


def _sides(draft: Draft, background: Background) -> tuple[list[str], list[str]]:
    match draft.key:
        case Amount() as amount:
            lower, higher = amounts_near(amount)
            return [one.display() for one in lower], [one.display() for one in higher]
        case Date() as day:
            earliest, latest = bounds_of(draft, background)
            before, after = dates_near(day, earliest=earliest, latest=latest)
            return [one.display() for one in before], [one.display() for one in after]
        case ClockTime() as time:
            sooner, later = times_near(time)
            return [one.display() for one in sooner], [one.display() for one in later]
    return [], []
