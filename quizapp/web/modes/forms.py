"""What a player sends to practise."""

from wtforms import Form, StringField
from wtforms.validators import Optional, Regexp

from quizapp.services.errors import Invalid
from quizapp.web.play.forms import WELL_FORMED


class PractiseForm(Form):
    """The attempt whose missed questions are meant; none means all of them."""

    attempt = StringField(validators=[Optional(), Regexp(WELL_FORMED)])

    def wanted(self) -> str | None:
        """The attempt's id; raises Invalid for what is no id."""
        if not self.validate():
            raise Invalid("That is no quiz of yours.")
        return self.attempt.data or None
