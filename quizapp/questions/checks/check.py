"""The shape of a check on one item."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

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
        if fault is None:
            return _passed(self.name, self.promise, self.absolute)
        return CheckResult(name=self.name, passed=False, detail=fault, absolute=self.absolute)


@cache
def _passed(name: str, promise: str, absolute: bool) -> CheckResult:
    """One result for all items that keep the rule: a bank of many articles holds it once."""
    return CheckResult(name=name, passed=True, detail=promise, absolute=absolute)
