"""An item: stem, options, key, explanation and the evidence that supports the key."""

from dataclasses import dataclass
from enum import StrEnum

from quizapp.knowledge.claim import Evidence
from quizapp.knowledge.digest import content_id

MIN_OPTIONS = 3
MAX_OPTIONS = 5


class Kind(StrEnum):
    """What kind of question an item is; each has a generator of its own."""

    WHO = "who"
    ROLE = "role"
    WHEN = "when"
    HOW_LONG = "how_long"
    HOW_MANY = "how_many"
    WHERE = "where"
    WHICH = "which"
    WHO_SAID = "who_said"
    WHAT = "what"
    CLOZE = "cloze"
    ACCORDING_TO = "according_to"
    COMPARE = "compare"


class State(StrEnum):
    """Where an item version stands in one scope."""

    CANDIDATE = "candidate"
    APPROVED = "approved"
    REJECTED = "rejected"
    SENT_BACK = "sent_back"
    RETIRED = "retired"


@dataclass(frozen=True, kw_only=True, slots=True)
class Item:
    """A multiple-choice question; `fact` is the id of the fact it asks, `ordered` says its options ascend and are never shuffled.

    `source` is the name of the article a stem names, for items on a disputed fact.
    """

    kind: Kind
    stem: str
    options: tuple[str, ...]
    key: int
    explanation: str
    fact: str
    evidence: tuple[Evidence, ...]
    ordered: bool = False
    source: str | None = None
    difficulty: float = 0.5
    confidence: float = 0.5

    def __post_init__(self) -> None:
        if not 0 <= self.key < len(self.options):
            raise ValueError(f"key {self.key} of {len(self.options)} options")
        if not self.stem.strip() or not self.evidence:
            raise ValueError("an item has a stem and evidence")

    @property
    def id(self) -> str:
        """The same for all versions: a digest of fact, kind and stem as generated."""
        return content_id("item", self.fact, self.kind, self.stem)

    @property
    def content(self) -> str:
        """A digest of all that a person decides on; a decision is tied to it and lapses when it changes."""
        evidence = tuple((one.article, one.revision, one.start, one.end) for one in self.evidence)
        return content_id("content", self.stem, self.options, self.key, self.explanation, self.fact, evidence)

    @property
    def answer(self) -> str:
        """The key's text."""
        return self.options[self.key]

    @property
    def distractors(self) -> tuple[str, ...]:
        """The wrong options, in order."""
        return tuple(option for place, option in enumerate(self.options) if place != self.key)


@dataclass(frozen=True, kw_only=True, slots=True)
class CheckResult:
    """What one check says of an item, in plain words; an absolute check can never be opened by a person."""

    name: str
    passed: bool
    detail: str
    absolute: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Candidate:
    """An item with what every check says of it and its state."""

    item: Item
    checks: tuple[CheckResult, ...]
    state: State = State.CANDIDATE

    @property
    def sound(self) -> bool:
        """Whether every check passed."""
        return all(check.passed for check in self.checks)
