"""What a teacher sends of a quiz."""

from collections.abc import Mapping
from datetime import UTC, datetime, tzinfo

from wtforms import BooleanField, Form, IntegerField, StringField
from wtforms.validators import AnyOf, InputRequired, Length, NumberRange, Optional

from quizapp.knowledge.fact import Verdict
from quizapp.play.disclosure import Feedback
from quizapp.play.quiz import MOST_ATTEMPTS, QuizSettings
from quizapp.play.timing import Per, Timer
from quizapp.questions.item import Kind
from quizapp.services.errors import FieldRefused
from quizapp.services.own_quizzes_bank import Filters

LARGEST_ID = 2**31 - 1
LOCAL = "%Y-%m-%dT%H:%M"
MOST_MINUTES = 600
MOST_SECONDS = 3600
_ID = (InputRequired(), NumberRange(min=1, max=LARGEST_ID))


class QuestionForm(Form):
    """A question of a quiz, and where it is to stand."""

    question = IntegerField(validators=_ID)
    to = IntegerField(validators=(Optional(), NumberRange(min=-1, max=1000)))


class TitleForm(Form):
    """The title of a new quiz."""

    title = StringField(validators=(Length(max=1000),))


class SettingsForm(Form):
    """Title, note and rules of a quiz; times are those of the server's zone."""

    title = StringField(validators=(Length(max=1000),))
    note = StringField(validators=(Length(max=5000),))
    feedback = StringField(validators=(AnyOf([one.value for one in Feedback], message="Choose one of the three."),))
    timer = StringField(validators=(AnyOf(["", *(one.value for one in Per)], message="Choose one of the three."),))
    seconds = IntegerField(
        validators=(Optional(), NumberRange(min=5, max=MOST_SECONDS, message=f"From 5 to {MOST_SECONDS} seconds a question."))
    )
    minutes = IntegerField(
        validators=(Optional(), NumberRange(min=1, max=MOST_MINUTES, message=f"From 1 to {MOST_MINUTES} minutes for the quiz."))
    )
    players_choice = BooleanField()
    shuffle_questions = BooleanField()
    shuffle_options = BooleanField()
    open_book = BooleanField()
    speed_bonus = BooleanField()
    attempts = IntegerField(validators=(Optional(), NumberRange(min=1, max=MOST_ATTEMPTS, message=f"From 1 to {MOST_ATTEMPTS}.")))
    opens_at = StringField(validators=(Length(max=40),))
    closes_at = StringField(validators=(Length(max=40),))

    def words(self) -> dict[str, str]:
        """Title and note."""
        return {"title": self.title.data or "", "note": self.note.data or ""}

    def settings(self, zone: tzinfo | None) -> QuizSettings:
        """The rules; raises FieldRefused where they contradict each other."""
        opens, closes, timer = self._moment("opens_at", zone), self._moment("closes_at", zone), self._timer()
        feedback = Feedback(self.feedback.data or "")
        if opens and closes and closes <= opens:
            raise FieldRefused("closes_at", "The quiz would close before it opens. Choose a later time.")
        if feedback is Feedback.CLOSING and closes is None:
            raise FieldRefused("closes_at", "Proofs are to be shown after the closing time: choose that time.")
        if self.speed_bonus.data and timer is None:
            raise FieldRefused("timer", "A bonus for speed needs a time to measure it against: choose one.")
        return QuizSettings(
            shuffle_questions=bool(self.shuffle_questions.data),
            shuffle_options=bool(self.shuffle_options.data),
            open_book=bool(self.open_book.data),
            feedback=feedback,
            closes_at=closes,
            timer=timer,
            speed_bonus=bool(self.speed_bonus.data),
            opens_at=opens,
            attempts=self.attempts.data,
        )

    def _timer(self) -> Timer | None:
        if not self.timer.data:
            return None
        per = Per(self.timer.data)
        given = self.seconds.data if per is Per.QUESTION else (self.minutes.data or 0) * 60
        if not given:
            field = "seconds" if per is Per.QUESTION else "minutes"
            raise FieldRefused(field, f"How many {field}? Write a number.")
        return Timer(per=per, seconds=given, players_choice=bool(self.players_choice.data))

    def _moment(self, name: str, zone: tzinfo | None) -> datetime | None:
        text = (self[name].data or "").strip()
        if not text:
            return None
        try:
            local = datetime.fromisoformat(text)
            return (local if local.tzinfo else local.replace(tzinfo=zone) if zone else local.astimezone()).astimezone(UTC)
        except (ValueError, OverflowError) as error:
            raise FieldRefused(name, f"“{text}” is no date with a time. Write it like 2026-03-31T09:30.") from error


def settings_form(title: str, note: str, settings: QuizSettings, zone: tzinfo | None) -> SettingsForm:
    """The form as it stands filled in for these settings."""
    timer = settings.timer
    return SettingsForm(
        data={
            "title": title,
            "note": note,
            "feedback": settings.feedback.value,
            "timer": timer.per.value if timer else "",
            "seconds": timer.seconds if timer and timer.per is Per.QUESTION else 30,
            "minutes": timer.seconds // 60 if timer and timer.per is Per.QUIZ else 15,
            "players_choice": timer.players_choice if timer else True,
            "shuffle_questions": settings.shuffle_questions,
            "shuffle_options": settings.shuffle_options,
            "open_book": settings.open_book,
            "speed_bonus": settings.speed_bonus,
            "attempts": settings.attempts,
            "opens_at": _local(settings.opens_at, zone),
            "closes_at": _local(settings.closes_at, zone),
        }
    )


def read_filters(sent: Mapping[str, str]) -> Filters:
    """What to look for in the bank; a filter that is none of the choices is left out."""
    page = sent.get("page", "")
    return Filters(
        text=" ".join(sent.get("q", "").split())[:100],
        article=sent.get("article", "")[:200],
        kind=next((one for one in Kind if one.value == sent.get("kind")), None),
        difficulty=next((one for one in ("easy", "middling", "hard") if one == sent.get("difficulty")), ""),
        verdict=next((one for one in Verdict if one.value == sent.get("verdict")), None),
        whose=next((one for one in ("own", "library") if one == sent.get("whose")), ""),
        page=int(page) if page.isascii() and page.isdecimal() and len(page) <= 6 else 1,
    )


def _local(moment: datetime | None, zone: tzinfo | None) -> str:
    return moment.astimezone(zone).strftime(LOCAL) if moment else ""
