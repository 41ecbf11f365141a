"""How pages say rulings, verdicts and what changes."""

from collections.abc import Mapping
from dataclasses import dataclass

from quizapp.knowledge.fact import Verdict
from quizapp.knowledge.names import SpellingState
from quizapp.knowledge.rulings import Ruling, RulingKind
from quizapp.services.regrouping import Effect, FactChange
from quizapp.services.ruling_words import name_of, words_of_qualifiers

VERDICTS: Mapping[Verdict, str] = {
    Verdict.STATED: "One source says so",
    Verdict.CORROBORATED: "Several sources agree",
    Verdict.QUALIFIED: "With a reservation",
    Verdict.DISPUTED: "Articles disagree",
}
NO_DISPUTE = "No dispute"
"""Said of a fact of which articles give several values that a person ruled to fit together: it has no verdict of its own."""
STATES: Mapping[SpellingState, str] = {
    SpellingState.OPEN: "Nobody has decided",
    SpellingState.SAME: "One and the same",
    SpellingState.DIFFERENT: "Two different ones",
}
MEANT: Mapping[str, str] = {
    "planned": "said as a plan",
    "reported": "said as a report",
    "quoted": "said in a quotation",
    "opinion": "said as an opinion",
    "negated": "said not to be so",
}
KINDS: Mapping[RulingKind, str] = {
    RulingKind.SAME_NAME: "One and the same",
    RulingKind.DIFFERENT_NAME: "Two different ones",
    RulingKind.OPEN_NAME: "Left open",
    RulingKind.NOT_A_DISPUTE: "No dispute",
    RulingKind.DISPUTED: "The articles disagree",
    RulingKind.QUALIFIED: "With a reservation",
    RulingKind.NOT_ASKED: "Not asked",
    RulingKind.SAME_FACT: "The same as another fact",
    RulingKind.DIFFERENT_FACT: "Some passages speak of something else",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class ChangeLine:
    """A fact that changes: its name, and what is said of it before and after; "" where it is not."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, kw_only=True, slots=True)
class QuestionChange:
    """A question that is touched, and why."""

    stem: str
    why: str


@dataclass(frozen=True, kw_only=True, slots=True)
class EffectWords:
    """What changes, in words."""

    facts: tuple[ChangeLine, ...]
    leave: tuple[QuestionChange, ...]
    back: tuple[QuestionChange, ...]
    other: tuple[QuestionChange, ...]
    new: tuple[str, ...]

    @property
    def nothing(self) -> bool:
        """Whether nothing changes at all."""
        return not (self.facts or self.leave or self.back or self.other or self.new)


def effect_words(effect: Effect) -> EffectWords:
    """What a change does, as a page says it."""
    lines = [(one, QuestionChange(stem=one.stem, why=one.failing[0].detail if one.failing else "")) for one in effect.touched]
    return EffectWords(
        facts=tuple(line for line in map(_change, effect.facts) if line.before != line.after),
        leave=tuple(line for one, line in lines if one.left_play),
        back=tuple(line for one, line in lines if one.came_back),
        other=tuple(line for one, line in lines if not one.left_play and not one.came_back),
        new=tuple(one.item.stem for one in effect.new),
    )


def verdict_words(verdict: Verdict, *, values: int, articles: int) -> str:
    """What is said of a fact with so many values from so many articles."""
    if verdict is not Verdict.STATED:
        return VERDICTS[verdict]
    if values > 1:
        return NO_DISPUTE
    return f"One source says so, in {articles} articles" if articles > 1 else VERDICTS[verdict]


def ruling_words(ruling: Ruling) -> str:
    """What a ruling speaks of."""
    if ruling.names:
        return f"“{ruling.names[0]}” and “{ruling.names[1]}”"
    more = "; ".join(words_of_qualifiers(ruling.qualifiers))
    relation = ruling.relation.replace("_", " ").replace(".", " ")
    return f"{ruling.subject}: {relation}{f' ({more})' if more else ''}"


def _change(change: FactChange) -> ChangeLine:
    fact = change.fact
    more = "; ".join(words_of_qualifiers(fact.qualifiers))
    name = f"{name_of(fact.subject, fact.relation.about)}{f' ({more})' if more else ''}"
    return ChangeLine(name=name[0].upper() + name[1:], before=_said(change, before=True), after=_said(change, before=False))


def _said(change: FactChange, *, before: bool) -> str:
    fact = change.before if before else change.after
    if fact is None:
        return ""
    sign = " ≠ " if fact.verdict is Verdict.DISPUTED else ", "
    values = sign.join(one.value.display() for one in fact.positions if not one.negated)
    verdict = verdict_words(
        fact.verdict,
        values=len(fact.positions),
        articles=len({claim.evidence.article for claim in fact.claims}),
    )
    return f"{verdict}: {values}{'' if fact.askable else ' (not asked)'}"
