"""A whole bank as JSON lines: articles, what is known of them, and the approved questions with their evidence; nothing is lost on the way.

The first line is `{"is": "bank", "format": 1}`; each other line is one value whose kind stands under "is".
"""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final

import msgspec

from quizapp.exchange.jsonlines import Line, encode
from quizapp.exchange.value_json import read_value_json, value_json
from quizapp.knowledge.article import Article
from quizapp.knowledge.claim import Claim, Evidence, MadeBy, Modality
from quizapp.knowledge.errors import PackError
from quizapp.knowledge.names import NameEntry
from quizapp.knowledge.relation import Qualifiers, Relation
from quizapp.knowledge.rulings import Ruling
from quizapp.questions.item import Item

FORMAT: Final = 1


@dataclass(frozen=True, kw_only=True, slots=True)
class ApprovedItem:
    """An approved question: its lasting id, and the reason written where a check had to be opened."""

    id: str
    item: Item
    reason: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Bank:
    """Everything that approved questions rest on."""

    articles: tuple[Article, ...] = ()
    relations: tuple[Relation, ...] = ()
    names: tuple[NameEntry, ...] = ()
    rulings: tuple[Ruling, ...] = ()
    claims: tuple[Claim, ...] = ()
    questions: tuple[ApprovedItem, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class _ClaimLine:
    subject: str
    relation: str
    value: dict[str, Any]
    evidence: Evidence
    made_by: MadeBy
    qualifiers: Qualifiers = ()
    modality: Modality = Modality.ASSERTED
    attributed_to: str | None = None
    origin: str | None = None
    reservation: str | None = None
    shape: Relation | None = None


@dataclass(slots=True)
class _Found:
    """What was read so far; an article stands before what cites it."""

    articles: dict[str, Article] = field(default_factory=dict)
    values: dict[str, list[Any]] = field(default_factory=dict)


def write_bank(bank: Bank) -> Iterator[bytes]:
    """The bank's lines, the same bytes for the same bank."""
    return encode(_lines(bank))


def read_bank(name: str, lines: Iterable[bytes]) -> Bank:
    """The bank that `write_bank` wrote; raises PackError naming the line, also for a quote that does not stand in its article."""
    found = _Found()
    numbered = iter(enumerate(lines, start=1))
    _, first = next(numbered, (1, b""))
    if _json(first) != {"is": "bank", "format": FORMAT}:
        expected = f'the line {{"is": "bank", "format": {FORMAT}}} first'
        raise PackError(f"{name}, line 1", found="another beginning", expected=expected, do="Name a file made by quizapp export.")
    for number, line in numbered:
        _read_line(f"{name}, line {number}", line, found)
    parts = {part: tuple(found.values.get(kind, ())) for kind, part in _PARTS.items()}
    return Bank(articles=tuple(found.articles.values()), **parts)


def _lines(bank: Bank) -> Iterator[Line]:
    yield {"is": "bank", "format": FORMAT}
    for article in bank.articles:
        yield {"is": "article", **msgspec.to_builtins(article), "revision": article.revision}
    for kind, values in (("relation", bank.relations), ("name", bank.names), ("ruling", bank.rulings)):
        for value in values:
            yield {"is": kind, **msgspec.to_builtins(value)}
    for claim in bank.claims:
        yield {"is": "claim", **msgspec.to_builtins(claim), "value": value_json(claim.value)}
    for one in bank.questions:
        yield {"is": "question", "id": one.id, "reason": one.reason, "item": msgspec.to_builtins(one.item)}


def _json(line: bytes) -> Any:
    try:
        return json.loads(line)
    except ValueError:
        return None


def _read_line(where: str, line: bytes, found: _Found) -> None:
    fields = _json(line)
    kind = fields.pop("is", None) if isinstance(fields, dict) else None
    if kind != "article" and kind not in _READERS:
        raise PackError(where, found=f"{line[:60]!r}", expected="a JSON object with a known “is”", do="Export the bank again.")
    try:
        if kind == "article":
            _read_article(fields, found)
        else:
            found.values.setdefault(str(kind), []).append(_READERS[str(kind)](fields, found))
    except (msgspec.ValidationError, ValueError, KeyError, TypeError) as error:
        raise PackError(
            where, found=f"a {kind} that cannot be read ({error})", expected="a whole line", do="Export the bank again."
        ) from error


def _read_article(fields: dict[str, Any], found: _Found) -> None:
    revision = fields.pop("revision")
    article = msgspec.convert(fields, type=Article)
    if article.revision != revision:
        raise ValueError("its text is not the one that was exported")
    found.articles[article.name] = article


def _read_claim(fields: dict[str, Any], found: _Found) -> Claim:
    line = msgspec.convert(fields, type=_ClaimLine)
    _prove(line.evidence, found)
    rest = {name: getattr(line, name) for name in _ClaimLine.__dataclass_fields__ if name != "value"}
    return Claim(value=read_value_json(line.value), **rest)


def _read_question(fields: dict[str, Any], found: _Found) -> ApprovedItem:
    one = msgspec.convert(fields, type=ApprovedItem)
    for evidence in one.item.evidence:
        _prove(evidence, found)
    return one


def _prove(evidence: Evidence, found: _Found) -> None:
    article = found.articles.get(evidence.article)
    if article is None or not evidence.holds_in(article):
        raise ValueError(f"the words “{evidence.quote[:60]}” do not stand in {evidence.article} there")


def _plain(kind: type[Any]) -> Callable[[dict[str, Any], _Found], Any]:
    return lambda fields, _: msgspec.convert(fields, type=kind)


_PARTS: Final = {"relation": "relations", "name": "names", "ruling": "rulings", "claim": "claims", "question": "questions"}
_READERS: Final[dict[str, Callable[[dict[str, Any], _Found], Any]]] = {
    "relation": _plain(Relation),
    "name": _plain(NameEntry),
    "ruling": _plain(Ruling),
    "claim": _read_claim,
    "question": _read_question,
}
