"""The name for a leaderboard."""

from wtforms import Form, StringField
from wtforms.validators import InputRequired, Length

LONGEST = 200


class NameForm(Form):
    """A name; what is wrong with it the service says."""

    name = StringField(validators=[InputRequired("Type a name."), Length(max=LONGEST, message="This name is too long.")])

    @property
    def problem(self) -> str:
        """What to do, in a sentence; "" when nothing is wrong."""
        return " ".join(str(one) for one in list(self.name.errors)[:1])
