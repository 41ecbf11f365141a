"""What a teacher sends of questions on her article."""

from wtforms import Form, IntegerField, StringField
from wtforms.validators import InputRequired, Length, NumberRange, Optional, Regexp, ValidationError

from quizapp.questions.item import MAX_OPTIONS, MIN_OPTIONS
from quizapp.services.candidates_asking import Written
from quizapp.services.candidates_deciding import Drafted, Place

LARGEST = 2**31 - 1
_ROW = (InputRequired(), NumberRange(min=1, max=LARGEST))
_AT = (InputRequired("Mark the words, or choose a sentence."), NumberRange(min=0, max=LARGEST))
_TEXT = (Length(max=2000, message="At most 2000 characters."),)


class DecideForm(Form):
    """A version of a question, and why."""

    version = IntegerField(validators=_ROW)
    reason = StringField(validators=(Length(max=1000),))
    other = StringField(validators=(Length(max=1000),))

    @property
    def why(self) -> str:
        """The reason chosen, or the one written."""
        return (self.other.data or "").strip() or (self.reason.data or "").strip()


class DraftForm(Form):
    """A question being changed; answers that are left empty are no answers."""

    version = IntegerField(validators=_ROW)
    stem = StringField(validators=_TEXT)
    key = IntegerField(validators=(InputRequired("Say which answer is right."), NumberRange(min=0, max=MAX_OPTIONS - 1)))
    option_0 = StringField(validators=_TEXT)
    option_1 = StringField(validators=_TEXT)
    option_2 = StringField(validators=_TEXT)
    option_3 = StringField(validators=_TEXT)
    option_4 = StringField(validators=_TEXT)
    explanation = StringField(validators=_TEXT)
    start = IntegerField(validators=(Optional(), NumberRange(min=0, max=LARGEST)))
    end = IntegerField(validators=(Optional(), NumberRange(min=0, max=LARGEST)))
    words = StringField(validators=(Regexp(r"^(\d{1,9}-\d{1,9})?$", message="Choose one of the sentences."),))
    options = StringField()
    evidence = StringField()
    passage = StringField()

    def validate_stem(self, field: StringField) -> None:
        """A question has words; said beside all else that is missing."""
        _wanted(field, "Write the question.")

    def validate_options(self, _field: StringField) -> None:
        """Three to five answers."""
        found = sum(bool(text.strip()) for text in self.texts)
        if not MIN_OPTIONS <= found <= MAX_OPTIONS:
            raise ValidationError(f"{_answers(found)}; a question has {MIN_OPTIONS} to {MAX_OPTIONS}.")

    @property
    def texts(self) -> tuple[str, ...]:
        """The answers as they stand in the form, empty ones too."""
        return tuple(self[f"option_{place}"].data or "" for place in range(MAX_OPTIONS))

    @property
    def place(self) -> Place | None:
        """Where the words stand that it rests on: a sentence chosen goes before words marked."""
        first, dash, last = (self.words.data or "").partition("-")
        if dash and first.isdecimal() and last.isdecimal():
            return int(first), int(last)
        start, end = self.start.data, self.end.data
        return (start, end) if start is not None and end is not None else None

    def draft(self) -> Drafted:
        """What was written."""
        words = {"stem": self.stem.data or "", "explanation": self.explanation.data or ""}
        return Drafted(**words, options=self.texts, key=self.key.data or 0, place=self.place)


class OwnForm(Form):
    """A question in a teacher's own words."""

    start = IntegerField(validators=_AT)
    end = IntegerField(validators=_AT)
    stem = StringField(validators=_TEXT)
    key = StringField(validators=_TEXT)
    wrong_0 = StringField(validators=_TEXT)
    wrong_1 = StringField(validators=_TEXT)
    wrong_2 = StringField(validators=_TEXT)
    wrong_3 = StringField(validators=_TEXT)
    explanation = StringField(validators=_TEXT)
    wrong = StringField()
    passage = StringField()

    def validate_stem(self, field: StringField) -> None:
        """A question has words; said beside all else that is missing."""
        _wanted(field, "Write the question.")

    def validate_key(self, field: StringField) -> None:
        """So has its answer."""
        _wanted(field, "Write the right answer.")

    @property
    def texts(self) -> tuple[str, ...]:
        """The wrong answers as they stand in the form, empty ones too."""
        return tuple(self[f"wrong_{place}"].data or "" for place in range(MAX_OPTIONS - 1))

    def written(self) -> Written:
        """What was written."""
        wrong = tuple(one for one in self.texts if one.strip())
        return Written(stem=self.stem.data or "", key=self.key.data or "", wrong=wrong, explanation=self.explanation.data or "")


def _wanted(field: StringField, missing: str) -> None:
    if not (field.data or "").strip():
        raise ValidationError(missing)


def _answers(number: int) -> str:
    return f"{number} answer" if number == 1 else f"{number or 'No'} answers"


def draft_form(version: int, draft: Drafted) -> DraftForm:
    """The form filled in with a question as it stands."""
    start, end = draft.place or (None, None)
    texts = {f"option_{place}": text for place, text in enumerate(draft.options)}
    words = {"stem": draft.stem, "key": draft.key, "explanation": draft.explanation, "start": start, "end": end}
    return DraftForm(data={"version": version, **words, **texts})
