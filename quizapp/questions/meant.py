"""Whether a question speaks of whom its sentence speaks of: subjects told by a pronoun, by a name others share, or beside others."""

import re

from quizapp.knowledge.fact import Fact
from quizapp.knowledge.fold import fold_name
from quizapp.knowledge.values.base import NAME_TYPES, ValueType
from quizapp.questions.doubts import subject_unsure
from quizapp.questions.item import Kind
from quizapp.questions.passages import Passage
from quizapp.questions.question import Question
from quizapp.questions.topics import is_topic

_BEFORE = re.compile(r"[A-Z][\w’'.-]*,? (?:and|or|with) (?:[a-z’'-]+ ){0,3}$")
_AFTER = re.compile(r"^(?:,? (?:and|or)|,? as well as|,? along with|,? together with) (?:[a-z’'-]+ ){0,3}[A-Z]")


def by_pronoun(question: Question) -> bool:
    """The sentence does not name its subject, who is not the one the article speaks of throughout."""
    return _unnamed(question) and not _is_topic(question)


def by_pronoun_of_several(question: Question) -> float:
    """The sentence does not name its subject, the article is not about it, and others near could be meant."""
    return subject_unsure(question) if by_pronoun(question) else 0.0


def topic_by_pronoun(question: Question) -> bool:
    """The sentence does not name its subject, but the article speaks of it throughout."""
    return _unnamed(question) and _is_topic(question)


def _unnamed(question: Question) -> bool:
    fact, here = question.fact, _here(question)
    if fact is None or here is None or not _is_told(question, fact):
        return False
    return not any(form in here.text for form in (fact.subject, *question.background.forms_of(fact.subject)))


def _is_told(question: Question, fact: Fact) -> bool:
    """Whether the item speaks of a named subject: a sentence to complete does so only where it names it."""
    return fact.relation.subject_type in NAME_TYPES and (question.item.kind is not Kind.CLOZE or fact.subject in question.item.stem)


def _is_topic(question: Question) -> bool:
    return question.fact is not None and _speaks_of(question.fact.subject, question)


def _speaks_of(name: str, question: Question) -> bool:
    return is_topic(name, (one.article for one in question.item.evidence), question.background)


def answer_is_topic(question: Question) -> bool:
    """The answer is what the whole article speaks of, or what its title names."""
    return question.type in NAME_TYPES and _speaks_of(question.item.answer, question)


def of_topic(question: Question) -> bool:
    """A question of what the article's topic is said to be."""
    return question.item.kind is Kind.ROLE and _is_topic(question)


def short_name_shared(question: Question) -> bool:
    """The sentence gives the subject's or the answer's name only in a short form that somebody else of the article bears too."""
    fact, here = question.fact, _here(question)
    if fact is None or here is None or question.item.kind is Kind.CLOZE:
        return False
    written = [] if _is_topic(question) else [fact.subject]
    if question.type is ValueType.PERSON and not question.asks_subject:
        written.append(question.item.answer)
    return any(_is_shared(name, here, question) for name in written)


def _is_shared(name: str, here: Passage, question: Question) -> bool:
    if name in here.text or question.names.find(name) is None:
        return False
    short = max((form for form in question.background.forms_of(name) if form in here.text), key=len, default="")
    words, mine, named = set(fold_name(short).split()), question.names.canonical(name), question.background.named
    if not words:
        return False
    return any(
        other != mine and named.types[other] is named.types.get(mine) and words <= set(fold_name(named.forms[other][0]).split())
        for other in named.names.get(here.article, ())
    )


def beside_others(question: Question) -> bool:
    """Somebody else stands with the subject, joined by "and": both did it."""
    fact, here = question.fact, _here(question)
    if fact is None or here is None or question.item.kind is Kind.CLOZE:
        return False
    forms = [form for form in (fact.subject, *question.background.forms_of(fact.subject)) if form in here.text]
    if not forms:
        return False
    place = here.text.find(max(forms, key=len))
    before, after = here.text[:place], here.text[place + len(max(forms, key=len)) :]
    return _BEFORE.search(before) is not None or _AFTER.match(after) is not None


def _here(question: Question) -> Passage | None:
    return question.background.sentences.at(question.item.evidence[0])
