"""Beginning an attempt at a quiz that was given by link or code, or going on with it."""

from base64 import urlsafe_b64encode
from datetime import datetime
from random import Random

from sqlalchemy import Connection

from quizapp.play.attempt import Mode
from quizapp.play.drawing import Asked, draw
from quizapp.play.player_names import NameRefusedError, clean_name, name_look
from quizapp.play.quiz import ItemVersionId
from quizapp.play.timing import Stretch
from quizapp.services.database import Database
from quizapp.services.entering import own_stretch, part_of, tries_left
from quizapp.services.errors import Conflict, FieldRefused, NotFound
from quizapp.services.givable import may_be_asked
from quizapp.services.opening import Standing, standing
from quizapp.services.personal_codes import plain
from quizapp.storage import assignments, attempts, participants, visits
from quizapp.storage.assignments import StoredAssignment
from quizapp.storage.attempts import Source
from quizapp.storage.participants import Participant
from quizapp.storage.tables.classes import Whom


class Shut(Conflict):
    """Nothing can be begun: the quiz is not open, or there is no try left; its door says which."""

    def __init__(self) -> None:
        super().__init__("This quiz cannot be begun now.")


def begin(db: Database, *, code: str, player: int, nickname: str = "", now: datetime, rng: Random) -> str:
    """The id of the attempt that goes on, else of a new one; who is in no class gives a nickname once.

    Raises Shut, FieldRefused for a nickname that cannot be used, NotFound, NotSaved.
    """
    with db.writing() as connection:
        given = assignments.assignment_by_code(connection, plain(code))
        if given is None or not visits.hold_player(connection, player):
            raise NotFound("No quiz has this code.")
        student, part = part_of(connection, given, player)
        if given.whom is Whom.CLASS and student is None:
            raise NotFound("Pick your name first.")
        made = participants.attempts_in(connection, given.row, participant=part.row) if part else ()
        going = next((one.public for one in made if one.finished_at is None), None)
        if going is not None:
            return going
        more = part.more_tries if part else 0
        if standing(given.terms, now=now) is not Standing.OPEN or tries_left(given, more, len(made)) == 0:
            raise Shut
        row = part.row if part else _take_part(connection, given, player, student.row if student else None, nickname, now)
        stretch = own_stretch(student.stretch, given.terms.settings.timer) if student else None
        return _draw(connection, given, player, row, stretch, now=now, rng=rng)


def _take_part(connection: Connection, given: StoredAssignment, player: int, student: int | None, nickname: str, now: datetime) -> int:
    if student is not None:
        return participants.add_participant(connection, given.row, student=student, now=now)
    shown = _usable(nickname, participants.participants(connection, given.row))
    return participants.add_participant(connection, given.row, player=player, nickname=shown, now=now)


def _usable(nickname: str, there: tuple[Participant, ...]) -> str:
    try:
        shown = clean_name(nickname)
    except NameRefusedError as refused:
        raise FieldRefused("nickname", str(refused)) from refused
    if name_look(shown) in {name_look(one.name) for one in there if one.name}:
        raise FieldRefused("nickname", "Somebody answers under this name already, or under one that looks like it. Choose another one.")
    return shown


def _draw(
    connection: Connection, given: StoredAssignment, player: int, participant: int, stretch: Stretch | None, *, now: datetime, rng: Random
) -> str:
    items = may_be_asked(connection, given.quiz_version, given.owner)
    if not items:
        raise Shut
    asked = [Asked(version=ItemVersionId(one.version), options=len(one.options), ordered=one.ordered) for one in items]
    public = urlsafe_b64encode(rng.randbytes(16)).rstrip(b"=").decode("ascii")
    attempts.add_attempt(
        connection,
        player=player,
        public=public,
        source=Source(mode=Mode.QUIZ, title=given.title, quiz_version=given.quiz_version),
        questions=draw(asked, settings=given.terms.settings, rng=rng),
        now=now,
    )
    participants.bind_attempt(connection, public, participant=participant, stretch=None if stretch is None else stretch.value)
    return public
