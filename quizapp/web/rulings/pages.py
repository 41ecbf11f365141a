"""Typed contexts of the pages on facts, names and rulings."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from quizapp.knowledge.fact import Verdict
from quizapp.knowledge.rulings import Ruling, RulingKind
from quizapp.services.fact_views import FactLine, FactList, FactView
from quizapp.services.name_views import NameCase
from quizapp.services.regrouping import Effect
from quizapp.services.ruling_views import RulingDetail
from quizapp.storage.rulings import StoredRuling
from quizapp.web.page import Page
from quizapp.web.review.words import STATES as QUESTION_STATES
from quizapp.web.rulings.forms import FACT_KINDS, LONGEST_REASON
from quizapp.web.rulings.words import KINDS, MEANT, STATES, VERDICTS, EffectWords, effect_words, ruling_words, verdict_words

SHEET = "review.css"


@dataclass(frozen=True, kw_only=True)
class RulingPage(Page):
    """What these pages share; `problem` is what to correct in the form sent, `wrong` the field it is in, `typed` what was typed."""

    problem: str = ""
    wrong: str = ""
    typed: Mapping[str, str] = field(default_factory=dict)
    ticked: Sequence[str] = ()
    longest: int = LONGEST_REASON
    kinds: Mapping[RulingKind, str] = field(default_factory=lambda: KINDS)
    verdicts: Mapping[Verdict, str] = field(default_factory=lambda: VERDICTS)
    states: Mapping[str, str] = field(default_factory=lambda: QUESTION_STATES)

    def verdict_of(self, line: FactLine) -> str:
        """What is said of a fact."""
        return verdict_words(line.verdict, values=len(line.values), articles=line.articles)

    def said(self, ruling: Ruling) -> str:
        """What a ruling speaks of."""
        return ruling_words(ruling)


@dataclass(frozen=True, kw_only=True)
class FactsPage(RulingPage):
    """Facts that hold the words looked for."""

    view: FactList
    words: str
    verdict: str

    def query(self, **more: str | int) -> dict[str, str | int]:
        """What is looked for, as an address holds it."""
        return {name: value for name, value in {"q": self.words, "verdict": self.verdict, **more}.items() if value}


@dataclass(frozen=True, kw_only=True)
class FactPage(RulingPage):
    """One fact; `others` are those it may be merged with, looked for by `words`."""

    view: FactView
    others: Sequence[FactLine]
    words: str

    def meant(self, modality: str) -> str:
        """How a passage says it, where it is more than a plain statement."""
        return MEANT.get(modality, "")

    @property
    def unplaced(self) -> bool:
        """Whether something is to be corrected that belongs to none of the forms."""
        return bool(self.problem) and self.typed.get("kind", "") not in set(FACT_KINDS)

    def failed(self, *kinds: str) -> bool:
        """Whether what was sent was one of these rulings, and has something to correct."""
        return bool(self.problem) and self.typed.get("kind", "") in kinds


@dataclass(frozen=True, kw_only=True)
class NamesPage(RulingPage):
    """Names that may be two spellings of one."""

    cases: Sequence[NameCase]
    spellings: Mapping[str, str] = field(default_factory=lambda: {state.value: words for state, words in STATES.items()})

    def failed(self, case: NameCase) -> bool:
        """Whether what was sent is on this case, and has something to correct."""
        return bool(self.problem) and {self.typed.get("one"), self.typed.get("other")} == set(case.names)


@dataclass(frozen=True, kw_only=True)
class PreviewPage(RulingPage):
    """What will change; `fields` are sent again when the admin is sure, to `address`; `back` leads away.

    `again` says what is ruled of the same thing once a ruling is taken back, `shown` which spelling is the name.
    """

    what: str
    of: str
    reason: str
    effect: EffectWords
    fields: Sequence[tuple[str, str]]
    address: str
    back: str
    button: str
    again: Sequence[str] = ()
    shown: str = ""


@dataclass(frozen=True, kw_only=True)
class RulingsPage(RulingPage):
    """Every ruling."""

    rulings: Sequence[StoredRuling]


@dataclass(frozen=True, kw_only=True)
class DetailPage(RulingPage):
    """One ruling."""

    view: RulingDetail
    done: str = ""

    @property
    def again(self) -> Sequence[str]:
        """What is ruled of the same thing once this ruling is taken back."""
        return again_words(self.view)


def again_words(view: RulingDetail) -> tuple[str, ...]:
    """What is ruled of the same thing once a ruling is taken back, in words."""
    before = tuple(f"{KINDS[one.value.kind]}. {one.value.reason}" for one in view.before)
    return (*before, "Nobody has decided: the two spellings neither agree nor disagree.") if view.open else before


def preview_page(ruling: Ruling, effect: Effect, *, fields: Sequence[tuple[str, str]], address: str, back: str) -> PreviewPage:
    """What a ruling will change, before it is made."""
    return PreviewPage(
        title="What this will change",
        section="review",
        sheet=SHEET,
        what=KINDS[ruling.kind],
        of=ruling_words(ruling),
        reason=ruling.reason,
        effect=effect_words(effect),
        fields=fields,
        address=address,
        back=back,
        button="Rule so",
        shown=ruling.names[0] if ruling.names and ruling.kind is RulingKind.SAME_NAME else "",
    )
