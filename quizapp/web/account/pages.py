"""Typed contexts of the account pages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from wtforms import Form

from quizapp.services.account_data import Overview
from quizapp.services.accounts import Role
from quizapp.services.people import Person, ResetLink
from quizapp.storage.account_secrets import OpenInvitation
from quizapp.web.account.done import done_now, new_once
from quizapp.web.page import Page

SHEET = "form.css"
NEW_NAME = {"name": "new_name", "password": "first_password"}
NEW_PASSWORD = {"password": "new_password"}


@dataclass(frozen=True, kw_only=True)
class Field:
    """A field as a page shows it; `problem` says what to correct, `focus` is where the cursor stands."""

    name: str
    label: str
    kind: str
    autocomplete: str
    value: str
    problem: str
    hint: str
    focus: bool

    @property
    def described_by(self) -> str:
        """The ids of what a screen reader says with the field."""
        return " ".join(f"{self.name}-{part}" for part in ("problem", "hint") if getattr(self, part))


@dataclass(frozen=True, kw_only=True)
class FormPage(Page):
    """A page with one form; `done` says what was just done, `once` is the form's number where it may do its work only once."""

    fields: Sequence[Field]
    person: str = ""
    done: str = ""
    once: str = ""


@dataclass(frozen=True, kw_only=True)
class OverviewPage(Page):
    """The account of who has signed in; `done` says what was just done."""

    view: Overview
    done: str = ""

    @property
    def is_admin(self) -> bool:
        """Whether there are people to look after."""
        return self.view.role is Role.ADMIN

    @property
    def since(self) -> str:
        """The day the account was made."""
        return day(self.view.created_at)


@dataclass(frozen=True, kw_only=True)
class CodesPage(Page):
    """Recovery codes, shown this once; `onward` is where to go with them written down."""

    codes: Sequence[str]
    onward: str
    is_new: bool


@dataclass(frozen=True, kw_only=True)
class PeoplePage(Page):
    """Every account; `done` says what was just done, `once` is the number of the forms that make a link."""

    people: Sequence[Person]
    roles: Sequence[str]
    invitations: Sequence[OpenInvitation]
    done: str
    once: str

    def until(self, one: OpenInvitation) -> str:
        """The last day an invitation works."""
        return day(one.expires_at)


@dataclass(frozen=True, kw_only=True)
class SurePage(Page):
    """An act on somebody's account that is asked about first; `what` says what it does."""

    account: int
    what: str
    address: str
    button: str


@dataclass(frozen=True, kw_only=True)
class LinkPage(Page):
    """A one-time link, shown this once."""

    link: ResetLink
    address: str

    @property
    def until(self) -> str:
        """The last day it works."""
        return day(self.link.expires_at)


# What each field is called and what browsers and password managers may fill in: label, kind, autocomplete, hint.
FIELDS = {
    "name": ("Name", "text", "username", ""),
    "new_name": ("Name", "text", "username", "1 to 24 letters, digits and spaces. Others may see it."),
    "password": ("Password", "password", "current-password", ""),
    "first_password": ("Password", "password", "new-password", "At least 8 characters. Three or four words in a row do well."),
    "new_password": ("New password", "password", "new-password", "At least 8 characters. Three or four words in a row do well."),
    "old": ("Old password", "password", "current-password", ""),
    "code": ("Recovery code", "text", "off", "One of the eight you wrote down. Capitals and hyphens do not matter."),
}


def form_page(title: str, form: Form, *, new: Mapping[str, str] = MappingProxyType({}), person: str = "", once: str = "") -> FormPage:
    """A page with this form; its title says first when something is wrong.

    `new` maps fields that choose something to their words in FIELDS.
    """
    problems = {field.name: " ".join(str(one) for one in field.errors[:1]) for field in form}
    first = next((name for name, problem in problems.items() if problem), next(iter(problems)))
    fields = [
        _field(field.name, field.data, problems, kind_of=new.get(field.name, field.name), focus=field.name == first) for field in form
    ]
    wrong = any(problems.values())
    shown = f"Not yet: {title}" if wrong else title
    return FormPage(title=shown, section="account", sheet=SHEET, fields=fields, person=person, done=done_now(), once=once)


def _field(name: str, data: object, problems: dict[str, str], *, kind_of: str, focus: bool) -> Field:
    label, kind, autocomplete, hint = FIELDS[kind_of]
    value = data if kind == "text" and isinstance(data, str) else ""
    return Field(
        name=name,
        label=label,
        kind=kind,
        autocomplete=autocomplete,
        value=value,
        problem=problems[name],
        hint=hint,
        focus=focus,
    )


def overview_page(view: Overview) -> OverviewPage:
    """The page of an account."""
    return OverviewPage(title="Your account", section="account", sheet=SHEET, view=view, done=done_now())


def codes_page(codes: Sequence[str], *, onward: str, is_new: bool) -> CodesPage:
    """Recovery codes, after registering or in place of older ones."""
    return CodesPage(title="Your recovery codes", section="account", sheet=SHEET, codes=codes, onward=onward, is_new=is_new)


def people_page(people: Sequence[Person], invitations: Sequence[OpenInvitation]) -> PeoplePage:
    """The page of all people."""
    roles = [role.value for role in Role]
    return PeoplePage(
        title="People",
        section="account",
        sheet=SHEET,
        people=people,
        roles=roles,
        invitations=invitations,
        done=done_now(),
        once=new_once(),
    )


def link_page(link: ResetLink, address: str) -> LinkPage:
    """A link to hand over."""
    return LinkPage(title="A link for a new password", section="account", sheet=SHEET, link=link, address=address)


def day(moment: datetime) -> str:
    """A day as people write it: 4 May 2026."""
    return f"{moment.day} {moment:%B %Y}"
