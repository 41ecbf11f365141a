"""Rule 16: the explanation names the key and says nothing beyond the passages shown."""

import re
from collections.abc import Iterator

from quizapp.knowledge.comparing import compare
from quizapp.knowledge.values.base import NAME_TYPES, Comparison, ValueType
from quizapp.knowledge.values.numbers import read_number, read_ordinal
from quizapp.questions.passages import shown_with
from quizapp.questions.proof import article_of
from quizapp.questions.question import Question
from quizapp.questions.words import all_stems, content, holds_phrase, stem
from quizapp.questions.written import values_in

_LETTER = re.compile(r"\b(?:option|answer|choice) [A-E1-5]\b|\([A-E]\)|^[A-E][.):]", re.IGNORECASE)
_NO_FIGURES = frozenset({"a", "an"})
_CLAIMED = re.compile(r"(?<=[\w,;:”’] )[A-Z][\w’'-]+|\d[\d.,:]*")


def key_not_named(question: Question) -> str | None:
    """Rule 16: the explanation holds the key."""
    words = all_stems(question.item.explanation)
    forms = question.background.forms_of(question.item.answer) if question.type in NAME_TYPES else (question.item.answer,)
    if any(holds_phrase(words, all_stems(form)) for form in forms) or _told_otherwise(question):
        return None
    return f"The explanation does not name the right answer “{question.item.answer}”."


def _told_otherwise(question: Question) -> bool:
    """Whether some words of the explanation are the same date or amount, written as the article writes it."""
    key = question.value(question.item.answer)
    if key is None or key.type in NAME_TYPES | {ValueType.TEXT}:
        return False
    return any(compare(key, other, question.names) is Comparison.SAME for other in values_in(question.item.explanation, key))


def option_letters(question: Question) -> str | None:
    """Rule 16: no letters of options, which are shuffled."""
    found = _LETTER.search(question.item.explanation)
    return f"“{found[0]}”: options are shuffled, so their letters mean nothing." if found else None


def says_more(question: Question) -> str | None:
    """Rule 16: every name and number of the explanation stands in the question, the key or the passages shown."""
    known, shown = _known_words(question), {found for text in _shown(question) for found in _CLAIMED.findall(text)}
    figures = frozenset[float]().union(*(_figures(text) for text in (question.item.stem, question.item.answer, *_shown(question))))
    for found in _CLAIMED.findall(question.item.explanation):
        word = stem(found.strip(".,:’'").casefold())
        told = content(found) <= known or word in known or found in shown or read_number(found.strip(".,:")) in figures
        if content(found) and not told:
            return f"“{found}” stands in the explanation but in no passage shown with it."
    return None


def _figures(text: str) -> frozenset[float]:
    """The numbers that a text tells in figures, in words or as places in a row: "39", "39th", "thirty-nine" and "thirty-ninth" are one."""
    words = (word.strip(".,:;!?()“”‘’\"'") for word in text.lower().split())
    found = (read_ordinal(word) or read_number(word) for word in words if word not in _NO_FIGURES)
    return frozenset(float(one) for one in found if one is not None)


def _known_words(question: Question) -> frozenset[str]:
    """Words of stem, key, passages and titles, and of all forms of the names in the fact."""
    texts = [question.item.stem, question.item.answer, *_shown(question)]
    if question.fact is not None:
        texts += [question.fact.subject, *(value for _, value in question.fact.qualifiers)]
        texts += [claim.attributed_to for claim in question.fact.claims if claim.attributed_to]
        texts += [claim.value.display() for claim in question.fact.claims if claim.evidence in question.item.evidence]
    return frozenset[str]().union(*(content(text) for text in texts))


def _shown(question: Question) -> Iterator[str]:
    """The passages shown with the item, and the titles of their articles."""
    for evidence in question.item.evidence:
        article = article_of(evidence, question)
        yield from (shown_with(article, evidence), article.title) if article else (evidence.quote,)
