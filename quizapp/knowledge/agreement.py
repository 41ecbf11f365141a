"""Agreement: claims with the same key become one fact with positions and a verdict."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from quizapp.knowledge.claim import Claim, Modality
from quizapp.knowledge.comparing import compare
from quizapp.knowledge.fact import Fact, Position, Verdict, fact_id
from quizapp.knowledge.names import Names
from quizapp.knowledge.relation import Cardinality, Catalogue, Qualifiers, Relation
from quizapp.knowledge.rulings import Ruling, RulingKind
from quizapp.knowledge.values.base import Comparison, Value

Key = tuple[str, str, Qualifiers]


def agree(claims: Iterable[Claim], *, catalogue: Catalogue, names: Names, rulings: Sequence[Ruling] = ()) -> tuple[Fact, ...]:
    """Group claims into facts, sorted by id; claims that share no key are never compared with each other."""
    moves = {ruling.fact: ruling.into for ruling in rulings if ruling.kind is RulingKind.SAME_FACT and ruling.into}
    parts = {claim: ruling.part for ruling in rulings if ruling.kind is RulingKind.DIFFERENT_FACT for claim in ruling.claims}
    groups: dict[Key, list[Claim]] = defaultdict(list)
    for claim in claims:
        groups[_key(claim, names, moves, parts)].append(claim)
    ruled: dict[str, set[RulingKind]] = defaultdict(set)
    for ruling in rulings:
        ruled[ruling.fact].add(ruling.kind)
    facts = (_fact(key, group, catalogue[key[1]], names, ruled) for key, group in groups.items())
    return tuple(sorted(facts, key=lambda fact: fact.id))


def _key(claim: Claim, names: Names, moves: Mapping[str, Key], parts: dict[str, str]) -> Key:
    subject, qualifiers = names.canonical(claim.subject), tuple(sorted(claim.qualifiers))
    target = moves.get(fact_id(subject, claim.relation, qualifiers))
    if target is not None:
        subject, relation, qualifiers = names.canonical(target[0]), target[1], tuple(sorted(target[2]))
        return subject, relation, qualifiers
    if parts and claim.id in parts:
        qualifiers = tuple(sorted((*qualifiers, ("part", parts[claim.id]))))
    return subject, claim.relation, qualifiers


def _fact(key: Key, claims: list[Claim], relation: Relation, names: Names, ruled: dict[str, set[RulingKind]]) -> Fact:
    subject, _, qualifiers = key
    kinds = ruled.get(fact_id(*key), set())
    positions = take_positions(_in_order(claims), names)
    return Fact(
        subject=names.shown(claims[0].subject),
        subject_key=subject,
        relation=relation,
        qualifiers=qualifiers,
        positions=positions,
        verdict=_verdict(positions, relation, kinds, names),
        askable=RulingKind.NOT_ASKED not in kinds,
    )


def _in_order(claims: Iterable[Claim]) -> list[Claim]:
    return sorted(claims, key=lambda claim: (claim.evidence.article, claim.evidence.start, claim.evidence.end, claim.id))


def take_positions(claims: Sequence[Claim], names: Names) -> tuple[Position, ...]:
    """One position for each value, the coarser wordings of it included; first the values nothing is finer than, in order of first claim."""
    denied = [claim for claim in claims if claim.modality is Modality.NEGATED]
    said = [claim for claim in claims if claim.modality is not Modality.NEGATED]
    positions = _positions_of(said, names) + [
        Position(value=position.value, claims=position.claims, negated=True) for position in _positions_of(denied, names)
    ]
    return tuple(positions)


def _positions_of(claims: Sequence[Claim], names: Names) -> list[Position]:
    values = _distinct([claim.value for claim in claims], names)
    finest = [value for value in values if not any(compare(value, other, names) is Comparison.COARSER for other in values)]
    home: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        home[_home(claim.value, finest, names)].append(claim)
    return [Position(value=value, claims=tuple(home[place])) for place, value in enumerate(finest) if home[place]]


def _distinct(values: Iterable[Value], names: Names) -> list[Value]:
    kept: dict[str, Value] = {}
    for value in values:
        kept.setdefault(value.normal, value)
    distinct: list[Value] = []
    for value in kept.values():
        if not any(compare(value, other, names) is Comparison.SAME for other in distinct):
            distinct.append(value)
    return distinct


def _home(value: Value, finest: Sequence[Value], names: Names) -> int:
    wanted = (Comparison.SAME, Comparison.COARSER)
    order = sorted(range(len(finest)), key=lambda place: compare(value, finest[place], names) is not Comparison.SAME)
    return next(place for place in order if compare(value, finest[place], names) in wanted)


def _verdict(positions: Sequence[Position], relation: Relation, ruled: set[RulingKind], names: Names) -> Verdict:
    if RulingKind.DISPUTED in ruled or (RulingKind.NOT_A_DISPUTE not in ruled and _disputed(positions, relation, names)):
        return Verdict.DISPUTED
    if RulingKind.QUALIFIED in ruled or any(claim.reservation for position in positions for claim in position.claims):
        return Verdict.QUALIFIED
    agreed = min(len(position.sources) for position in positions) if relation.cardinality is Cardinality.MANY else len(positions[0].sources)
    return Verdict.CORROBORATED if agreed > 1 and not _open_pair(positions, names) else Verdict.STATED


def _disputed(positions: Sequence[Position], relation: Relation, names: Names) -> bool:
    for place, one in enumerate(positions):
        for other in positions[place + 1 :]:
            if one.negated is not other.negated:
                if compare(one.value, other.value, names) is Comparison.SAME:
                    return True
            elif relation.cardinality is Cardinality.ONE and not one.negated and not _is_open(one, other, names):
                return True
    return False


def _open_pair(positions: Sequence[Position], names: Names) -> bool:
    return any(_is_open(one, other, names) for place, one in enumerate(positions) for other in positions[place + 1 :])


def _is_open(one: Position, other: Position, names: Names) -> bool:
    return names.is_open(one.value.display(), other.value.display())
