"""What people send about accounts; services say what is wrong with it, and the words land beside their field."""

from collections.abc import Callable
from typing import TypeVar

from wtforms import Form, IntegerField, PasswordField, StringField
from wtforms.validators import AnyOf, InputRequired, Length, NumberRange

from quizapp.services.accounts import Role
from quizapp.services.errors import FieldRefused

Done = TypeVar("Done")
LONGEST_NAME = 200
LONGEST_PASSWORD = 1_000
LARGEST_ID = 2**31 - 1

_NAME = (InputRequired("Type your name."), Length(max=LONGEST_NAME, message="This name is too long."))
_PASSWORD = (InputRequired("Type your password."), Length(max=LONGEST_PASSWORD, message="This password is too long."))
_NEW = (InputRequired("Choose a password."), Length(max=LONGEST_PASSWORD, message="This password is too long."))


class SignInForm(Form):
    """A name and its password."""

    name = StringField(validators=_NAME)
    password = PasswordField(validators=_PASSWORD)


class RegisterForm(Form):
    """A new name and a new password."""

    name = StringField(validators=(InputRequired("Choose a name."), Length(max=LONGEST_NAME, message="This name is too long.")))
    password = PasswordField(validators=_NEW)


class ConfirmForm(Form):
    """The password again, before something that cannot be undone."""

    password = PasswordField(validators=_PASSWORD)


class NewPasswordForm(Form):
    """A new password, where a link says whose."""

    password = PasswordField(validators=_NEW)


class ChangeForm(Form):
    """The old password and a new one."""

    old = PasswordField(validators=_PASSWORD)
    password = PasswordField(validators=_NEW)


class RecoverForm(Form):
    """A name, a recovery code and a new password."""

    name = StringField(validators=_NAME)
    code = StringField(validators=(InputRequired("Type one of your recovery codes."), Length(max=LONGEST_NAME, message="This is no code.")))
    password = PasswordField(validators=_NEW)


class PersonForm(Form):
    """An account that an admin picked."""

    account = IntegerField(validators=(InputRequired(), NumberRange(min=1, max=LARGEST_ID)))


class RoleForm(PersonForm):
    """An account and its new role."""

    role = StringField(validators=(AnyOf([role.value for role in Role]),))


def filled(form: Form, act: Callable[[], Done]) -> Done | None:
    """What the act gives; None when the form cannot be used, with the reason beside a field."""
    if not form.validate():
        return None
    try:
        return act()
    except FieldRefused as refused:
        field = form[refused.field]
        field.errors = [*field.errors, str(refused)]
        return None
