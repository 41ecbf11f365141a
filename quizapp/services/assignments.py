"""Giving a quiz to a class or to anybody with the link, and looking after it. Another teacher's assignment is NotFound."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from random import Random

from sqlalchemy import Connection

from quizapp.services.classes import ClassView, class_of
from quizapp.services.classroom_acts import record_act
from quizapp.services.database import Database
from quizapp.services.deciding import Actor
from quizapp.services.ended_by_closing import let_go_on
from quizapp.services.errors import Conflict, FieldRefused, NotFound
from quizapp.services.givable import Givable, givable, may_be_asked
from quizapp.services.opening import Standing, standing
from quizapp.services.personal_codes import new_quiz_code
from quizapp.storage import assignments, participants
from quizapp.storage.assignments import StoredAssignment, Terms
from quizapp.storage.classes import students_of
from quizapp.storage.participants import GivenAttempt, Participant

KIND = "assignment"
record = partial(record_act, KIND)
"""Write what was done with an assignment."""
MOST_GIVEN = 2_000
_NO_ASSIGNMENT = "There is no such assignment, or it belongs to somebody else."


@dataclass(frozen=True, kw_only=True, slots=True)
class PersonLine:
    """One row of who took part: a name (None once it was removed), their part if they have one, and their attempts, oldest first."""

    name: str | None
    participant: int | None
    attempts: tuple[GivenAttempt, ...] = ()
    more_tries: int = 0

    @property
    def started(self) -> bool:
        """Whether there is an attempt."""
        return bool(self.attempts)

    @property
    def finished(self) -> bool:
        """Whether an attempt was finished."""
        return any(one.finished_at is not None for one in self.attempts)


@dataclass(frozen=True, kw_only=True, slots=True)
class AssignmentView:
    """An assignment with everybody in it, those who have not started too."""

    given: StoredAssignment
    standing: Standing
    questions: int
    people: tuple[PersonLine, ...]


def my_assignments(db: Database, *, owner: int, now: datetime) -> tuple[tuple[StoredAssignment, Standing], ...]:
    """Everything this teacher has given, newest first, and whether it is open."""
    with db.reading() as connection:
        return tuple((one, standing(one.terms, now=now)) for one in assignments.assignments_of(connection, owner))


def choices(db: Database, *, owner: int) -> tuple[Givable, ...]:
    """The quizzes this teacher may give: her published ones, then the library's."""
    with db.reading() as connection:
        return givable(connection, owner)


def given_to(db: Database, *, owner: int, class_row: int, now: datetime) -> tuple[tuple[StoredAssignment, Standing], ...]:
    """What this teacher has given to a class, newest first."""
    return tuple((one, state) for one, state in my_assignments(db, owner=owner, now=now) if one.class_row == class_row)


def give(db: Database, *, actor: Actor, quiz: str, class_row: int | None, terms: Terms, now: datetime, rng: Random) -> int:
    """Give a quiz to a class, or to anybody when no class is named; its number. Raises FieldRefused, NotFound, Conflict, NotSaved."""
    with db.writing() as connection:
        chosen = next((one for one in givable(connection, actor.player) if one.slug == quiz), None)
        if chosen is None:
            raise FieldRefused("quiz", "Choose one of the quizzes: one of yours that is published, or one of the library’s.")
        if not may_be_asked(connection, chosen.version, actor.player):
            raise FieldRefused("quiz", "None of this quiz’s questions is approved now, so there is nothing to ask.")
        if class_row is not None:
            _refuse_empty(class_of(connection, class_row, actor.player))
        if len(assignments.assignments_of(connection, actor.player)) >= MOST_GIVEN:
            raise Conflict(f"You have given {MOST_GIVEN} quizzes. Delete one first.")
        usable, code = _usable(terms, now), _free_code(connection, rng)
        row = assignments.add_assignment(
            connection, owner=actor.player, version=chosen.version, class_row=class_row, code=code, terms=usable, now=now
        )
        record(connection, actor, row, "quiz given", new={"quiz": quiz, "class": class_row}, now=now)
    return row


def show_assignment(db: Database, *, owner: int, row: int, now: datetime) -> AssignmentView:
    """An assignment with everybody in it; raises NotFound."""
    with db.reading() as connection:
        given = assignment_of(connection, row, owner)
        return AssignmentView(
            given=given,
            standing=standing(given.terms, now=now),
            questions=len(assignments.given_items(connection, given.quiz_version)),
            people=people_in(connection, given),
        )


def change_terms(db: Database, *, actor: Actor, row: int, terms: Terms, now: datetime) -> None:
    """Give an assignment other terms, which count at once, for attempts that run too; those that closing ended go on when it opens again.

    Raises FieldRefused, NotFound, NotSaved.
    """
    with db.writing() as connection:
        before = assignment_of(connection, row, actor.player, to_change=True)
        after = _usable(terms, now, before=before.terms)
        _set_terms(connection, before, after, now=now)
        record(connection, actor, row, "terms changed", old=_said(before.terms), new=_said(after), now=now)


def close_now(db: Database, *, actor: Actor, row: int, now: datetime) -> None:
    """Close an assignment at this moment, unless it is closed. Raises NotFound, NotSaved."""
    with db.writing() as connection:
        before = assignment_of(connection, row, actor.player, to_change=True)
        if standing(before.terms, now=now) is not Standing.CLOSED:
            after = before.terms.closing(now)
            assignments.set_terms(connection, row, after)
            record(connection, actor, row, "closed", old=_said(before.terms), new=_said(after), now=now)


def open_again(db: Database, *, actor: Actor, row: int, now: datetime) -> None:
    """Open a closed assignment with no closing time; attempts that closing ended go on. An open one stays as it is.

    Raises Conflict where its terms need a closing time, NotFound, NotSaved.
    """
    with db.writing() as connection:
        before = assignment_of(connection, row, actor.player, to_change=True)
        if standing(before.terms, now=now) is not Standing.CLOSED:
            return
        if before.terms.needs_closing:
            raise Conflict("This quiz needs a closing time. Set a later one in its terms, and it is open again.")
        after = replace(before.terms, settings=replace(before.terms.settings, closes_at=None))
        _set_terms(connection, before, after, now=now)
        record(connection, actor, row, "opened again", old=_said(before.terms), new=_said(after), now=now)


def delete_assignment(db: Database, *, actor: Actor, row: int, now: datetime) -> None:
    """Delete an assignment with all that was answered in it. Raises NotFound, NotSaved."""
    with db.writing() as connection:
        assignment_of(connection, row, actor.player, to_change=True)
        made = participants.attempts_in(connection, row)
        assignments.delete_attempts(connection, [one.row for one in made])
        participants.drop_participants(connection, row)
        assignments.drop_assignment(connection, row)
        record(connection, actor, row, "assignment deleted", old={"attempts": len(made)}, now=now)


def assignment_of(connection: Connection, row: int, owner: int, *, to_change: bool = False) -> StoredAssignment:
    """The owner's assignment; raises NotFound."""
    found = assignments.assignment_by_row(connection, row, owner=owner, to_change=to_change)
    if found is None:
        raise NotFound(_NO_ASSIGNMENT)
    return found


def people_in(connection: Connection, given: StoredAssignment) -> tuple[PersonLine, ...]:
    """Everybody in an assignment by name, those of the class who have not started too; removed names come last."""
    attempts: dict[int, list[GivenAttempt]] = {}
    for one in participants.attempts_in(connection, given.row):
        attempts.setdefault(one.participant, []).append(one)
    parts = participants.participants(connection, given.row)
    present = [_line(part, attempts.get(part.row, ())) for part in parts if part.student is not None or attempts.get(part.row)]
    absent = _absent(connection, given, {part.student for part in parts})
    return tuple(sorted([*present, *absent], key=lambda one: (one.name is None, (one.name or "").casefold(), one.participant or 0)))


def _set_terms(connection: Connection, before: StoredAssignment, after: Terms, *, now: datetime) -> None:
    assignments.set_terms(connection, before.row, after)
    closed_at = before.terms.closes_at
    if closed_at is not None and closed_at <= now and standing(after, now=now) is not Standing.CLOSED:
        let_go_on(connection, before.row, closed_at=closed_at)


def _line(part: Participant, attempts: Iterable[GivenAttempt]) -> PersonLine:
    return PersonLine(name=part.name, participant=part.row, attempts=tuple(attempts), more_tries=part.more_tries)


def _absent(connection: Connection, given: StoredAssignment, there: set[int | None]) -> list[PersonLine]:
    students = students_of(connection, given.class_row) if given.class_row is not None else ()
    return [PersonLine(name=one.name, participant=None) for one in students if one.row not in there]


def _usable(terms: Terms, now: datetime, *, before: Terms | None = None) -> Terms:
    """The terms as they are kept: the time is the teacher's to set. A closing time that is new must lie ahead."""
    closes_at, timer = terms.closes_at, terms.settings.timer
    if closes_at is not None and closes_at <= now and (before is None or before.closes_at != closes_at):
        raise FieldRefused("closes", "This closing time is over. Choose a later one, or none.")
    return replace(terms, settings=replace(terms.settings, timer=replace(timer, players_choice=False) if timer else None))


def _refuse_empty(chosen: ClassView) -> None:
    if not chosen.students:
        raise FieldRefused("whom", f"“{chosen.title}” has no names yet, so nobody could join. Add names to the class first.")


def _free_code(connection: Connection, rng: Random) -> str:
    while assignments.is_code(connection, code := new_quiz_code(rng)):
        pass
    return code


def _said(terms: Terms) -> dict[str, object]:
    settings = terms.settings
    return {
        "opens": terms.opens_at.isoformat() if terms.opens_at else None,
        "closes": terms.closes_at.isoformat() if terms.closes_at else None,
        "tries": terms.tries,
        "feedback": settings.feedback.value,
        "timer": f"{settings.timer.seconds} s per {settings.timer.per.value}" if settings.timer else None,
        "closed_book": terms.closed_book,
    }
