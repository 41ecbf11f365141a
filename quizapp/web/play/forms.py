"""What a player sends."""

from wtforms import Form, StringField
from wtforms.validators import InputRequired, Regexp

WELL_FORMED = r"^[A-Za-z0-9_-]{1,64}$"


class AnswerForm(Form):
    """The option chosen, by its token."""

    option = StringField(
        validators=[InputRequired("Choose an answer first."), Regexp(WELL_FORMED, message="Choose one of the answers below.")]
    )

    @property
    def problem(self) -> str:
        """What to do, in a sentence; "" when nothing is wrong."""
        return " ".join(str(one) for one in self.option.errors[:1])
