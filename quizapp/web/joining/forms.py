"""What students send at the door."""

from wtforms import Form, StringField
from wtforms.validators import InputRequired, Length


class CodeForm(Form):
    """The code of a quiz."""

    code = StringField(validators=[InputRequired("Type the code you were given."), Length(max=40, message="This code is too long.")])


class PersonalForm(Form):
    """The personal code of a taken name."""

    personal = StringField(validators=[InputRequired("Type the personal code of this name."), Length(max=60, message="This is no code.")])


class NicknameForm(Form):
    """A nickname, where there is no class."""

    nickname = StringField(validators=[Length(max=200, message="This name is too long.")])
