"""What a player says is wrong."""

from wtforms import Form, StringField
from wtforms.validators import AnyOf, InputRequired, Length

from quizapp.play.reports import MAX_WORDS, Trouble

LABELS = {
    Trouble.WRONG: "The right answer is another one",
    Trouble.TWO_RIGHT: "Two answers are right",
    Trouble.NO_PROOF: "The proof does not show it",
    Trouble.UNCLEAR: "The question is unclear",
    Trouble.TYPO: "There is a slip in spelling or grammar",
    Trouble.OUTDATED: "It is no longer so",
    Trouble.OTHER: "Something else",
}


class ReportForm(Form):
    """One trouble, and if the player likes a few words."""

    trouble = StringField(
        validators=[InputRequired("Choose what is wrong first."), AnyOf(list(LABELS), message="Choose one of those below.")]
    )
    words = StringField(validators=[Length(max=MAX_WORDS, message=f"Please use at most {MAX_WORDS} characters.")])

    @property
    def problem(self) -> str:
        """What to do, in a sentence; "" when nothing is wrong."""
        return " ".join(str(one) for field in (self.trouble, self.words) for one in list(field.errors)[:1])
