"""How a quiz hangs together: which questions cannot stand in it together, and how it is mixed."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, permutations

from quizapp.questions.background import Background
from quizapp.questions.checks.bank import MOST_AT_ONE_PLACE, MOST_LONGEST, key_is_longest
from quizapp.questions.checks.quiz import tells
from quizapp.questions.item import Item
from quizapp.questions.question import ask_of

EASY, HARD = 0.45, 0.6
"""Below and from where a question counts as easy and as hard; difficulties are shares of players who miss it."""
ENOUGH = 4
"""Fewer questions than this say nothing of how right answers are spread."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Clash:
    """Two questions by their places, from 0, that cannot stand in one quiz: they ask the same, or one tells the other's answer."""

    first: int
    second: int
    answer: str = ""

    @property
    def tells(self) -> bool:
        """Whether the first tells the `answer` of the second."""
        return bool(self.answer)


@dataclass(frozen=True, kw_only=True, slots=True)
class Balance:
    """How a quiz is mixed; `places` counts where the right answer stands among options that are not shuffled."""

    easy: int
    middle: int
    hard: int
    longest: int
    total: int
    places: tuple[int, ...]

    @property
    def length_tells(self) -> bool:
        """Whether the right answer is the longest too often."""
        return self.total >= ENOUGH and self.longest > MOST_LONGEST * self.total

    @property
    def tells_places(self) -> bool:
        """Whether enough answers keep their order to speak of places."""
        return sum(self.places) >= ENOUGH

    @property
    def place_tells(self) -> bool:
        """Whether too many right answers stand at one place."""
        return self.tells_places and max(self.places, default=0) > MOST_AT_ONE_PLACE * sum(self.places)


def clashes(items: Sequence[Item], background: Background) -> tuple[Clash, ...]:
    """Every pair that cannot stand in one quiz, in the order of the quiz."""
    return (*_same_fact(items), *_told(items, background))


def goes_with(item: Item, others: Sequence[Item], background: Background) -> bool:
    """Whether a question can stand in one quiz with those others."""
    asked = ask_of(item, background)
    return not any(one.fact == item.fact or tells(one, asked) or tells(item, ask_of(one, background)) for one in others)


def balance(items: Sequence[Item], *, shuffled: bool) -> Balance:
    """How these questions are mixed; with `shuffled` options only those in an order of their own keep their places."""
    hardness = Counter(band(item.difficulty) for item in items)
    standing = Counter(item.key for item in items if item.ordered or not shuffled)
    return Balance(
        easy=hardness["easy"],
        middle=hardness["middling"],
        hard=hardness["hard"],
        longest=sum(key_is_longest(item) for item in items),
        total=len(items),
        places=tuple(standing[place] for place in range(max(standing, default=-1) + 1)),
    )


def band(difficulty: float) -> str:
    """How a difficulty is said."""
    if difficulty < EASY:
        return "easy"
    return "hard" if difficulty >= HARD else "middling"


def _same_fact(items: Sequence[Item]) -> Iterator[Clash]:
    for (first, one), (second, other) in combinations(enumerate(items), 2):
        if one.fact == other.fact:
            yield Clash(first=first, second=second)


def _told(items: Sequence[Item], background: Background) -> Iterator[Clash]:
    questions = [ask_of(item, background) for item in items]
    for first, second in permutations(range(len(items)), 2):
        if items[first].fact != items[second].fact and tells(items[first], questions[second]):
            yield Clash(first=first, second=second, answer=items[second].answer)
