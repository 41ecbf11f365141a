"""Wrong options: an editor's proposals for the fact first, then by type what the articles name, numbers and dates near the key, lists."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from quizapp.knowledge.values.amount import Amount
from quizapp.knowledge.values.base import NAME_TYPES
from quizapp.knowledge.values.moment import ClockTime, Date
from quizapp.questions.background import Background
from quizapp.questions.distractors.amounts import amounts_near
from quizapp.questions.distractors.barring import barred
from quizapp.questions.distractors.bounds import bounds_of
from quizapp.questions.distractors.choosing import choose, choose_around
from quizapp.questions.distractors.moments import dates_near, is_within, times_near
from quizapp.questions.distractors.names import names_near
from quizapp.questions.draft import Draft
from quizapp.questions.question import ask_of, read_option, show

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
    elif draft.key.order is not None:
        chosen = choose_around(*_around(draft, background), wanted, bars, seed)
    else:
        named = names_near(draft, background) if draft.key.type in NAME_TYPES else ()
        chosen = choose([*_proposed(draft, background), *named], wanted, bars)
    return tuple(chosen) if len(chosen) >= FEWEST else ()


def options_in_turn(draft: Draft, background: Background, *, beside: Iterable[str] = ()) -> Iterator[str]:
    """Every wrong option that could stand beside the key and `beside`, the likeliest first; for a person to choose among."""
    question = ask_of(draft.item((), background.names), background)
    taken = list(beside)
    for option in _in_turn(draft, background):
        if barred(option, question, taken) is None:
            taken.append(option)
            yield option


def _in_turn(draft: Draft, background: Background) -> Iterator[str]:
    if draft.offered:
        yield from draft.offered
    elif draft.key.order is not None:
        lower, higher = _around(draft, background)
        yield from (option for pair in zip_longest(higher, lower) for option in pair if option is not None)
    else:
        yield from _proposed(draft, background)
        if draft.key.type in NAME_TYPES:
            yield from names_near(draft, background)


def _proposed(draft: Draft, background: Background) -> list[str]:
    """What an editor proposes for the fact, written as options are."""
    proposal = background.proposals.get(draft.fact.id)
    if proposal is None:
        return []
    turned = background.names.canonical(draft.key.display()) == draft.fact.subject_key
    values = ((option, read_option(option, draft.key.type)) for option in (proposal.instead if turned else proposal.options))
    return [show(value, background.names) if value is not None else option for option, value in values]


def _around(draft: Draft, background: Background) -> tuple[list[str], list[str]]:
    """Proposed values, then computed ones, below and above the key."""
    lower, higher = _sides(draft, background)
    key, (earliest, latest) = draft.key.order or 0.0, bounds_of(draft, background)
    for option in reversed(_proposed(draft, background)):
        value = read_option(option, draft.key.type)
        if value is not None and value.order is not None and (not isinstance(value, Date) or is_within(value, earliest, latest)):
            (lower if value.order < key else higher).insert(0, option)
    return lower, higher


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
