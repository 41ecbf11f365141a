"""Coming to a quiz by its code: what stands at its door, taking a name of the class, and letting a device go."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from sqlalchemy import Connection

from quizapp.play.timing import Per, Stretch, Timer, limit
from quizapp.services.account_acts import Browser
from quizapp.services.database import Database
from quizapp.services.errors import Conflict, FieldRefused, NotFound
from quizapp.services.opening import Standing, standing
from quizapp.services.personal_codes import code_digest, new_personal_code, plain
from quizapp.services.players import NewVisit, Visit, new_token
from quizapp.services.throttling import Pace, Turn, address_turn, give_back, network_of, take_turns
from quizapp.storage import assignments, classes, participants, visits
from quizapp.storage.assignments import StoredAssignment
from quizapp.storage.classes import StoredStudent
from quizapp.storage.participants import GivenAttempt, Participant
from quizapp.storage.record import Entry, write_record
from quizapp.storage.tables.classes import CODE, Whom

OF_CODES = Pace(tries=60, every=timedelta(seconds=10))  # a class behind one address mistypes now and then
OF_STUDENT = Pace(tries=10, every=timedelta(seconds=90))
OF_NAMES = Pace(tries=600, every=timedelta(seconds=2))  # a whole school may begin at eight


@dataclass(frozen=True, kw_only=True, slots=True)
class Seat:
    """A name to pick; a taken one asks for its personal code."""

    student: int
    name: str
    taken: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Mine:
    """How a visitor takes part: their name, the attempt that goes on, those finished, and tries left (None: as many as one likes)."""

    name: str
    going: str | None
    finished: tuple[GivenAttempt, ...]
    left: int | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Door:
    """A quiz as it is seen by whoever has its code; `mine` is None until the visitor has a name here.

    `tries` is how often one may take it (None: as often as one likes), `allowed` the time this visitor has, `per` what, None for no limit.
    """

    code: str
    title: str
    questions: int
    whom: Whom
    standing: Standing
    opens_at: datetime | None
    closes_at: datetime | None
    class_gone: bool
    tries: int | None
    per: Per | None
    allowed: timedelta | None
    seats: tuple[Seat, ...]
    mine: Mine | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Entered:
    """A visit under a name of the class; `code` is the personal code, made just now and kept nowhere else."""

    visit: NewVisit
    name: str
    code: str | None = None


def door(db: Database, *, code: str, player: int | None, address: str, now: datetime) -> Door:
    """What stands at the door; unknown codes are counted, so that nobody tries them all. Raises NotFound, TooOften."""
    with db.reading() as connection:
        given = assignments.assignment_by_code(connection, plain(code))
        if given is not None:
            return _door(connection, given, player, now)
    take_turns(db, [Turn(bucket=f"codes:{network_of(address)}", pace=OF_CODES)], now=now)
    raise NotFound("No quiz has this code.")


def known_code(db: Database, *, text: str, address: str, now: datetime) -> str:
    """The code as its link has it. Raises FieldRefused for one that no quiz has, TooOften."""
    code = plain(text)
    with db.reading() as connection:
        if assignments.assignment_by_code(connection, code) is not None:
            return code
    take_turns(db, [Turn(bucket=f"codes:{network_of(address)}", pace=OF_CODES)], now=now)
    if len(code) != CODE:
        raise FieldRefused("code", f"This code has {len(code)} letters; expected {CODE}.")
    raise FieldRefused("code", f"No quiz has the code {code}. Compare it letter by letter with the one you were given.")


def take_name(db: Database, *, code: str, student: int, browser: Browser, now: datetime, rng: Random) -> Entered:
    """Answer under a free name from now on; its personal code is given this once. Raises NotFound, Conflict, TooOften, NotSaved."""
    take_turns(db, [Turn(bucket=f"names:{network_of(browser.address)}", pace=OF_NAMES)], now=now)
    personal = new_personal_code(rng)
    with db.writing() as connection:
        given, chosen = _seat(connection, code, student)
        if standing(given.terms, now=now) is not Standing.OPEN:
            raise Conflict("This quiz is not open now.")
        if chosen.taken:
            raise Conflict("Somebody has taken this name meanwhile.")
        player = chosen.player if chosen.player is not None else visits.add_guest(connection, now=now)
        classes.claim(connection, student, player=player, code_hash=code_digest(student, personal), now=now)
        entered = _enter(connection, player, chosen.name, now=now, rng=rng)
        act = Entry(at=now, actor="a student", action="name taken", subject_kind="class", subject_id=str(chosen.class_row))
        write_record(connection, act)
    return Entered(visit=entered, name=chosen.name, code=personal)


def enter_again(db: Database, *, code: str, student: int, personal: str, browser: Browser, now: datetime, rng: Random) -> Entered:
    """Answer under a taken name on another device, by its personal code. Raises FieldRefused, NotFound, TooOften, NotSaved."""
    _refuse_unknown(db, code, student, browser.address, now)
    turn = Turn(bucket=f"student:{student}", pace=OF_STUDENT)
    take_turns(db, [turn, address_turn(browser.address)], now=now)
    with db.writing() as connection:
        _, chosen = _seat(connection, code, student)
        if chosen.player is None or chosen.code_hash != code_digest(student, personal):
            raise FieldRefused("personal", "This is not the code of this name. Your teacher can give you a new one.")
        give_back(connection, turn)
        return Entered(visit=_enter(connection, chosen.player, chosen.name, now=now, rng=rng), name=chosen.name)


def leave(db: Database, *, token: str, now: datetime) -> None:
    """Let this device go: its visit ends; the name stays taken, and its code opens it elsewhere. Raises NotSaved."""
    with db.writing() as connection:
        visits.close_visit(connection, token, now=now)


def tries_left(given: StoredAssignment, more: int, made: int) -> int | None:
    """How many attempts somebody may still start; None for as many as one likes."""
    return None if given.terms.tries is None else max(0, given.terms.tries + more - made)


def own_stretch(own: Stretch, timer: Timer | None) -> Stretch | None:
    """A student's own time where it is longer than everybody's; None for as the quiz gives to all."""
    if timer is None or own is Stretch.AS_SET or timer.stretch is Stretch.UNTIMED:
        return None
    return own if own is Stretch.UNTIMED or own > timer.stretch else None


def part_of(connection: Connection, given: StoredAssignment, player: int) -> tuple[StoredStudent | None, Participant | None]:
    """The class name a player answers under here, if any, and how they take part, if they do."""
    if given.whom is Whom.ANYBODY:
        return None, participants.part_of_player(connection, given.row, player)
    student = classes.student_of_player(connection, player)
    if student is None or student.class_row != given.class_row:
        return None, None
    return student, participants.part_of_student(connection, given.row, student.row)


def _door(connection: Connection, given: StoredAssignment, player: int | None, now: datetime) -> Door:
    student, part = part_of(connection, given, player) if player is not None else (None, None)
    mine, timer = _mine(connection, given, student, part), given.terms.settings.timer
    allowed = limit(timer, own_stretch(student.stretch, timer) if student else None)
    listed = classes.students_of(connection, given.class_row) if given.class_row is not None and mine is None else ()
    return Door(
        code=given.code,
        title=given.title,
        questions=len(assignments.given_items(connection, given.quiz_version)),
        whom=given.whom,
        standing=standing(given.terms, now=now),
        opens_at=given.terms.opens_at,
        closes_at=given.terms.closes_at,
        class_gone=given.class_gone,
        tries=given.terms.tries,
        per=timer.per if timer and allowed else None,
        allowed=allowed,
        seats=tuple(Seat(student=one.row, name=one.name, taken=one.taken) for one in listed),
        mine=mine,
    )


def _mine(connection: Connection, given: StoredAssignment, student: StoredStudent | None, part: Participant | None) -> Mine | None:
    name = student.name if student else part.name if part else None
    if name is None:
        return None
    made = participants.attempts_in(connection, given.row, participant=part.row) if part else ()
    return Mine(
        name=name,
        going=next((one.public for one in made if one.finished_at is None), None),
        finished=tuple(one for one in made if one.finished_at is not None),
        left=tries_left(given, part.more_tries if part else 0, len(made)),
    )


def _seat(connection: Connection, code: str, student: int) -> tuple[StoredAssignment, StoredStudent]:
    given = assignments.assignment_by_code(connection, plain(code))
    chosen = classes.student_by_row(connection, student, to_change=True)
    if given is None or chosen is None or given.class_row is None or chosen.class_row != given.class_row:
        raise NotFound("There is no such name here.")
    return given, chosen


def _refuse_unknown(db: Database, code: str, student: int, address: str, now: datetime) -> None:
    """Who does not know a quiz's code neither uses up the tries of its students nor finds codes out this way."""
    with db.reading() as connection:
        given = assignments.assignment_by_code(connection, plain(code))
        listed = classes.students_of(connection, given.class_row) if given is not None and given.class_row is not None else ()
    if student not in {one.row for one in listed}:
        take_turns(db, [Turn(bucket=f"codes:{network_of(address)}", pace=OF_CODES)], now=now)
        raise NotFound("There is no such name here.")


def _enter(connection: Connection, player: int, name: str, *, now: datetime, rng: Random) -> NewVisit:
    token = new_token(rng)
    visits.add_visit(connection, player=player, token=token, now=now)
    return NewVisit(token=token, visit=Visit(player=player, guest=True, answering=name))
