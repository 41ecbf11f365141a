"""A short text and what extraction makes of it."""

from datetime import date

from quizapp.knowledge.article import Article
from quizapp.knowledge.claim import Claim
from quizapp.knowledge.extractors import extract

DAY = date(2021, 10, 20)


def article(text: str, *, name: str = "a.txt", title: str = "A short text", day: date | None = DAY) -> Article:
    """An article made of this text."""
    return Article(name=name, text=text, title=title, slug=name.removesuffix(".txt"), date=day)


def claims_of(text: str, relation: str = "") -> list[Claim]:
    """The claims of a text, those of one relation if it is given."""
    return [claim for claim in extract([article(text)]).claims if relation in {"", claim.relation}]


def told(text: str, relation: str) -> list[tuple[str, str]]:
    """Subjects and values of one relation."""
    return [(claim.subject, claim.value.display()) for claim in claims_of(text, relation)]


def asked(text: str, relation: str) -> list[str]:
    """The questions that the claims of one relation lead to."""
    return [wording.ask for claim in claims_of(text, relation) if claim.shape for wording in claim.shape.wordings]
