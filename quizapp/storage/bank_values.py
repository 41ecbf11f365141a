"""Rows <-> values of items: versions, evidence, checks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import msgspec

from quizapp.knowledge.article import RevisionId
from quizapp.knowledge.claim import Evidence
from quizapp.knowledge.reading.spans import Span
from quizapp.questions.item import CheckResult, Item, Kind, State
from quizapp.storage.knowledge_values import Cells
from quizapp.storage.tables.bank import ItemEvidenceRow, ItemRow, ItemVersionRow
from quizapp.storage.tables.knowledge import ArticleRow

LONG_AGO = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, kw_only=True, slots=True)
class StoredEvidence:
    """Evidence of a stored version with the passage around it, the row of its revision, and what its article is called."""

    evidence: Evidence
    title: str
    slug: str
    passage: Span
    revision_row: int


@dataclass(frozen=True, kw_only=True, slots=True)
class StoredDecision:
    """The decision that stands on a version: the content it was made on, its reason, whether it came with files, who made it when.

    `row` grows with every decision of a scope; `actor_id` is None where a program decided.
    """

    content: str
    reason: str
    with_files: bool
    row: int = 0
    actor: str = ""
    actor_id: int | None = None
    at: datetime = LONG_AGO


@dataclass(frozen=True, kw_only=True, slots=True)
class StoredItem:
    """A stored version of an item: its row, its lasting id, and what stands decided on it; `edited` by a person here."""

    row: int
    item: str
    number: int
    value: Item
    content: str
    evidence: tuple[StoredEvidence, ...]
    checks: tuple[CheckResult, ...] = ()
    state: State = State.CANDIDATE
    decision: StoredDecision | None = None
    made_at: datetime = LONG_AGO
    edited: bool = False


def version_cells(item: Item, checks: Sequence[CheckResult]) -> Cells:
    """A version's cells without its number."""
    return {
        "stem": item.stem,
        "options": list(item.options),
        "key": item.key,
        "explanation": item.explanation,
        "content": item.content,
        **judgement_cells(item, checks),
    }


def judgement_cells(item: Item, checks: Sequence[CheckResult]) -> Cells:
    """The cells that no decision is tied to: they follow the program, the same version may get new ones."""
    return {
        "ordered": item.ordered,
        "source": item.source,
        "difficulty": item.difficulty,
        "confidence": item.confidence,
        "checks": msgspec.to_builtins(checks),
    }


def evidence_cells(place: int, evidence: Evidence, passage: Span, revision: int) -> Cells:
    """One piece of evidence as cells."""
    return {
        "place": place,
        "revision_id": revision,
        "start": evidence.start,
        "end": evidence.end,
        "quote": evidence.quote,
        "passage_start": passage.start,
        "passage_end": passage.end,
    }


def read_evidence(row: ItemEvidenceRow, article: ArticleRow, revision: str) -> StoredEvidence:
    """Evidence from its row, that of its article and the revision's digest."""
    words = Evidence(article=article.name, start=row.start, end=row.end, quote=row.quote, revision=RevisionId(revision))
    passage = Span(start=row.passage_start, end=row.passage_end)
    return StoredEvidence(evidence=words, title=article.title, slug=article.slug, passage=passage, revision_row=row.revision_id)


def read_item(item: ItemRow, version: ItemVersionRow, evidence: tuple[StoredEvidence, ...]) -> Item:
    """An item from the row it has for all versions, that of one version, and its evidence."""
    return Item(
        kind=Kind(item.kind),
        stem=version.stem,
        options=tuple(version.options),
        key=version.key,
        explanation=version.explanation,
        fact=item.fact,
        evidence=tuple(one.evidence for one in evidence),
        ordered=version.ordered,
        source=version.source,
        difficulty=version.difficulty,
        confidence=version.confidence,
    )


def read_checks(stored: list[object]) -> tuple[CheckResult, ...]:
    """Results of checks from their fields."""
    return msgspec.convert(stored, type=tuple[CheckResult, ...])
