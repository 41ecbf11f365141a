"""Rules of a bank: neither length nor place tells which option is right."""

from collections import Counter
from collections.abc import Sequence

from quizapp.questions.item import CheckResult, Item

MOST_LONGEST = 0.35
MOST_AT_ONE_PLACE = 0.4
ENOUGH = 10
"""Fewer questions are too few to tell."""


def check_bank(items: Sequence[Item]) -> tuple[CheckResult, ...]:
    """What the rules of a bank say of its approved items."""
    longest, crowded = _longest(items), _crowded(items)
    return (
        CheckResult(name="length tells nothing", passed=longest is None, detail=longest or "The right answer is seldom the longest."),
        CheckResult(name="place tells nothing", passed=crowded is None, detail=crowded or "Right numbers stand at every place."),
    )


def _longest(items: Sequence[Item]) -> str | None:
    if len(items) < ENOUGH:
        return None
    count = sum(key_is_longest(item) for item in items)
    if count <= MOST_LONGEST * len(items):
        return None
    return f"In {count} of {len(items)} questions the right answer is the longest option; at most {MOST_LONGEST:.0%} may be."


def key_is_longest(item: Item) -> bool:
    """Whether the key is longer than every wrong option."""
    return all(len(item.answer) > len(option) for option in item.distractors)


def _crowded(items: Sequence[Item]) -> str | None:
    for size, places in sorted(ranks(items).items()):
        total = places.total()
        place, count = places.most_common(1)[0]
        if total >= ENOUGH and count > MOST_AT_ONE_PLACE * total:
            return f"Among {total} questions with {size} numbers or dates, {count} have the right one at place {place + 1}."
    return None


def ranks(items: Sequence[Item]) -> dict[int, Counter[int]]:
    """For each number of options, how often the key of an ascending item stands at which place."""
    found: dict[int, Counter[int]] = {}
    for item in items:
        if item.ordered:
            found.setdefault(len(item.options), Counter())[item.key] += 1
    return found
