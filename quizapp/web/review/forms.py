"""What reviewers send."""

from collections.abc import Mapping

from wtforms import Form, IntegerField, StringField
from wtforms.validators import AnyOf, InputRequired, Length, NumberRange, Optional

from quizapp.questions.review import Move
from quizapp.services.review_bulk import MOVES
from quizapp.services.review_reports import Settled
from quizapp.web.account.forms import LARGEST_ID

REASONS: Mapping[str, str] = {
    "disagree": "Articles disagree",
    "two": "Two right answers",
    "unclear": "Question unclear",
    "unproved": "The passage does not support it",
    "trivial": "Too easy or not worth asking",
    "wording": "Badly worded",
    "other": "Something else",
}
LONGEST_NOTE = 500
_VERSION = (InputRequired(), NumberRange(min=1, max=LARGEST_ID))
_NOTE = (Length(max=LONGEST_NOTE, message=f"Please use at most {LONGEST_NOTE} characters."),)


class DecideForm(Form):
    """A move on a version, with a reason of the list and words of one's own."""

    version = IntegerField(validators=_VERSION)
    move = StringField(validators=(AnyOf([move.value for move in Move if move is not Move.EDIT]),))
    reason = StringField(default="", validators=(AnyOf(["", *REASONS]),))
    note = StringField(validators=_NOTE)

    @property
    def wanted(self) -> Move:
        """The move."""
        return Move(self.move.data or "")

    @property
    def words(self) -> str:
        """The reason as it is kept: an approval has none but words of one's own."""
        note = " ".join((self.note.data or "").split())
        listed = "" if self.wanted is Move.APPROVE or self.reason.data == "other" else REASONS.get(self.reason.data or "", "")
        return ": ".join(part for part in (listed, note) if part)


class VersionForm(Form):
    """A version of a question."""

    version = IntegerField(validators=_VERSION)


class BlindForm(VersionForm):
    """What a reviewer chose before seeing the right answer."""

    chosen = IntegerField(validators=(InputRequired(), NumberRange(min=0, max=9)))


class EditForm(VersionForm):
    """A question in new words; five places for answers, of which some may be empty."""

    stem = StringField()
    option_0 = StringField()
    option_1 = StringField()
    option_2 = StringField()
    option_3 = StringField()
    option_4 = StringField()
    key = IntegerField(validators=(Optional(), NumberRange(min=0, max=4)))
    explanation = StringField()
    article = StringField(validators=(Length(max=255),))
    quote = StringField(validators=(Length(max=2_000),))
    note = StringField(validators=_NOTE)
    act = StringField(validators=(AnyOf(["check", "keep"]),))

    @property
    def options(self) -> tuple[str, ...]:
        """The answers as typed."""
        return tuple(self[f"option_{place}"].data or "" for place in range(5))


class SettleForm(Form):
    """What comes of a report."""

    report = IntegerField(validators=_VERSION)
    settled = StringField(validators=(AnyOf([one.value for one in Settled], message="Choose what comes of it."),))
    option = IntegerField(validators=(Optional(), NumberRange(min=0, max=9)))
    answer = StringField(validators=(Length(max=LONGEST_NOTE),))


class BulkForm(Form):
    """A decision on many versions."""

    move = StringField(validators=(AnyOf([move.value for move in MOVES]),))
    reason = StringField(default="", validators=(AnyOf(["", *REASONS]),))
    note = StringField(validators=_NOTE)
    versions = StringField(validators=(Length(max=2_000),))

    @property
    def rows(self) -> tuple[int, ...]:
        """The versions, as far as they are numbers."""
        words = (self.versions.data or "").split(",")
        return tuple(int(word) for word in words if word.isascii() and word.isdecimal() and len(word) < 10)

    @property
    def words(self) -> str:
        """The reason as it is kept."""
        note = " ".join((self.note.data or "").split())
        listed = "" if self.move.data == Move.APPROVE or self.reason.data == "other" else REASONS.get(self.reason.data or "", "")
        return ": ".join(part for part in (listed, note) if part)
