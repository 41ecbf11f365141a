"""The fact a teacher's question asks: one the scope knows, or one she states herself with a passage as its proof."""

from dataclasses import replace

from quizapp.knowledge.claim import Claim, Evidence, MadeBy
from quizapp.knowledge.comparing import compare
from quizapp.knowledge.digest import content_id
from quizapp.knowledge.fact import Fact, Position, Verdict
from quizapp.knowledge.relation import Relation, Wording
from quizapp.knowledge.values.base import Comparison, Value, ValueType
from quizapp.questions.background import Background
from quizapp.questions.own_kind import asks_of, read_answer
from quizapp.questions.phrasing import stem_of
from quizapp.questions.question import read_option
from quizapp.questions.words import content

ALIKE = 0.6
"""The share of a fact's own question that a teacher's question on the same answer in the same passage must hold to be about it."""


def fact_for(stem: str, answer: str, evidence: Evidence, background: Background) -> tuple[Fact, Evidence, bool]:
    """The fact, the words that carry the answer, and whether the fact is new to the scope."""
    for fact in _facts_at(evidence, background):
        claim = next((one for one in fact.claims if _within(one.evidence, evidence) and _is(answer, one.value, background)), None)
        if claim is not None and _asks_it(stem, fact):
            return fact, claim.evidence, False
    return _stated(stem, answer, evidence, background), evidence, True


def add_fact(fact: Fact, background: Background) -> Background:
    """The background with one more fact, as if the scope had known it."""
    key, pair = fact.relation.key, (fact.relation.key, fact.subject_key)
    scope = background.scope
    return replace(
        background,
        scope=replace(scope, facts=(*scope.facts, fact), claims=(*scope.claims, *fact.claims)),
        by_relation={**background.by_relation, key: (*background.facts_of(key), fact)},
        by_subject={**background.by_subject, pair: (*background.facts_on(*pair), fact)},
        by_topic={**background.by_topic, fact.subject_key: (*background.facts_about(fact.subject_key), fact)},
    )


def restated(fact: Fact, stem: str, answer: str, background: Background) -> Fact | None:
    """A fact that a teacher stated with a question of her own, with another answer; None for a fact that was found in the texts."""
    claims = [claim for position in fact.positions for claim in position.claims]
    if len(claims) != 1 or claims[0].made_by is not MadeBy.TEACHER or claims[0].shape is None:
        return None
    value = read_answer(answer, stem, background)
    relation = replace(fact.relation, value_type=value.type)
    claim = replace(claims[0], value=value, shape=relation)
    return replace(fact, relation=relation, positions=(Position(value=value, claims=(claim,)),))


def _facts_at(evidence: Evidence, background: Background) -> tuple[Fact, ...]:
    return tuple(fact for fact in background.scope.facts if any(_within(claim.evidence, evidence) for claim in fact.claims))


def _within(one: Evidence, other: Evidence) -> bool:
    """Whether one holds the other's words: a person marks a name or a whole paragraph."""
    holds = other.start <= one.start and one.end <= other.end
    return (one.article, one.revision) == (other.article, other.revision) and (holds or (one.start <= other.start and other.end <= one.end))


def _is(answer: str, value: Value, background: Background) -> bool:
    read = read_option(answer, value.type)
    return read is not None and compare(read, value, background.names) is Comparison.SAME


def _asks_it(stem: str, fact: Fact) -> bool:
    wording = fact.relation.wording(fact.qualifiers, planned=fact.planned)
    wanted = content(stem_of(wording.ask, fact)) if wording else frozenset[str]()
    return bool(wanted) and len(wanted & content(stem)) >= ALIKE * len(wanted)


def _stated(stem: str, answer: str, evidence: Evidence, background: Background) -> Fact:
    value = read_answer(answer, stem, background)
    article = background.scope.articles.get(evidence.article)
    subject = article.title if article else evidence.article
    if background.names.canonical(subject) == background.names.canonical(answer):
        subject = stem
    relation = Relation(
        key=f"own_{content_id('own question', stem, evidence.revision, evidence.start, evidence.end)}",
        subject_type=ValueType.TEXT,
        value_type=value.type,
        asks=asks_of(stem),
        about=f"“{stem}”",
        wordings=(Wording(ask=_plain(stem), tell=f"{_plain(stem)} {{value}}."),),
    )
    claim = Claim(subject=subject, relation=relation.key, value=value, evidence=evidence, made_by=MadeBy.TEACHER, shape=relation)
    return Fact(
        subject=subject,
        subject_key=background.names.canonical(subject),
        relation=relation,
        qualifiers=(),
        positions=(Position(value=value, claims=(claim,)),),
        verdict=Verdict.STATED,
    )


def _plain(stem: str) -> str:
    """The stem without the brackets that a wording reads as places to fill."""
    return " ".join(stem.replace("{", "(").replace("}", ")").split())
