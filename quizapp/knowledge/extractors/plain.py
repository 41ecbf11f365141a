"""Dates, sums, measures and ages by rules alone, for a machine without the language model: few, plain sentences only."""

import re
from collections.abc import Iterator

from quizapp.knowledge.article import Article
from quizapp.knowledge.claim import Claim, MadeBy, cite
from quizapp.knowledge.reading.reader import read
from quizapp.knowledge.relation import Asks, Cardinality, Relation, Wording
from quizapp.knowledge.values.base import ValueType
from quizapp.knowledge.values.spotting import Spotted, spot

_PASSIVE = {
    "born": "bear", "founded": "found", "built": "build", "opened": "open", "completed": "complete", "published": "publish",
    "discovered": "discover",
    "launched": "launch", "released": "release", "established": "establish", "created": "create",
    "designed": "design", "finished": "finish",
}  # fmt: skip
_ACTIVE = {"died": "die", "opened": "open", "sank": "sink", "derailed": "derail", "closed": "close", "exploded": "explode"}
_MEASURES = {
    "cost": ("cost", ValueType.MONEY, "how_much"),
    "lasted": ("last", ValueType.DURATION, "how_long"),
    "took": ("take", ValueType.DURATION, "how_long"),
}
_SUBJECT = r"(?P<subject>(?:The |the )?[A-Z][\w'’-]+(?: (?:of|de|von|van|the|[A-Z][\w'’.-]+))*)"
_SENTENCE = re.compile(_SUBJECT + r" (?:(?:was|were) (?P<passive>[a-z]+)|(?P<active>[a-z]+)) (?:(?P<preposition>in|on|at) )?")
_AGED = re.compile(r"(?P<subject>[A-Z][\w'’-]+(?: [A-Z][\w'’.-]+)+), (?=\d{1,3},)")


def plain_claims(article: Article) -> Iterator[Claim]:
    """What the plainest sentences say: "The bridge was opened in 1932", "It cost" with a name, "Ann Lee, 19,"."""
    reading = read(article.text, article.title)
    for sentence in reading.body():
        start, end = sentence.span.start, sentence.span.end
        spots = {start + one.start: one for one in spot(article.text[start:end], article.date) if one.value is not None}
        yield from _told(article, start, end, spots)
        yield from _aged(article, start, end, spots)


def _told(article: Article, start: int, end: int, spots: dict[int, Spotted]) -> Iterator[Claim]:
    found = _SENTENCE.match(article.text, start, end)
    value = spots.get(found.end()) if found else None
    if found is None or value is None:
        return
    shape = _relation(found, value)
    if shape is not None:
        yield _claim(article, found["subject"], shape, start, found.end(), value)


def _relation(found: "re.Match[str]", value: Spotted) -> Relation | None:
    subject, preposition = found["subject"], found["preposition"]
    if value.type is ValueType.DATE and preposition in {"in", "on"}:
        if found["passive"] in _PASSIVE:
            word = found["passive"]
            return _shape(
                f"{_PASSIVE[word]}.when", value, Asks.WHEN, f"When was {subject} {word}?", f"{subject} was {word} {preposition} {{value}}."
            )
        if found["active"] in _ACTIVE:
            lemma = _ACTIVE[found["active"]]
            return _shape(
                f"{lemma}.when", value, Asks.WHEN, f"When did {subject} {lemma}?", f"{subject} {found['active']} {preposition} {{value}}."
            )
    if found["active"] in _MEASURES and not preposition:
        lemma, kind, slot = _MEASURES[found["active"]]
        if value.type is kind:
            asks, how = (Asks.HOW_LONG, "long") if slot == "how_long" else (Asks.HOW_MANY, "much")
            return _shape(f"{lemma}.{slot}", value, asks, f"How {how} did {subject} {lemma}?", f"{subject} {found['active']} {{value}}.")
    return None


def _aged(article: Article, start: int, end: int, spots: dict[int, Spotted]) -> Iterator[Claim]:
    for found in _AGED.finditer(article.text, start, end):
        value = spots.get(found.end())
        if value is not None and value.type is ValueType.AGE:
            name = found["subject"]
            shape = _shape(
                "be.age", value, Asks.HOW_MANY, f"What age is given for {name}?", f"{name}'s age is given as {{value}}.", one=False
            )
            yield _claim(article, name, shape, found.start(), found.end(), value)


def _shape(key: str, value: Spotted, asks: Asks, ask: str, tell: str, *, one: bool = True) -> Relation:
    return Relation(
        key=key,
        subject_type=ValueType.TEXT,
        value_type=value.type,
        asks=asks,
        about=f"“{key.split('.')[0]}”",
        cardinality=Cardinality.ONE if one else Cardinality.MANY,
        wordings=(Wording(ask=ask.replace(" The ", " the "), tell=tell),),
    )


def _claim(article: Article, subject: str, shape: Relation, start: int, at: int, value: Spotted) -> Claim:
    if value.value is None:
        raise ValueError("only values that could be read are claimed")
    end = at + value.end - value.start
    return Claim(
        subject=subject,
        relation=shape.key,
        value=value.value,
        evidence=cite(article, start, end),
        made_by=MadeBy.EXTRACTED,
        shape=shape,
    )
