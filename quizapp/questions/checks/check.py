"""The shape of a check on one item."""

from collections.abc import Callable
from dataclasses import dataclass

from quizapp.questions.item import CheckResult
from quizapp.questions.question import Question

Look = Callable[[Question], str | None]


@dataclass(frozen=True, kw_only=True, slots=True)
class Check:
    """A rule: its name, what it promises in plain words, and `look`, which says what is wrong or None."""

    name: str
    promise: str
    look: Look
    absolute: bool = False

    def result(self, question: Question) -> CheckResult:
        """What the rule says of one item."""
        fault = self.look(question)
        return CheckResult(name=self.name, passed=fault is None, detail=fault or self.promise, absolute=self.absolute)
