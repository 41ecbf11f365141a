"""Learning from decisions: fitting the estimates of acceptance, going back, and difficulty from what players answered."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

import msgspec
from sqlalchemy import Connection

from quizapp.play.answers_chosen import Findings
from quizapp.questions.calibration import Calibration, calibrate
from quizapp.questions.confidence import Coefficients, difficulty, estimate, shipped
from quizapp.questions.features import features
from quizapp.questions.fitting import Judged, cross_validated, fit
from quizapp.questions.question import ask_of
from quizapp.services.database import Database
from quizapp.services.errors import Conflict
from quizapp.services.item_statistics import item_statistics
from quizapp.services.known import Known, known
from quizapp.services.own_scope import known_to
from quizapp.storage.bank import read_versions
from quizapp.storage.bank_values import StoredItem
from quizapp.storage.learning import Label, NewFit, in_use, labels, scopes, store_fit, tell_all, use_instead, write_estimates
from quizapp.storage.record import Entry, write_record

FEWEST = 20
"""Fewer decisions than this say nothing that the shipped coefficients do not."""
_KIND = "confidence"


@dataclass(frozen=True, kw_only=True, slots=True)
class Fitted:
    """What a fit did: on how many decisions, the calibration of the estimates before and of the new ones on decisions they had not seen."""

    version: int
    cases: int
    accepted: int
    before: Calibration
    after: Calibration
    written: int


@dataclass(frozen=True, kw_only=True, slots=True)
class WentBack:
    """What is used after going back: a version, or None for the shipped coefficients; and how many questions were estimated anew."""

    version: int | None
    written: int


def coefficients(connection: Connection) -> Coefficients:
    """The coefficients in use on this site."""
    learned = in_use(connection)
    return learned.log_odds if learned else shipped()


def fit_confidence(db: Database, *, actor: str, now: datetime, actor_id: int | None = None) -> Fitted:
    """Fit the estimates to every decision people made here, use them from now on, and record it. Raises Conflict with too few decisions."""
    with db.writing() as connection:
        judged = list(_judged(db, connection))
        _refuse_few(judged)
        outcomes = [one.accepted for one in judged]
        old = coefficients(connection)
        before = calibrate([estimate(one.seen, old) for one in judged], outcomes)
        after = calibrate(cross_validated(judged, shipped()), outcomes)
        fitted = fit(judged, shipped())
        parts = (msgspec.to_builtins(before), msgspec.to_builtins(after))
        new = NewFit(actor=actor, cases=len(judged), accepted=sum(outcomes), log_odds=fitted, before=parts[0], after=parts[1])
        replaced = in_use(connection)
        row = store_fit(connection, new, now=now)
        written = _estimate_all(db, connection, fitted)
        _record(connection, "confidence fitted", replaced.row if replaced else None, row, actor, actor_id, now)
    return Fitted(version=row, cases=new.cases, accepted=new.accepted, before=before, after=after, written=written)


def go_back(db: Database, *, actor: str, now: datetime, actor_id: int | None = None) -> WentBack:
    """Use what was used before the last fit, and record it. Raises Conflict while the shipped coefficients are in use."""
    with db.writing() as connection:
        learned = in_use(connection)
        if learned is None:
            raise Conflict("The coefficients that come with the program are in use; there is nothing to go back to.")
        use_instead(connection, learned.replaced)
        written = _estimate_all(db, connection, coefficients(connection))
        _record(connection, "confidence taken back", learned.row, learned.replaced, actor, actor_id, now)
    return WentBack(version=learned.replaced, written=written)


def _refuse_few(judged: list[Judged]) -> None:
    if len(judged) < FEWEST:
        raise Conflict(f"{len(judged)} questions have been decided on here; a fit needs at least {FEWEST}.")
    if len({one.accepted for one in judged}) < 2:
        raise Conflict("All decisions are alike: a fit needs questions that were approved and others that were not.")


def _judged(db: Database, connection: Connection) -> Iterator[Judged]:
    by_scope: dict[tuple[int, int | None], list[Label]] = defaultdict(list)
    for label in labels(connection):
        by_scope[label.scope, label.owner].append(label)
    for (scope, owner), group in by_scope.items():
        stored = read_versions(connection, scope, [label.version for label in group])
        knowledge = _known(db, connection, owner)
        for label in group if knowledge else ():
            one = stored[label.version]
            yield Judged(name=f"{one.item} {one.number}", seen=_seen(one, knowledge), accepted=label.accepted)


def _known(db: Database, connection: Connection, owner: int | None) -> Known | None:
    return known(db, connection) if owner is None else known_to(db, connection, owner=owner)


def _seen(one: StoredItem, knowledge: Known | None) -> Mapping[str, float]:
    if knowledge is None:
        return {}
    failed = sum(not check.passed for check in one.checks)
    return features(ask_of(one.value, knowledge.background), failed)


def _estimate_all(db: Database, connection: Connection, used: Coefficients) -> int:
    """Write confidence and difficulty of every question anew; returns how many."""
    written = 0
    for scope, owner in scopes(connection):
        knowledge = _known(db, connection, owner)
        if knowledge is not None and knowledge.head.id == scope:
            written += write_estimates(connection, _estimates(connection, knowledge, used))
    tell_all(connection)
    return written


def _estimates(connection: Connection, knowledge: Known, used: Coefficients) -> Iterator[tuple[int, float, float]]:
    played = item_statistics(connection, [one.row for one in knowledge.bank])
    for one in knowledge.bank:
        yield one.row, estimate(_seen(one, knowledge), used), _difficulty(one, knowledge, played.get(one.row))


def _difficulty(one: StoredItem, knowledge: Known, played: Findings | None) -> float:
    """What first answers say where there are enough of them (`play.statistics.ENOUGH`); else the estimate."""
    if played is not None and played.facility is not None:
        return round(1 - played.facility, 3)
    return difficulty(one.value, ask_of(one.value, knowledge.background))


def _record(connection: Connection, action: str, old: int | None, new: int | None, actor: str, actor_id: int | None, now: datetime) -> None:
    states: tuple[dict[str, object], dict[str, object]] = ({"version": old}, {"version": new})
    entry = Entry(at=now, actor=actor, actor_id=actor_id, action=action, subject_kind=_KIND, subject_id="1", old=states[0], new=states[1])
    write_record(connection, entry)
