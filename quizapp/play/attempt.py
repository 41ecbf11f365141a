"""An attempt: one player's run through questions, the order shown, and what a response does."""

from dataclasses import dataclass, replace
from enum import StrEnum

from quizapp.play.quiz import ItemVersionId
from quizapp.play.scoring import counted


class Mode(StrEnum):
    """What an attempt runs through: a quiz, questions drawn from the bank, or a teacher's own quiz tried out, which counts nowhere."""

    QUIZ = "quiz"
    QUICK = "quick"
    MISSED = "missed"
    ARTICLE = "article"
    DAILY = "daily"
    DUE = "due"
    PREVIEW = "preview"


class Effect(StrEnum):
    """What a response does to a question: the first one stands, whatever comes after it."""

    FIRST = "first"
    SAME_AGAIN = "same again"
    ANOTHER = "another"


@dataclass(frozen=True, kw_only=True, slots=True)
class ShownOption:
    """An option where it was shown: `option` is its place in the item version, `token` a random name that tells nothing of it."""

    token: str
    option: int


@dataclass(frozen=True, kw_only=True, slots=True)
class ShownQuestion:
    """A question as one attempt shows it.

    `number` counts from 1; `skipped` orders the skipped ones, 0 for never; `chosen` is a place in the version's options,
    `late` whether it came when the time was over.
    """

    number: int
    version: ItemVersionId
    options: tuple[ShownOption, ...]
    chosen: int | None = None
    skipped: int = 0
    late: bool = False

    def __post_init__(self) -> None:
        if sorted(shown.option for shown in self.options) != list(range(len(self.options))):
            raise ValueError(f"question {self.number} does not show each of its options once")
        if len({shown.token for shown in self.options}) != len(self.options):
            raise ValueError(f"question {self.number} has two options with one token")

    @property
    def answered(self) -> bool:
        """Whether a response is stored."""
        return self.chosen is not None

    @property
    def counts(self) -> int | None:
        """The choice that counts, None when there is none."""
        return counted(self.chosen, late=self.late)

    def option(self, token: str) -> int | None:
        """The option that was shown under this token, or None."""
        return next((shown.option for shown in self.options if shown.token == token), None)

    def effect(self, option: int) -> Effect:
        """What choosing this option would do."""
        if self.chosen is None:
            return Effect.FIRST
        return Effect.SAME_AGAIN if option == self.chosen else Effect.ANOTHER


@dataclass(frozen=True, kw_only=True, slots=True)
class Attempt:
    """Questions in the order shown; `finished` ends it whether or not all are answered."""

    questions: tuple[ShownQuestion, ...]
    finished: bool = False

    def __post_init__(self) -> None:
        if not self.questions or [one.number for one in self.questions] != list(range(1, len(self.questions) + 1)):
            raise ValueError("an attempt has questions, numbered from 1")
        if len({one.version for one in self.questions}) != len(self.questions):
            raise ValueError("an attempt asks each item once")

    def question(self, number: int) -> ShownQuestion | None:
        """The question with this number, or None."""
        return self.questions[number - 1] if 1 <= number <= len(self.questions) else None

    @property
    def open(self) -> tuple[ShownQuestion, ...]:
        """Unanswered questions as they come up: those never skipped in order, then the skipped ones in the order they were skipped."""
        waiting = [one for one in self.questions if not one.answered]
        return tuple(sorted(waiting, key=lambda one: (one.skipped, one.number)))

    @property
    def answered(self) -> int:
        """How many questions are answered."""
        return sum(one.answered for one in self.questions)

    @property
    def complete(self) -> bool:
        """Whether every question is answered."""
        return self.answered == len(self.questions)

    def next(self) -> ShownQuestion | None:
        """The question to show next; None when the attempt is finished or complete."""
        return None if self.finished else next(iter(self.open), None)

    def next_skip(self) -> int:
        """What to write as `skipped` on a question that is skipped now, so that it comes last."""
        return max(one.skipped for one in self.questions) + 1

    def skip(self, number: int) -> "Attempt":
        """The attempt with that question behind all others that are open; an answered question stays where it is."""
        return self._with(number, skipped=self.next_skip(), chosen=None)

    def respond(self, number: int, option: int, *, late: bool = False) -> "Attempt":
        """The attempt after this response: the first one counts, any other changes nothing."""
        return self._with(number, skipped=None, chosen=option, late=late)

    def _with(self, number: int, *, skipped: int | None, chosen: int | None, late: bool = False) -> "Attempt":
        asked = self.question(number)
        if asked is None or self.finished or asked.answered:
            return self
        after = replace(asked, skipped=asked.skipped if skipped is None else skipped, chosen=chosen, late=late)
        return replace(self, questions=(*self.questions[: number - 1], after, *self.questions[number:]))
