"""The relation of one fact: from the catalogue, or for an open relation from the claims that extraction shaped."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from quizapp.knowledge.claim import Claim
from quizapp.knowledge.relation import Cardinality, Relation


def shape_of(claims: Sequence[Claim], catalogued: Relation) -> Relation:
    """The catalogue's relation when it has wordings; else what most claims' shapes say, with the wordings of all, plans first."""
    shapes = [claim.shape for claim in claims if claim.shape is not None]
    if catalogued.wordings or not shapes:
        return catalogued
    types = Counter(shape.value_type for shape in shapes)
    kind = min(types, key=lambda one: (-types[one], one))
    best = next(shape for shape in shapes if shape.value_type is kind)
    wordings = dict.fromkeys(wording for shape in shapes for wording in shape.wordings)
    return replace(
        best,
        cardinality=Cardinality.ONE if all(shape.cardinality is Cardinality.ONE for shape in shapes) else Cardinality.MANY,
        wordings=tuple(sorted(wordings, key=lambda wording: not wording.planned)),
    )
