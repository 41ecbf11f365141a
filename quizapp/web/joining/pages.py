"""Typed contexts of the pages at the door of a quiz."""

from collections.abc import Sequence
from dataclasses import dataclass

from wtforms import Form

from quizapp.play.timing import Per
from quizapp.services.entering import Door, Entered, Seat
from quizapp.services.opening import Standing
from quizapp.storage.tables.classes import Whom
from quizapp.web.classes.entries import Entry, entry
from quizapp.web.classes.moments import length_said, shown
from quizapp.web.context import SERVER_ZONE
from quizapp.web.page import Page

SHEET = "door.css"
_TIMES = {1: "once", 2: "twice"}


@dataclass(frozen=True, kw_only=True)
class CodePage(Page):
    """The form for a code."""

    field: Entry


@dataclass(frozen=True, kw_only=True)
class DoorPage(Page):
    """The door of a quiz; `nickname` is asked for where there is no class, `rules` say before it begins how long and how often."""

    door: Door
    when: str
    nickname: Entry
    rules: Sequence[str]

    @property
    def needs_nickname(self) -> bool:
        """Whether the visitor has no name here yet and types one."""
        return self.door.whom is Whom.ANYBODY and self.door.mine is None

    @property
    def may_begin(self) -> bool:
        """Whether an attempt can be begun or gone on with."""
        mine = self.door.mine
        return self.door.standing is Standing.OPEN and mine is not None and (mine.going is not None or mine.left != 0)


@dataclass(frozen=True, kw_only=True)
class NamePage(Page):
    """A name that was picked: to be confirmed, or to be opened by its code."""

    door: Door
    seat: Seat
    personal: Entry


@dataclass(frozen=True, kw_only=True)
class TakenPage(Page):
    """The personal code, shown this once."""

    door: Door
    entered: Entered
    rules: Sequence[str]


@dataclass(frozen=True, kw_only=True)
class AnsweringPage(Page):
    """Under which name this device answers."""

    name: str


def code_page(form: Form) -> CodePage:
    """The form for a code."""
    field = entry(form, "code", "The code of the quiz", kind="code", hint="Six letters. Capitals, spaces and hyphens make no difference.")
    return CodePage(title="Not yet: Join a quiz" if field.problem else "Join a quiz", section="play", sheet=SHEET, field=field)


def door_page(door: Door, form: Form) -> DoorPage:
    """The door."""
    opens, closes = (shown(one, SERVER_ZONE) if one else "" for one in (door.opens_at, door.closes_at))
    when = {Standing.NOT_YET: opens, Standing.CLOSED: closes, Standing.OPEN: closes}[door.standing]
    hint = "Your teacher sees it beside your answers. It need not be your real name."
    nickname = entry(form, "nickname", "Your name or nickname", hint=hint, required=True)
    return DoorPage(title=door.title, section="play", sheet=SHEET, door=door, when=when, nickname=nickname, rules=_rules(door))


def name_page(door: Door, seat: Seat, form: Form) -> NamePage:
    """A picked name."""
    hint = "It was shown when the name was picked. If it is lost, your teacher makes a new one."
    personal = entry(form, "personal", f"Personal code of {seat.name}", kind="code", hint=hint, required=True)
    title = f"{'Not yet: ' if personal.problem else ''}Are you {seat.name}?"
    return NamePage(title=title, section="play", sheet=SHEET, door=door, seat=seat, personal=personal)


def taken_page(door: Door, entered: Entered) -> TakenPage:
    """A name just taken."""
    return TakenPage(title=f"You answer as {entered.name}", section="play", sheet=SHEET, door=door, entered=entered, rules=_rules(door))


def _rules(door: Door) -> tuple[str, ...]:
    """How long and how often, in sentences."""
    return tuple(filter(None, (_time(door), _tries(door))))


def _time(door: Door) -> str:
    if door.allowed is None:
        return ""
    length = length_said(int(door.allowed.total_seconds()))
    if door.per is Per.QUESTION:
        return f"You have {length} for each question. The clock starts when you see it."
    if door.mine is not None and door.mine.going:
        return f"You have {length} for the whole quiz, from when you began."
    return f"You have {length} for the whole quiz. The clock starts when you begin."


def _tries(door: Door) -> str:
    if door.mine is not None and door.mine.going:
        return ""
    left = door.mine.left if door.mine is not None and door.mine.finished else door.tries
    if left is None:
        return "You can take it as often as you like."
    if door.mine is not None and door.mine.finished:
        return f"You can take it {_TIMES.get(left, f'{left} times')} more." if left else ""
    return f"You can take it {_TIMES.get(left, f'{left} times')}."


def answering_page(name: str) -> AnsweringPage:
    """Who answers on this device."""
    return AnsweringPage(title=f"Answering as {name}", section="play", sheet=SHEET, name=name)
