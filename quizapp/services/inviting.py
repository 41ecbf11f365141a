"""Inviting people: a link that works once and makes an account with the role an admin chose."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from sqlalchemy import Connection

from quizapp.services.account_acts import Browser, actor_name
from quizapp.services.accounts import Registered, claim_link
from quizapp.services.database import Database
from quizapp.services.errors import LinkUsed, NotFound
from quizapp.services.passwords import Passwords
from quizapp.services.people import admin_account
from quizapp.services.players import new_token
from quizapp.storage import account_secrets
from quizapp.storage.account_secrets import OpenInvitation
from quizapp.storage.record import Entry, write_record
from quizapp.storage.tables.accounts import LinkPurpose, Role

KIND = "invitation"
LASTS = timedelta(days=14)
_NO_LINK = "This invitation was used already, was taken back, or is too old. Ask for a new one."


@dataclass(frozen=True, kw_only=True, slots=True)
class Invitation:
    """A link that makes one account with this role; the token is kept nowhere else."""

    role: Role
    token: str
    expires_at: datetime


def invite(db: Database, *, by: int, role: Role, now: datetime, rng: Random) -> Invitation:
    """A link for one new account within two weeks. Raises Forbidden, NotSaved."""
    token, expires_at = new_token(rng), now + LASTS
    with db.writing() as connection:
        admin = admin_account(connection, by)
        link = account_secrets.add_invitation(connection, role=role, token=token, now=now, expires_at=expires_at)
        new: dict[str, object] = {"role": role.value, "until": expires_at.isoformat()}
        _record(connection, link, "invitation_made", actor_name(admin), admin.player, now, new=new)
    return Invitation(role=role, token=token, expires_at=expires_at)


def open_invitations(db: Database, *, by: int, now: datetime) -> tuple[OpenInvitation, ...]:
    """Every invitation that still works, oldest first. Raises Forbidden."""
    with db.reading() as connection:
        admin_account(connection, by)
        return account_secrets.open_invitations(connection, now=now)


def take_back(db: Database, *, by: int, invitation: int, now: datetime) -> None:
    """Let an invitation work no more. Raises Forbidden, NotFound, NotSaved."""
    with db.writing() as connection:
        admin = admin_account(connection, by)
        if not account_secrets.drop_invitation(connection, invitation, now=now):
            raise NotFound("There is no such invitation, or it was used already.")
        _record(connection, invitation, "invitation_taken_back", actor_name(admin), admin.player, now)


def invited_role(db: Database, token: str, *, now: datetime) -> Role:
    """What an account made by this link may do; raises NotFound for a link that does not work."""
    with db.reading() as connection:
        return _invitation(connection, token, now, to_change=False)[1]


def accept_invitation(
    db: Database, *, token: str, name: str, password: str, browser: Browser, passwords: Passwords, now: datetime, rng: Random
) -> Registered:
    """Make the account that the link invites to, and use the link up. Raises NotFound, FieldRefused, NotSaved."""

    def find(connection: Connection, to_change: bool) -> tuple[int, Role]:
        return _invitation(connection, token, now, to_change=to_change)

    return claim_link(
        db, find, action="account_by_invitation", name=name, password=password, browser=browser, passwords=passwords, now=now, rng=rng
    )


def _invitation(connection: Connection, token: str, now: datetime, *, to_change: bool) -> tuple[int, Role]:
    link = account_secrets.open_link(connection, token, now=now, to_change=to_change)
    if link is None or link.purpose is not LinkPurpose.INVITE or link.role is None:
        raise LinkUsed(_NO_LINK)
    return link.id, link.role


def _record(
    connection: Connection, link: int, action: str, actor: str, actor_id: int, now: datetime, *, new: dict[str, object] | None = None
) -> None:
    entry = Entry(at=now, actor=actor, actor_id=actor_id, action=action, subject_kind=KIND, subject_id=str(link), new=new)
    write_record(connection, entry)
