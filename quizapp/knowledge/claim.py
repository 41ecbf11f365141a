"""A claim: what one article says at one place, how surely, and who says it."""

from dataclasses import dataclass
from enum import StrEnum

from quizapp.knowledge.article import Article, RevisionId
from quizapp.knowledge.digest import content_id
from quizapp.knowledge.relation import Qualifiers, Relation
from quizapp.knowledge.values.base import Value


class Modality(StrEnum):
    """How a claim is meant."""

    ASSERTED = "asserted"
    PLANNED = "planned"
    REPORTED = "reported"
    QUOTED = "quoted"
    OPINION = "opinion"
    NEGATED = "negated"


class MadeBy(StrEnum):
    """Where a claim comes from."""

    HAND = "hand"
    EXTRACTED = "extracted"
    TEACHER = "teacher"
    MODEL = "model"


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class Evidence:
    """The words of an article that carry a claim: `text[start:end] == quote` in that revision; offsets in code points."""

    article: str
    start: int
    end: int
    quote: str
    revision: RevisionId

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end or len(self.quote) != self.end - self.start:
            raise ValueError(f"no evidence: {self.article} {self.start}-{self.end} {self.quote!r}")

    def holds_in(self, article: Article) -> bool:
        """Whether the words stand in this revision of the article, at this place."""
        return self.revision == article.revision and article.text[self.start : self.end] == self.quote


def cite(article: Article, start: int, end: int) -> Evidence:
    """Evidence for a span of an article."""
    return Evidence(article=article.name, start=start, end=end, quote=article.text[start:end], revision=article.revision)


@dataclass(frozen=True, kw_only=True, slots=True)
class Claim:
    """Subject, relation and value as one article states them at one place.

    `subject` is the name shown to people; `origin` is the report the article retells; `reservation` are words that limit the claim;
    `shape` is the open relation with the claim's own wording, when extraction found it.
    """

    subject: str
    relation: str
    value: Value
    evidence: Evidence
    made_by: MadeBy
    qualifiers: Qualifiers = ()
    modality: Modality = Modality.ASSERTED
    attributed_to: str | None = None
    origin: str | None = None
    reservation: str | None = None
    shape: Relation | None = None

    @property
    def id(self) -> str:
        """The same in every run: a digest of revision, span, relation and normal value."""
        evidence = self.evidence
        return content_id("claim", evidence.revision, evidence.start, evidence.end, self.relation, self.value.normal)

    @property
    def source(self) -> str:
        """What counts as one voice: the report retold, or else the article."""
        return f"report {self.origin}" if self.origin else f"article {self.evidence.article}"
