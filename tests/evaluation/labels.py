"""Extraction against hand-labelled claims: precision, recall, exact evidence."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from quizapp.knowledge.article import Article, read_article
from quizapp.knowledge.claim import Claim
from quizapp.knowledge.fold import fold_name
from quizapp.knowledge.names import Names
from quizapp.knowledge.values.base import Value, ValueFault, ValueType
from quizapp.knowledge.values.reading import read_value

HERE = Path(__file__).parent / "labels"
UNSEEN = Path(__file__).parent / "unseen" / "labels"
_OTHER = {"other_name": ValueType.TEXT}


@dataclass(frozen=True, kw_only=True, slots=True)
class Label:
    """One claim that a person read in an article."""

    article: str
    start: int
    end: int
    subject: str
    relation: str
    value: str
    type: str
    modality: str
    askable: bool


@dataclass(kw_only=True)
class Score:
    """Counts of one run; `mirrored` are claims that a label makes from the other side."""

    right: Counter[str] = field(default_factory=Counter)
    extracted: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    wanted: Counter[str] = field(default_factory=Counter)
    mirrored: Counter[str] = field(default_factory=Counter)
    details: Counter[str] = field(default_factory=Counter)
    inexact: int = 0

    def add(self, other: "Score") -> None:
        """Take another run's counts in."""
        for name in ("right", "extracted", "found", "wanted", "mirrored", "details"):
            getattr(self, name).update(getattr(other, name))
        self.inexact += other.inexact


def read_labels(folder: Path = HERE) -> dict[str, list[Label]]:
    """The labels by article digest."""
    found: dict[str, list[Label]] = {}
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            label = Label(
                article=row["article"],
                start=row["start"],
                end=row["end"],
                subject=row["subject"],
                relation=f"{row['predicate']}.{row['slot']}",
                value=row["value"],
                type=row["type"],
                modality=row["modality"],
                askable=str(row["askable"]) == "1",
            )
            found.setdefault(row["digest"], []).append(label)
    return found


def find_articles(folder: Path, labels: Mapping[str, Sequence[Label]]) -> dict[str, Article]:
    """The labelled articles of a folder by digest, looked up by content, with the date of the folder's index."""
    dates = _dates(folder)
    found: dict[str, Article] = {}
    for path in sorted(folder.glob("*.txt")):
        data = path.read_bytes()
        for digest in (hashlib.sha256(data).hexdigest(), hashlib.sha256(data).hexdigest()[:16], hashlib.sha256(data).hexdigest()[:20]):
            if digest in labels:
                found[digest] = read_article(path.name, data, dates.get(path.name))
    return found


def _dates(folder: Path) -> dict[str, bytes]:
    index = folder / "index.jsonl"
    rows = [json.loads(line) for line in index.read_text(encoding="utf-8").splitlines()] if index.exists() else []
    return {row["file"]: f'date = "{row["date"]}"\n'.encode() for row in rows if len(row.get("date") or "") == 10}


def score(claims: Sequence[Claim], labels: Sequence[Label], article: Article, names: Names) -> Score:
    """Compare what was extracted from one article with its labels; labels that no one should ask are neither wanted nor wrong."""
    result = Score()
    hit: set[int] = set()
    for claim in claims:
        matches = [place for place, label in enumerate(labels) if matches_label(claim, label, article, names)]
        hit.update(matches)
        if matches and not any(labels[place].askable for place in matches):
            continue
        slot = claim.relation.split(".")[1]
        result.extracted[slot] += 1
        result.inexact += not claim.evidence.holds_in(article)
        if matches:
            result.right[slot] += 1
            _more(result, claim, labels[matches[0]], names)
        elif any(is_mirrored(claim, label, names) for label in labels):
            result.mirrored[slot] += 1
            result.details[f"the same deed asked from the other side ({slot})"] += 1
        else:
            result.details[why_not(claim, labels, article, names) + f" ({slot})"] += 1
    for place, label in enumerate(labels):
        if label.askable:
            slot = label.relation.split(".")[1]
            result.wanted[slot] += 1
            result.found[slot] += place in hit
    return result


def _more(result: Score, claim: Claim, label: Label, names: Names) -> None:
    result.details["matched"] += 1
    same = names.canonical(claim.subject) == names.canonical(label.subject)
    result.details["subject right"] += same or _holds(claim.subject, label.subject)
    result.details["type right"] += str(_OTHER.get(label.type, label.type)) == claim.value.type.value
    result.details["modality right"] += claim.modality.value == label.modality


def overlaps(claim: Claim, label: Label) -> bool:
    """Whether the two stand at one place."""
    return claim.evidence.start < label.end and label.start < claim.evidence.end


def matches_label(claim: Claim, label: Label, article: Article, names: Names) -> bool:
    """Whether a claim is the labelled one: overlapping evidence, same relation, same normal value."""
    return overlaps(claim, label) and claim.relation == label.relation and same_value(claim.value, label, article, names)


def is_mirrored(claim: Claim, label: Label, names: Names) -> bool:
    """Whether the label says the same of the same deed, only with subject and value changed over."""
    lemma, slot = claim.relation.split(".")
    other, other_slot = label.relation.split(".")
    if not overlaps(claim, label) or lemma != other or {slot, other_slot} != {"agent", "object"}:
        return False
    value = names.canonical(claim.value.display())
    return value == names.canonical(label.subject) and _holds(claim.subject, label.value)


def same_value(value: Value, label: Label, article: Article, names: Names) -> bool:
    """Whether the labelled wording means the value."""
    try:
        read = read_value(label.value, value.type, article_date=article.date)
    except ValueFault:
        return fold_name(value.display()) == fold_name(label.value)
    if read.normal == value.normal or fold_name(value.display()) == fold_name(label.value):
        return True
    return names.canonical(value.display()) == names.canonical(label.value)


def _holds(one: str, other: str) -> bool:
    mine, theirs = set(fold_name(one).split()), set(fold_name(other).split())
    return mine <= theirs or theirs <= mine


def why_not(claim: Claim, labels: Iterable[Label], article: Article, names: Names) -> str:
    """In what a claim that no label matches differs from the nearest label."""
    near = [label for label in labels if overlaps(claim, label)]
    lemma, slot = claim.relation.split(".")
    if any(same_value(claim.value, label, article, names) and label.relation.split(".")[1] == slot for label in near):
        return "other lemma"
    if any(same_value(claim.value, label, article, names) and label.relation.split(".")[0] == lemma for label in near):
        return "other slot"
    if any(label.relation == claim.relation and _holds(claim.value.display(), label.value) for label in near):
        return "other extent of the value"
    if any(label.relation == claim.relation for label in near):
        return "other value"
    if any(same_value(claim.value, label, article, names) for label in near):
        return "other relation"
    return "no such label"
