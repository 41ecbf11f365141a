"""Rule 3: the proof stands in the article and holds the answer."""

import re

from quizapp.knowledge.claim import Evidence, MadeBy
from quizapp.knowledge.comparing import compare
from quizapp.knowledge.values.base import NAME_TYPES, Comparison
from quizapp.knowledge.values.moment import Date
from quizapp.questions.item import Kind
from quizapp.questions.passages import shown_with
from quizapp.questions.proof import article_of, carries, claims_at
from quizapp.questions.question import Question
from quizapp.questions.saying import shortened, title_of
from quizapp.questions.words import all_stems, content
from quizapp.questions.written import values_in

LEADING = 90
_BESIDE = re.compile(r"(?:, [A-Z][\w’'. -]{1,40})*,? (?:and|as well as|&) (?:the |in |to |at )?[A-Z][\w’']+")
_QUOTED = re.compile(r"^“(.+?)[.!?]?”$", re.DOTALL)
_FOOTNOTE = re.compile(r"\s*\[\d{1,3}\]")
_JOINED = re.compile(r"\b\d{4} and (?:in )?(?:\w+ )?\d{4}\b")
_LED = re.compile(
    r"[^.!?\n]*\b[A-Z][\w’']+[^.!?\n]* (?:said|says|added|adds|stated|states|told|wrote|writes|explained|noted),? ?[“\"«]\s*$"
)


def not_in_article(question: Question) -> str | None:
    """Rule 3: each quote equals the article, at its place, in this revision."""
    for evidence in question.item.evidence:
        if not question.background.scope.proves(evidence):
            return f"“{shortened(evidence.quote, 60)}” does not stand in “{title_of(evidence.article, question)}” any more."
    return None


def gap_not_in_article(question: Question) -> str | None:
    """Rule 3: the sentence in which a gap was made, as the explanation quotes it, still stands in the article."""
    quoted = _QUOTED.match(question.item.explanation)
    if question.item.kind is not Kind.CLOZE or quoted is None:
        return None
    articles = (article_of(evidence, question) for evidence in question.item.evidence)
    if any(article is not None and _plain(quoted[1]) in _plain(article.text) for article in articles):
        return None
    return f"“{shortened(quoted[1], 60)}” does not stand in the article any more."


def _plain(text: str) -> str:
    return " ".join(_FOOTNOTE.sub("", text).split())


def key_not_proved(question: Question) -> str | None:
    """Rule 3: every quote holds the answer or its declared form; in a comparison one does, and others take other positions."""
    item = question.item
    carrying = [evidence for evidence in item.evidence if carries(evidence, item.answer, question)]
    if not carrying:
        return f"No passage shown says “{item.answer}”."
    other = next((evidence for evidence in item.evidence if evidence not in carrying and not _compared(evidence, question)), None)
    return f"“{shortened(other.quote, 60)}” does not say “{item.answer}”." if other else None


def key_not_in_words(question: Question) -> str | None:
    """Rule 3, as far as words can be read: a passage shown names the answer, or its quote can be read as it."""
    if question.asks_limit or any(_holds(evidence, question) for evidence in question.item.evidence):
        return None
    return f"“{question.item.answer}” does not stand in the passages shown; a reader must know it from elsewhere."


def _holds(evidence: Evidence, question: Question) -> bool:
    article = article_of(evidence, question)
    answer = question.item.answer
    shown = shown_with(article, evidence) if article else evidence.quote
    forms = question.background.forms_of(answer) if question.type in NAME_TYPES else (answer,)
    if any(content(form) <= set(all_stems(shown)) for form in forms):
        return True
    value = question.value(answer)
    if value is None or value.type in NAME_TYPES:
        return False
    read = values_in(evidence.quote, value, article_date=article.date if article else None)
    return any(compare(value, other, question.names) is Comparison.SAME for other in read)


def _compared(evidence: Evidence, question: Question) -> bool:
    return question.item.kind is Kind.COMPARE and bool(claims_at(evidence, question))


def said_by_another(question: Question) -> str | None:
    """Rule 3 for quotations: words that lead the quotation name no other speaker than the answer."""
    if question.item.kind is not Kind.WHO_SAID:
        return None
    for evidence in question.item.evidence:
        article = article_of(evidence, question)
        led = _LED.search(article.text[max(0, evidence.start - LEADING) : evidence.start]) if article else None
        if led and not any(content(form) & set(all_stems(led[0])) for form in question.background.forms_of(question.item.answer)):
            return f"“{led[0].strip()}” stands before the words: somebody else seems to say them."
    return None


def torn_from_word(question: Question) -> str | None:
    """Rule 3: the proof begins and ends where words do, so that no name is half of a longer one."""
    for evidence in question.item.evidence:
        article = article_of(evidence, question)
        text = article.text if article else ""
        before, after = text[max(0, evidence.start - 1) : evidence.start], text[evidence.end : evidence.end + 1]
        if ((before.isalnum() or before == "-") and evidence.quote[0].isalnum()) or (after.isalnum() and evidence.quote[-1].isalnum()):
            return f"“{shortened(evidence.quote, 60)}” begins or ends inside a longer word or name."
    return None


def one_of_several(question: Question) -> str | None:
    """Rule 3 for names found in sentences: no other name stands beside the answer with "and", which would be as right."""
    item = question.item
    if question.asks_subject or question.fact is None or question.type not in NAME_TYPES or item.kind in {Kind.CLOZE, Kind.COMPARE}:
        return None
    if any(claim.made_by is MadeBy.HAND for claim in question.fact.claims):
        return None
    for evidence in item.evidence:
        article = article_of(evidence, question)
        after = article.text[evidence.end : evidence.end + LEADING] if article else ""
        ends = any(evidence.quote.endswith(form) for form in question.background.forms_of(item.answer))
        beside = _BESIDE.match(after) if ends else None
        if beside:
            return f"“{item.answer}{beside[0]}”: the passage gives more than one answer."
    return None


def dates_joined(question: Question) -> str | None:
    """Rule 3 for dates: of two times with "and" between them neither is the only one, nor are all between them meant."""
    key = question.value(question.item.answer)
    if not isinstance(key, Date) or key.either or question.item.kind is Kind.CLOZE:
        return None
    joined = next((found for one in question.item.evidence if (found := _JOINED.search(one.quote))), None)
    if joined is None or "between" in joined.string[: joined.start()] or (key.year and str(key.year) not in joined[0]):
        return None
    return f"“{joined[0]}” are two times: neither is the only one, nor are all between them meant."
