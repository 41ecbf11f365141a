"""A teacher's own question: proposed from a fact, or from her stem, her answer and a passage she picked; with every check."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice

from quizapp.knowledge.claim import Evidence
from quizapp.knowledge.fact import Fact
from quizapp.questions.background import Background
from quizapp.questions.bank import arrange
from quizapp.questions.checks import check_against
from quizapp.questions.confidence import confidence, difficulty
from quizapp.questions.distractors import FEWEST, WANTED, options_in_turn, wrong_options
from quizapp.questions.distractors.barring import barred
from quizapp.questions.distractors.choosing import choose
from quizapp.questions.draft import Draft
from quizapp.questions.generators import FALLBACKS, GENERATORS
from quizapp.questions.item import CheckResult, Item
from quizapp.questions.own_codes import codes_like
from quizapp.questions.own_fact import add_fact, fact_for
from quizapp.questions.own_kind import kind_of
from quizapp.questions.passages import shown_with
from quizapp.questions.question import ask_of, show

MOST_MORE = 8


@dataclass(frozen=True, kw_only=True, slots=True)
class Proposed:
    """An item with what every check says of it; `more` are other wrong options that may stand in it.

    `fact` is what it asks: one of the scope, or one that the teacher states herself, to be stored with the item (`is_new`).
    """

    item: Item
    checks: tuple[CheckResult, ...]
    fact: Fact
    more: tuple[str, ...] = ()
    is_new: bool = False

    @property
    def sound(self) -> bool:
        """Whether every check passed."""
        return all(check.passed for check in self.checks)


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """What a teacher wrote: the question, its answer, the passage; wrong options and explanation where she gives some."""

    stem: str
    answer: str
    evidence: Evidence
    wrong: tuple[str, ...] = ()
    explanation: str = ""


def propose_for_fact(fact: Fact, background: Background) -> tuple[Proposed, ...]:
    """Every question the generators make of a fact, the surest first; also those for which too few wrong options were found."""
    drafts = [draft for generate in (*GENERATORS, *FALLBACKS) for draft in generate(fact, background)]
    found = [_proposed(draft, wrong_options(draft, background), background) for draft in drafts]
    return tuple(sorted(found, key=lambda one: (not one.sound, -one.item.confidence, one.item.id)))


def propose_for_words(asked: Asked, background: Background) -> Proposed:
    """A teacher's question with every check, and with proposed wrong options where she gives none."""
    fact, evidence, is_new = fact_for(asked.stem, asked.answer, asked.evidence, background)
    known = add_fact(fact, background) if is_new else background
    key = next(claim.value for claim in fact.claims if claim.evidence == evidence)
    kind, source = kind_of(asked.stem, fact, evidence, known)
    explanation = asked.explanation.strip() or _quoted(evidence, show(key, known.names), known)
    draft = Draft(kind=kind, stem=asked.stem.strip(), key=key, explanation=explanation, evidence=(evidence,), fact=fact, source=source)
    wrong = asked.wrong or wrong_options(draft, known)
    return replace(_proposed(draft, wrong or _codes(draft, known), known), is_new=is_new)


def _codes(draft: Draft, background: Background) -> tuple[str, ...]:
    """Wrong options for an answer that is a code; none at all when fewer than two can be found."""
    question = ask_of(draft.item((), background.names), background)
    codes = codes_like(question.item.answer, draft.evidence[0], background)
    found = choose(codes, WANTED, lambda option, others: barred(option, question, others) is not None)
    return tuple(found) if len(found) >= FEWEST else ()


def with_options(proposed: Proposed, wrong: Sequence[str], background: Background) -> Proposed:
    """The same question with these wrong options, in order and checked anew."""
    known = add_fact(proposed.fact, background) if proposed.is_new else background
    item = replace(proposed.item, options=(proposed.item.answer, *wrong), key=0, ordered=False)
    item, checks = _checked(item, known)
    return replace(proposed, item=item, checks=checks, more=tuple(one for one in proposed.more if one not in wrong))


def _proposed(draft: Draft, wrong: Sequence[str], background: Background) -> Proposed:
    item, checks = _checked(draft.item(wrong, background.names), background)
    more = tuple(islice(options_in_turn(draft, background, beside=wrong), MOST_MORE))
    return Proposed(item=item, checks=checks, fact=draft.fact, more=more)


def _checked(unordered: Item, background: Background) -> tuple[Item, tuple[CheckResult, ...]]:
    item = arrange(unordered, background)
    checks = check_against(item, background)
    question, failed = ask_of(item, background), sum(not check.passed for check in checks)
    return replace(item, confidence=confidence(question, failed), difficulty=difficulty(item, question)), checks


def _quoted(evidence: Evidence, answer: str, background: Background) -> str:
    """The passage in quotation marks, led by the answer where the passage writes it otherwise."""
    article = background.scope.articles.get(evidence.article)
    words = " ".join((shown_with(article, evidence) if article else evidence.quote).split())
    return f"“{words}”" if answer in words else f"{answer}: “{words}”"
