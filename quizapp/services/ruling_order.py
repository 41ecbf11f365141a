"""Rulings on the same thing follow each other: one takes the place of another, which counts again when its successor is taken back."""

from collections.abc import Sequence

from quizapp.knowledge.fold import fold_name
from quizapp.knowledge.names_spelling import alike
from quizapp.knowledge.rulings import NAME_KINDS, Ruling, RulingKind
from quizapp.services.errors import Conflict
from quizapp.storage.rulings import StoredRuling

_WAITS = "The articles spell it differently: one person or two?"
_UNDECIDED = "Nobody has decided on these two names, and nothing was decided before. Rule that they are one, or two, instead."
_VERDICTS = frozenset({RulingKind.NOT_A_DISPUTE, RulingKind.DISPUTED, RulingKind.QUALIFIED})


def contradicts(standing: Ruling, ruling: Ruling) -> bool:
    """Whether the two cannot stand together: both rule the same two names, or the verdict on one fact."""
    if standing.names and ruling.names:
        return set(map(fold_name, standing.names)) == set(map(fold_name, ruling.names))
    same_fact = standing.kind not in NAME_KINDS and ruling.kind not in NAME_KINDS and standing.fact == ruling.fact
    if same_fact and standing.kind is ruling.kind is RulingKind.SAME_FACT:
        return True
    return same_fact and {standing.kind, ruling.kind} <= _VERDICTS


def before_it(rulings: Sequence[StoredRuling], ruling: StoredRuling) -> tuple[StoredRuling, ...]:
    """The rulings whose place this one took: those counted until the moment it was made."""
    return tuple(one for one in rulings if one.withdrawn_at == ruling.at and one.row != ruling.row and contradicts(one.value, ruling.value))


def after_it(rulings: Sequence[StoredRuling], ruling: StoredRuling) -> StoredRuling | None:
    """The ruling that took the place of this one; None where nothing did."""
    return next((one for one in rulings if ruling in before_it(rulings, one)), None)


def is_undecided(ruling: StoredRuling, before: Sequence[StoredRuling]) -> bool:
    """Whether it only says that nobody has decided on two names that look alike, and nothing was ruled before."""
    names = ruling.value.names
    return ruling.value.kind is RulingKind.OPEN_NAME and not before and names is not None and alike(*names)


def waits_without(ruling: StoredRuling, before: Sequence[StoredRuling]) -> Ruling | None:
    """The open case that is left when a ruling on two names that look alike is taken back and nothing was ruled before.

    Raises Conflict where that is the ruling itself: until somebody decides, the two stay undecided.
    """
    if is_undecided(ruling, before):
        raise Conflict(_UNDECIDED)
    names = ruling.value.names
    if names is None or before or not alike(*names):
        return None
    return Ruling(kind=RulingKind.OPEN_NAME, names=names, reason=_WAITS)
