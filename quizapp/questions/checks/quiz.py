"""Rules of a quiz: one item a fact, and no item gives another's key away."""

from collections.abc import Iterator, Sequence
from itertools import permutations

from quizapp.knowledge.values.base import NAME_TYPES
from quizapp.questions.background import Background
from quizapp.questions.item import CheckResult, Item
from quizapp.questions.question import Question, ask_of
from quizapp.questions.words import all_stems, content, holds_phrase

ALIKE = 5
TELLING = 0.6


def check_quiz(items: Sequence[Item], background: Background) -> tuple[CheckResult, ...]:
    """What the rules of a quiz say of these items together, in the order of the quiz."""
    twice = next(_asked_twice(items), None)
    told = next(_given_away(items, background), None)
    return (
        CheckResult(name="one item a fact", passed=twice is None, detail=twice or "Every question asks something else."),
        CheckResult(name="no answer given away", passed=told is None, detail=told or "No question tells the answer of another."),
    )


def may_join(item: Item, chosen: Sequence[Item], background: Background) -> bool:
    """Whether an item can stand in one quiz with those chosen before."""
    return all(check.passed for check in check_quiz((*chosen, item), background))


def _asked_twice(items: Sequence[Item]) -> Iterator[str]:
    first: dict[str, Item] = {}
    for item in items:
        if item.fact in first:
            yield f"“{first[item.fact].stem}” and “{item.stem}” ask about the same fact."
        first.setdefault(item.fact, item)


def _given_away(items: Sequence[Item], background: Background) -> Iterator[str]:
    for telling, asked in permutations(items, 2):
        if tells(telling, ask_of(asked, background)):
            yield f"“{telling.stem}” tells the answer to “{asked.stem}”: {asked.answer}."


def tells(item: Item, question: Question) -> bool:
    """Whether stem or explanation of an item hold the other's key beside most of what the other asks."""
    shown = all_stems(f"{item.stem} {item.explanation}")
    forms = question.background.forms_of(question.item.answer) if question.type in NAME_TYPES else (question.item.answer,)
    if not any(holds_phrase(shown, all_stems(form)) for form in forms):
        return False
    wanted = question.asked_words or content(question.item.stem)
    return sum(any(_alike(word, other) for other in shown) for word in wanted) >= TELLING * len(wanted)


def _alike(one: str, other: str) -> bool:
    """The same stem, or words that begin alike: "directed" and "director"."""
    return one == other or (len(one) >= ALIKE and len(other) >= ALIKE and one[:ALIKE] == other[:ALIKE])
