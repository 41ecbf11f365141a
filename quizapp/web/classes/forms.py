"""What teachers send about classes and assignments."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, tzinfo
from typing import TypedDict

from wtforms import Form, StringField
from wtforms.validators import AnyOf, Length

from quizapp.play.disclosure import Feedback
from quizapp.play.quiz import MOST_ATTEMPTS, QuizSettings
from quizapp.play.timing import MAX_SECONDS, Per, Stretch, Timer
from quizapp.services.errors import FieldRefused
from quizapp.services.givable import Givable
from quizapp.storage.assignments import Terms
from quizapp.web.classes.moments import exact, read_moment, typed

LONGEST = 20_000
ANYBODY = "anybody"
NO_TIMER = ""
AS_OFTEN = "any"
_TIME = re.compile(r"(\d{1,4})(?::([0-5]?\d))?")


class ClassForm(Form):
    """A class and its names."""

    title = StringField(validators=[Length(max=200, message="This name is too long.")])
    names = StringField(validators=[Length(max=LONGEST, message="This list is too long.")])


class StretchForm(Form):
    """How much of the set time a student gets."""

    stretch = StringField(validators=[AnyOf([str(one.value) for one in Stretch])])

    def chosen(self) -> Stretch:
        """The choice."""
        return Stretch(int(self.stretch.data or "100"))


class TermsForm(Form):
    """The terms of an assignment; what ends in `_exact` names a moment for good, where a script sends it."""

    opens = StringField(validators=[Length(max=40)])
    opens_exact = StringField(validators=[Length(max=40)])
    closes = StringField(validators=[Length(max=40)])
    closes_exact = StringField(validators=[Length(max=40)])
    tries = StringField(validators=[AnyOf([AS_OFTEN, *map(str, range(1, MOST_ATTEMPTS + 1))], message="Choose how often.")])
    feedback = StringField(validators=[AnyOf([one.value for one in Feedback], message="Choose when.")])
    closed_book = StringField()
    timer = StringField(validators=[AnyOf([NO_TIMER, *(one.value for one in Per)], message="Choose one of these.")])
    time = StringField(validators=[Length(max=10, message="This is no time.")])

    def terms(self, base: QuizSettings, zone: tzinfo | None) -> Terms:
        """The terms over the rules a quiz brings along; raises FieldRefused."""
        opens_at, closes_at = (self._moment(name, zone) for name in ("opens", "closes"))
        feedback, closed_book = Feedback(self.feedback.data or ""), bool(self.closed_book.data)
        if opens_at is not None and closes_at is not None and closes_at <= opens_at:
            raise FieldRefused("closes", "It would close before it opens. Choose a later time.")
        if closes_at is None and (closed_book or feedback is Feedback.CLOSING):
            why = "proofs are to be shown after it has closed" if feedback is Feedback.CLOSING else "its articles are to come back then"
            raise FieldRefused("closes", f"Say when it closes, as {why}.")
        timer = self._timer()
        settings = replace(
            base.at_any_time(),
            timer=timer,
            speed_bonus=base.speed_bonus and timer is not None,
            attempts=None if self.tries.data == AS_OFTEN else int(self.tries.data or "1"),
        )
        return Terms(settings=replace(settings, opens_at=opens_at, closes_at=closes_at, feedback=feedback), closed_book=closed_book)

    def _moment(self, name: str, zone: tzinfo | None) -> datetime | None:
        """The moment a script sent exactly, else what was typed, in the time of the server."""
        return read_moment(name, self[f"{name}_exact"].data or self[name].data or "", zone)

    def _timer(self) -> Timer | None:
        if not self.timer.data:
            return None
        found = _TIME.fullmatch((self.time.data or "").strip())
        seconds = int(found[1]) * 60 + int(found[2] or 0) if found else 0
        if not 1 <= seconds <= MAX_SECONDS:
            raise FieldRefused("time", "Type minutes and seconds, such as 10:00 or 0:30; at most a day.")
        return Timer(per=Per(self.timer.data), seconds=seconds, players_choice=False)


class Wanted(TypedDict):
    """A quiz, to whom (None: anybody), and the terms."""

    quiz: str
    class_row: int | None
    terms: Terms


class GiveForm(TermsForm):
    """A quiz, to whom, and the terms."""

    quiz = StringField(validators=[Length(min=1, max=80, message="Choose a quiz.")])
    whom = StringField(validators=[Length(max=12)])

    def class_row(self) -> int | None:
        """The class meant, None for anybody; raises FieldRefused."""
        text = self.whom.data or ""
        if text == ANYBODY:
            return None
        if not text.isascii() or not text.isdecimal() or len(text) > 9:
            raise FieldRefused("whom", "Choose a class, or anybody with the link.")
        return int(text)

    def wanted(self, chosen: Sequence[Givable], zone: tzinfo | None) -> Wanted:
        """What the service is told; raises FieldRefused."""
        quiz = self.quiz.data or ""
        base = next((one.settings for one in chosen if one.slug == quiz), QuizSettings())
        return {"quiz": quiz, "class_row": self.class_row(), "terms": self.terms(base, zone)}


def filled_with(terms: Terms, zone: tzinfo | None) -> dict[str, str]:
    """What a form shows of standing terms."""
    settings = terms.settings
    seconds = settings.timer.seconds if settings.timer else 0
    return {
        "opens": typed(terms.opens_at, zone),
        "opens_exact": exact(terms.opens_at),
        "closes": typed(terms.closes_at, zone),
        "closes_exact": exact(terms.closes_at),
        "tries": str(terms.tries) if terms.tries else AS_OFTEN,
        "feedback": settings.feedback.value,
        "closed_book": "yes" if terms.closed_book else "",
        "timer": settings.timer.per.value if settings.timer else NO_TIMER,
        "time": f"{seconds // 60}:{seconds % 60:02}" if seconds else "",
    }


class CorrectionForm(Form):
    """Which answers count as right, why, and how the explanation reads."""

    why = StringField(validators=[Length(max=1000, message="This reason is too long; 1000 characters fit.")])
    explanation = StringField(validators=[Length(max=2000, message="This explanation is too long.")])

    def places(self, sent: Sequence[str]) -> frozenset[int]:
        """The answers ticked, by place; what is no place is left out."""
        return frozenset(int(one) for one in sent if one in {"0", "1", "2", "3", "4"})
