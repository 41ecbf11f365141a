"""Whether anything known in the scope supports an option for a question."""

from collections.abc import Iterator
from math import ceil

from quizapp.knowledge.comparing import touches
from quizapp.knowledge.fact import Fact, Position
from quizapp.knowledge.values.base import NAME_TYPES, Value
from quizapp.questions.likeness import is_same
from quizapp.questions.own_support import is_beside
from quizapp.questions.passages import Passage
from quizapp.questions.phrasing import stem_of
from quizapp.questions.question import Question
from quizapp.questions.saying import shortened, title_of
from quizapp.questions.words import all_stems, content, holds_phrase, names_stand

SHARE = 0.75


def supported(option: str, question: Question) -> str | None:
    """Why the option may be right, in words for people; None when nothing known supports it."""
    if _barred_by_editor(option, question):
        return f"“{option}” may not stand here: an editor says that it could be right."
    if question.asks_subject:
        return _other_subject(option, question) or _said_in_sentence(option, question)
    return _position_taken(option, question) or _seen_from_other_side(option, question) or _said_in_sentence(option, question)


def _barred_by_editor(option: str, question: Question) -> bool:
    proposal = question.background.proposals.get(question.fact.id) if question.fact else None
    return proposal is not None and any(is_same(option, one, question.type, question.names) for one in proposal.barred)


def position_touched(value: Value, question: Question) -> Position | None:
    """The first position of the fact that a value is, touches or contains."""
    return next((one for one in question.positions if touches(value, one.value, question.names) or _in_claims(value, one, question)), None)


def _in_claims(value: Value, position: Position, question: Question) -> bool:
    return any(touches(value, claim.value, question.names) for claim in position.claims)


def _position_taken(option: str, question: Question) -> str | None:
    value = question.value(option)
    if value is None:
        return None
    for fact in _asked_alike(question):
        for position in fact.positions:
            if touches(value, position.value, question.names) or _in_claims(value, position, question):
                title = title_of(position.articles()[0], question)
                return f"“{option}” touches what an article says here: {position.value.display()} ({title})."
    return None


def _asked_alike(question: Question) -> Iterator[Fact]:
    """The fact itself and every other whose question would read the same."""
    if question.fact is None:
        return
    yield question.fact
    alike = question.background.facts_on(question.fact.relation.key, question.fact.subject_key)
    others = [fact for fact in alike if fact.id != question.fact.id]
    mine = _asked(question.fact) if others else None
    yield from (fact for fact in others if _asked(fact) == mine)


def _asked(fact: Fact) -> str | None:
    wording = fact.relation.wording(fact.qualifiers, planned=fact.planned)
    return stem_of(wording.ask, fact) if wording else None


def _other_subject(option: str, question: Question) -> str | None:
    fact = question.fact
    if fact is None:
        return None
    others = question.background.facts_on(fact.relation.key, question.names.canonical(option))
    if any(_share_value(fact, other, question) for other in others):
        return f"“{option}” fits too: an article says the same of it."
    return None


def _share_value(fact: Fact, other: Fact, question: Question) -> bool:
    return any(touches(one.value, two.value, question.names) for one in fact.positions for two in other.positions)


def _seen_from_other_side(option: str, question: Question) -> str | None:
    fact = question.fact
    if fact is None or fact.relation.inverse is None:
        return None
    for other in question.background.facts_on(fact.relation.inverse, question.names.canonical(option)):
        if fact.subject_key in {question.names.canonical(position.value.display()) for position in other.positions}:
            return f"“{option}” fits: an article says so from the other side."
    return None


def _said_in_sentence(option: str, question: Question) -> str | None:
    wanted = question.asked_words
    needed = len(wanted) if len(wanted) <= 2 else ceil(SHARE * len(wanted))
    found = _sentences_with(option, question, wanted, needed) if wanted else iter(())
    passage = next((one for one in found if not is_beside(one, option, question)), None)
    if passage is None:
        return None
    return f"“{option}” could be right too: “{shortened(passage.text)}” ({title_of(passage.article, question)})."


def _sentences_with(option: str, question: Question, wanted: frozenset[str], needed: int) -> Iterator[Passage]:
    """The sentences that hold the option and at least so many of the wanted words."""
    index = question.background.sentences
    if question.type in NAME_TYPES:
        for form in question.background.forms_of(option):
            yield from index.naming(form, beside=wanted, least=needed)
    elif content(option):
        yield from index.holding(content(option), beside=wanted, least=needed)


def named_in_stem(option: str, question: Question) -> bool:
    """Whether the stem holds the option, in any form of a name."""
    asked = question.item.stem
    if question.type in NAME_TYPES:
        return any(names_stand(form, asked) for form in question.background.forms_of(option))
    return holds_phrase(all_stems(asked), all_stems(option))
