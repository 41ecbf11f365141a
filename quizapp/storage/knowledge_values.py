"""Rows <-> values of what is known in a scope: names, relations, rulings, proposals, claims."""

from collections.abc import Mapping

import msgspec

from quizapp.exchange.value_json import read_qualifiers, read_value_json, value_json
from quizapp.knowledge.article import Article, RevisionId
from quizapp.knowledge.claim import Claim, Evidence, MadeBy, Modality
from quizapp.knowledge.digest import content_id
from quizapp.knowledge.names import NameEntry
from quizapp.knowledge.relation import Relation
from quizapp.knowledge.rulings import NAME_KINDS, Ruling
from quizapp.knowledge.scope import Proposal
from quizapp.knowledge.values.base import ValueType
from quizapp.storage.tables.knowledge import ArticleRow, ClaimRow, NameRow

Cells = dict[str, object]


def entry_json(value: Relation | Proposal | Ruling) -> dict[str, object]:
    """The fields of a value made of words alone."""
    fields: dict[str, object] = msgspec.to_builtins(value)
    return fields


def read_relation(entry: dict[str, object]) -> Relation:
    """A relation from its fields."""
    return msgspec.convert(entry, type=Relation)


def read_proposal(entry: dict[str, object]) -> Proposal:
    """A proposal from its fields."""
    return msgspec.convert(entry, type=Proposal)


def read_ruling(entry: dict[str, object]) -> Ruling:
    """A ruling from its fields."""
    return msgspec.convert(entry, type=Ruling)


def ruling_cells(ruling: Ruling) -> Cells:
    """A ruling's cells; its digest tells whether it stands already."""
    entry = entry_json(ruling)
    fact = None if ruling.kind in NAME_KINDS else ruling.fact
    return {"kind": ruling.kind.value, "reason": ruling.reason, "fact": fact, "entry": entry, "digest": ruling_digest(ruling)}


def ruling_digest(ruling: Ruling) -> str:
    """The same for the same ruling with the same reason."""
    return content_id("ruling", msgspec.to_builtins(ruling))


def name_cells(name: NameEntry) -> Cells:
    """A name's cells."""
    return {"name": name.name, "type": name.type.value, "aliases": list(name.aliases), "broader": list(name.broader)}


def read_name(row: NameRow) -> NameEntry:
    """A name from its row."""
    return NameEntry(name=row.name, type=ValueType(row.type), aliases=tuple(row.aliases), broader=tuple(row.broader))


def article_cells(article: Article) -> Cells:
    """What the sidecar says, as cells."""
    return {"slug": article.slug, "title": article.title, "date": article.date, "source": article.source, "note": article.note}


def read_article(row: ArticleRow, text: str) -> Article:
    """An article from its row and the text of one revision."""
    return Article(name=row.name, text=text, title=row.title, slug=row.slug, date=row.date, source=row.source, note=row.note)


def claim_cells(claim: Claim, revisions: Mapping[str, int]) -> Cells:
    """A claim's cells; `revisions` are the rows of the current revisions, by the article's name."""
    evidence = claim.evidence
    return {
        "claim": claim.id,
        "revision_id": revisions[evidence.article],
        "start": evidence.start,
        "end": evidence.end,
        "quote": evidence.quote,
        "subject": claim.subject,
        "relation": claim.relation,
        "qualifiers": [list(pair) for pair in claim.qualifiers],
        "value_type": claim.value.type.value,
        "value": value_json(claim.value),
        "modality": claim.modality.value,
        "attributed_to": claim.attributed_to,
        "origin": claim.origin,
        "reservation": claim.reservation,
        "made_by": claim.made_by.value,
        "shape": entry_json(claim.shape) if claim.shape else None,
    }


def read_claim(row: ClaimRow, article: str, revision: str) -> Claim:
    """A claim from its row, the article's name and the revision's digest."""
    return Claim(
        subject=row.subject,
        relation=row.relation,
        value=read_value_json(row.value),
        evidence=Evidence(article=article, start=row.start, end=row.end, quote=row.quote, revision=RevisionId(revision)),
        made_by=MadeBy(row.made_by),
        qualifiers=read_qualifiers(row.qualifiers),
        modality=Modality(row.modality),
        attributed_to=row.attributed_to,
        origin=row.origin,
        reservation=row.reservation,
        shape=read_relation(row.shape) if row.shape else None,
    )
