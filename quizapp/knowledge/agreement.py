"""Agreement: claims with the same key become one fact with positions and a verdict."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import cache
from itertools import combinations

from quizapp.knowledge.answering import Answers, find_answers
from quizapp.knowledge.claim import Claim, Modality
from quizapp.knowledge.fact import Fact, Position, Verdict, fact_id
from quizapp.knowledge.grouping import homes
from quizapp.knowledge.names import Names
from quizapp.knowledge.relation import Cardinality, Catalogue, Relation
from quizapp.knowledge.ruled_keys import Key, ruled_keys
from quizapp.knowledge.rulings import Ruling, RulingKind
from quizapp.knowledge.same_deeds import same_deed
from quizapp.knowledge.shapes import shape_of
from quizapp.knowledge.values.moment import Date
from quizapp.knowledge.values.word import Name


def agree(claims: Iterable[Claim], *, catalogue: Catalogue, names: Names, rulings: Sequence[Ruling] = ()) -> tuple[Fact, ...]:
    """Group claims into facts, sorted by id; claims that share no key are never compared with each other."""
    groups: dict[Key, list[Claim]] = defaultdict(list)
    canonical = cache(names.canonical)
    places = ruled_keys(rulings, canonical)
    claims = list(claims)
    answers = find_answers(claims, catalogue, names, canonical)
    for claim in claims:
        groups[places.of(claim, _key(claim, canonical, answers))].append(claim)
    ruled: dict[str, set[RulingKind]] = defaultdict(set)
    for ruling in rulings:
        ruled[ruling.fact].add(ruling.kind)
    facts = (_fact(key, group, _relation(key[1], group, catalogue), names, ruled) for key, group in groups.items())
    return tuple(fact for _, fact in sorted(((fact.id, fact) for fact in facts), key=lambda pair: pair[0]))


def _relation(key: str, claims: Sequence[Claim], catalogue: Catalogue) -> Relation:
    """The relation of a fact: the catalogue's, or that of its claims under the key they share."""
    found = shape_of(claims, catalogue.get(key) or catalogue[claims[0].relation])
    return found if found.key == key else replace(found, key=key)


def _key(claim: Claim, canonical: Callable[[str], str], answers: Answers | None) -> Key:
    subject, qualifiers = canonical(claim.subject), tuple(sorted(claim.qualifiers))
    kept = claim.relation if claim.shape is None else same_deed(claim.relation)
    if answers is not None and claim.shape is not None:
        subject, kept, qualifiers = answers.key(claim, subject) or (subject, kept, qualifiers)
    return subject, kept, qualifiers


def _fact(key: Key, claims: list[Claim], relation: Relation, names: Names, ruled: dict[str, set[RulingKind]]) -> Fact:
    subject, _, qualifiers = key
    kinds = ruled.get(fact_id(*key), set()) if ruled else set()
    positions = take_positions(_in_order(claims), names)
    return Fact(
        subject=names.shown(next((claim for claim in claims if claim.shape is None), claims[0]).subject),
        subject_key=subject,
        relation=relation,
        qualifiers=qualifiers,
        positions=positions,
        verdict=_verdict(positions, relation, kinds, names),
        askable=RulingKind.NOT_ASKED not in kinds,
    )


def _in_order(claims: Sequence[Claim]) -> Sequence[Claim]:
    if len(claims) == 1:
        return claims
    found = sorted(claims, key=_place)
    if len({_place(claim) for claim in found}) < len(found):
        found.sort(key=lambda claim: (_place(claim), claim.value.normal))
    return found


def _place(claim: Claim) -> tuple[str, int, int]:
    evidence = claim.evidence
    return evidence.article, evidence.start, evidence.end


def take_positions(claims: Sequence[Claim], names: Names) -> tuple[Position, ...]:
    """One position for each value, the coarser wordings of it included; first the values nothing is finer than, in order of first claim."""
    denied = [claim for claim in claims if claim.modality is Modality.NEGATED]
    said = [claim for claim in claims if claim.modality is not Modality.NEGATED]
    positions = _positions_of(said, names) + [
        Position(value=position.value, claims=position.claims, negated=True) for position in _positions_of(denied, names)
    ]
    return tuple(positions)


def _positions_of(claims: Sequence[Claim], names: Names) -> list[Position]:
    if len(claims) == 1:
        return [Position(value=claims[0].value, claims=tuple(claims))]
    home = homes([claim.value for claim in claims], names)
    members: dict[int, list[Claim]] = defaultdict(list)
    for place, claim in zip(home, claims, strict=True):
        members[place].append(claim)
    return [Position(value=claims[place].value, claims=tuple(members[place])) for place in sorted(members)]


def _verdict(positions: Sequence[Position], relation: Relation, ruled: set[RulingKind], names: Names) -> Verdict:
    if RulingKind.DISPUTED in ruled or (RulingKind.NOT_A_DISPUTE not in ruled and _disputed(positions, relation, names)):
        return Verdict.DISPUTED
    if RulingKind.QUALIFIED in ruled or any(claim.reservation for position in positions for claim in position.claims):
        return Verdict.QUALIFIED
    agreed = min(len(position.sources) for position in positions) if relation.cardinality is Cardinality.MANY else len(positions[0].sources)
    return Verdict.CORROBORATED if agreed > 1 and not _open_pair(positions, names) else Verdict.STATED


def _disputed(positions: Sequence[Position], relation: Relation, names: Names) -> bool:
    said = [position for position in positions if not position.negated]
    if len(said) < len(positions):
        denied = {_denied(position, names) for position in positions if position.negated}
        if any(_denied(position, names) in denied for position in said):
            return True
    return relation.cardinality is Cardinality.ONE and any(_contradict(one, other, names) for one, other in combinations(said, 2))


def _denied(position: Position, names: Names) -> str:
    value = position.value
    return names.canonical(value.text) if isinstance(value, Name) else value.normal


def _contradict(one: Position, other: Position, names: Names) -> bool:
    """Whether two positions cannot both hold: two spellings that await a ruling may be one, so may "Tuesday" and "in May"."""
    if isinstance(one.value, Date) and isinstance(other.value, Date) and one.value.touches(other.value):
        return False
    return not _is_open(one, other, names) and not _said_at_once(one, other)


def _said_at_once(one: Position, other: Position) -> bool:
    """Whether extraction found both in one run of words: a sentence does not contradict itself ("born in Orlec, in the Basnik valley")."""
    mine = {(claim.evidence.article, claim.evidence.start) for claim in one.claims if claim.shape is not None}
    return any((claim.evidence.article, claim.evidence.start) in mine for claim in other.claims if claim.shape is not None)


def _open_pair(positions: Sequence[Position], names: Names) -> bool:
    return names.has_open_cases and any(_is_open(one, other, names) for one, other in combinations(positions, 2))


def _is_open(one: Position, other: Position, names: Names) -> bool:
    return names.has_open_cases and names.is_open(one.value.display(), other.value.display())
