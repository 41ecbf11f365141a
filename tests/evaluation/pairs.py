"""Verdicts on pairs of short articles about one event, with planted contradictions, agreements, rewordings and look-alikes."""

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from quizapp.knowledge.article import Article, read_article
from quizapp.knowledge.catalogue import shipped_catalogue
from quizapp.knowledge.claim import Claim
from quizapp.knowledge.comparing import touches
from quizapp.knowledge.extractors import extract
from quizapp.knowledge.fact import Fact, Verdict
from quizapp.knowledge.fold import fold_name
from quizapp.knowledge.names import Names
from quizapp.knowledge.scope import make_scope
from quizapp.knowledge.values.base import ValueFault
from quizapp.knowledge.values.reading import read_value

FOLDER = Path(__file__).parent / "pairs"
UNSEEN = Path(__file__).parent / "unseen" / "pairs"
SEPARATE = "separate"


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcome:
    """One expectation of one pair: `seen` says that both sides were extracted, `invented` that a dispute was found where none is."""

    pair: str
    kind: str
    about: str
    wanted: str
    got: str
    right: bool
    seen: bool
    invented: bool


def judge(folder: Path = FOLDER, *, only: int | None = None) -> Iterator[Outcome]:
    """What became of every expectation; `only` takes the first so many files."""
    for path in sorted(folder.glob("*.toml"))[:only]:
        row = tomllib.loads(path.read_text(encoding="utf-8"))
        articles = [_article(side, row[side]) for side in ("a", "b")]
        scope = make_scope({article.name: article for article in articles}, extract(articles), catalogue=shipped_catalogue())
        for expected in row["expect"]:
            yield _outcome(path.stem, row["kind"], expected, articles, scope.facts, scope.names)


def _article(side: str, row: dict[str, str]) -> Article:
    facts = f"title = {_quoted(row['title'])}\ndate = {_quoted(row['date'])}\n"
    return read_article(f"{side}.txt", row["text"].encode("utf-8"), facts.encode("utf-8"))


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _outcome(pair: str, kind: str, row: dict[str, str], articles: Sequence[Article], facts: Sequence[Fact], names: Names) -> Outcome:
    sides = [_side(articles[place], row[f"{name}_quote"], row[f"{name}_value"], facts, names) for place, name in enumerate("ab")]
    shared = [fact for fact in facts if fact.id in sides[0] and fact.id in sides[1]]
    verdicts = sorted({fact.verdict.value for fact in shared})
    seen = bool(sides[0]) and bool(sides[1])
    got = ", ".join(verdicts) or (SEPARATE if seen else "not found")
    right = not shared if row["verdict"] == SEPARATE else row["verdict"] in verdicts
    invented = row["verdict"] != Verdict.DISPUTED.value and Verdict.DISPUTED.value in verdicts
    return Outcome(pair=pair, kind=kind, about=row["about"], wanted=row["verdict"], got=got, right=right, seen=seen, invented=invented)


def _side(article: Article, quote: str, value: str, facts: Sequence[Fact], names: Names) -> set[str]:
    """Facts with a claim at this quote that gives this value."""
    start = article.text.find(quote)
    if start < 0:
        raise ValueError(f"{article.title}: no “{quote}”")
    return {
        fact.id
        for fact in facts
        for claim in fact.claims
        if claim.evidence.article == article.name
        and claim.evidence.start < start + len(quote)
        and start < claim.evidence.end
        and _gives(claim, value, names)
    }


def _gives(claim: Claim, written: str, names: Names) -> bool:
    shown = fold_name(claim.value.display())
    if shown == fold_name(written) or names.canonical(claim.value.display()) == names.canonical(written):
        return True
    try:
        return touches(claim.value, read_value(written, claim.value.type), names)
    except ValueFault:
        return False
