"""What a teacher's words ask for: the kind of question, and the type of its answer."""

import re

from quizapp.knowledge.claim import Evidence
from quizapp.knowledge.fact import Fact, Verdict
from quizapp.knowledge.relation import Asks
from quizapp.knowledge.values.base import NAME_TYPES, Value, ValueFault, ValueType
from quizapp.knowledge.values.reading import read_value
from quizapp.knowledge.values.word import Name, Words
from quizapp.questions.background import Background
from quizapp.questions.checks.dispute import names_title
from quizapp.questions.item import Kind
from quizapp.questions.lists import list_of

_OPENINGS: tuple[tuple[str, Asks], ...] = (
    (r"who (?:said|says|told|tells|claimed|claims|wrote that|added)\b", Asks.WHO_SAID),
    (r"(?:with |by |to |for |of |from )?whom?\b|whose\b", Asks.WHO),
    (r"(?:when|(?:in|on|since|until|from) (?:which|what) (?:year|day|month|date|century|decade)|(?:at )?what time)\b", Asks.WHEN),
    (r"(?:for )?how long\b", Asks.HOW_LONG),
    (r"(?:to |for |by |at )?how (?:many|much|old|far|high|tall|wide|deep|large|big|heavy|fast|often)\b", Asks.HOW_MANY),
    (r"(?:from )?where\b|(?:in|to|from|at) (?:which|what) (?:place|city|town|country|village|state|region)\b", Asks.WHERE),
    (r"(?:\w+ )?which\b", Asks.WHICH),
)
_MEASURES: tuple[ValueType, ...] = (
    ValueType.CLOCK_TIME,
    ValueType.PERCENT,
    ValueType.MONEY,
    ValueType.DURATION,
    ValueType.QUANTITY,
    ValueType.DATE,
    ValueType.COUNT,
)
_BY_QUESTION = {Asks.WHO: ValueType.PERSON, Asks.WHO_SAID: ValueType.PERSON, Asks.WHERE: ValueType.PLACE}
_YEAR = re.compile(r"1\d{3}|20\d\d")


def asks_of(stem: str) -> Asks:
    """The kind of answer that a question's opening words want; after “According to …, ” those that follow."""
    words = re.sub(r"^according to .*?, (?=\w)", "", stem.strip(), flags=re.IGNORECASE)
    return next((asks for opening, asks in _OPENINGS if re.match(opening, words, re.IGNORECASE)), Asks.WHAT)


def kind_of(stem: str, fact: Fact, evidence: Evidence, background: Background) -> tuple[Kind, str | None]:
    """The kind of a teacher's question, and the article its stem names where articles disagree on the fact."""
    article = background.scope.articles.get(evidence.article)
    if fact.verdict is Verdict.DISPUTED and article is not None and names_title(stem, article):
        return Kind.ACCORDING_TO, article.name
    return (Kind.CLOZE if "_____" in stem else Kind(asks_of(stem))), None


def read_answer(answer: str, stem: str, background: Background) -> Value:
    """The answer as a value: a name the scope knows, a number or date, somebody or some place by the question, else words."""
    asks, text = asks_of(stem), " ".join(answer.split())
    entry = background.names.find(text)
    if entry is not None:
        return Name(type=entry.type, text=text)
    measured = _measured(text, stem, asks)
    if measured is not None:
        return measured
    if list_of(text) is not None:
        return Name(type=ValueType.PLACE, text=text)
    wanted = _BY_QUESTION.get(asks)
    return Name(type=wanted, text=text) if wanted in NAME_TYPES and text[:1].isupper() else Words(text=text)


def _measured(text: str, stem: str, asks: Asks) -> Value | None:
    if not any(sign.isdigit() for sign in text) and asks not in {Asks.WHEN, Asks.HOW_LONG, Asks.HOW_MANY}:
        return None
    wanted = (ValueType.DATE,) if asks is Asks.WHEN and _YEAR.fullmatch(text) else _MEASURES
    if re.search(r"\bhow old\b|\bage\b", stem, re.IGNORECASE):
        wanted = (ValueType.AGE, *_MEASURES)
    for one in wanted:
        try:
            return read_value(text, one)
        except (ValueFault, ValueError):
            continue
    return None
