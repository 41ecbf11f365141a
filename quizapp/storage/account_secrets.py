"""Recovery codes and one-time links: kept as digests, each used once."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, delete, func, insert, select, update

from quizapp.storage.digests import digest
from quizapp.storage.tables.accounts import AccountLinkRow, LinkPurpose, RecoveryCodeRow, Role


@dataclass(frozen=True, kw_only=True, slots=True)
class StoredLink:
    """A one-time link that was not used yet; the account it is for, if it is for one."""

    id: int
    purpose: LinkPurpose
    account: int | None
    expires_at: datetime | None
    role: Role | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenInvitation:
    """An invitation that still works: its row, the role it gives, and until when."""

    id: int
    role: Role
    expires_at: datetime


def replace_codes(connection: Connection, account: int, codes: Iterable[str], *, now: datetime) -> None:
    """Make these the account's only codes."""
    connection.execute(delete(RecoveryCodeRow).where(RecoveryCodeRow.account_id == account))
    rows = [{"account_id": account, "code_hash": code_digest(account, code), "made_at": now} for code in codes]
    connection.execute(insert(RecoveryCodeRow), rows)


def use_code(connection: Connection, account: int, code: str, *, now: datetime) -> bool:
    """Use up this code of the account; False when it has no such code left."""
    mine = update(RecoveryCodeRow).where(
        RecoveryCodeRow.account_id == account,
        RecoveryCodeRow.code_hash == code_digest(account, code),
        RecoveryCodeRow.used_at.is_(None),
    )
    return connection.execute(mine.values(used_at=now)).rowcount == 1


def codes_left(connection: Connection, account: int) -> int:
    """How many codes of the account are unused."""
    mine = select(func.count()).where(RecoveryCodeRow.account_id == account, RecoveryCodeRow.used_at.is_(None))
    return connection.scalar(mine) or 0


def code_digest(account: int, code: str) -> str:
    """What stands in the database for a code: the account goes into it, so that a stolen table is not searched for all at once."""
    return digest(f"{account}:{code}")


def add_link(
    connection: Connection,
    *,
    purpose: LinkPurpose,
    token: str,
    now: datetime,
    account: int | None = None,
    expires_at: datetime | None = None,
) -> None:
    """Keep a new link."""
    cells = {"purpose": purpose.value, "account_id": account, "token_hash": digest(token), "made_at": now, "expires_at": expires_at}
    connection.execute(insert(AccountLinkRow).values(cells))


def open_link(connection: Connection, token: str, *, now: datetime, to_change: bool = False) -> StoredLink | None:
    """The link with this token unless it was used or is too old."""
    cells = (AccountLinkRow.id, AccountLinkRow.purpose, AccountLinkRow.account_id, AccountLinkRow.expires_at, AccountLinkRow.role)
    found = select(*cells).where(
        AccountLinkRow.token_hash == digest(token),
        AccountLinkRow.used_at.is_(None),
        AccountLinkRow.expires_at.is_(None) | (AccountLinkRow.expires_at > now),
    )
    row = connection.execute(found.with_for_update() if to_change else found).first()
    if row is None:
        return None
    role = Role(row.role) if row.role else None
    return StoredLink(id=row.id, purpose=LinkPurpose(row.purpose), account=row.account_id, expires_at=row.expires_at, role=role)


def add_invitation(connection: Connection, *, role: Role, token: str, now: datetime, expires_at: datetime) -> int:
    """Keep an invitation to an account with this role; its row."""
    cells = {"purpose": LinkPurpose.INVITE.value, "role": role.value, "token_hash": digest(token), "made_at": now, "expires_at": expires_at}
    connection.execute(insert(AccountLinkRow).values(cells))
    return connection.execute(select(AccountLinkRow.id).where(AccountLinkRow.token_hash == digest(token))).scalar_one()


def open_invitations(connection: Connection, *, now: datetime) -> tuple[OpenInvitation, ...]:
    """Every invitation that was not used and is not too old, oldest first."""
    found = select(AccountLinkRow.id, AccountLinkRow.role, AccountLinkRow.expires_at).where(*_invitations_open(now))
    rows = connection.execute(found.order_by(AccountLinkRow.id))
    return tuple(OpenInvitation(id=row.id, role=Role(row.role), expires_at=row.expires_at) for row in rows)


def drop_invitation(connection: Connection, invitation: int, *, now: datetime) -> bool:
    """Let an open invitation work no more; False when there is none."""
    return connection.execute(delete(AccountLinkRow).where(AccountLinkRow.id == invitation, *_invitations_open(now))).rowcount == 1


def _invitations_open(now: datetime) -> tuple[ColumnElement[bool], ...]:
    return (AccountLinkRow.purpose == LinkPurpose.INVITE.value, AccountLinkRow.used_at.is_(None), AccountLinkRow.expires_at > now)


def use_link(connection: Connection, link: int, *, now: datetime) -> None:
    """Use the link up."""
    connection.execute(update(AccountLinkRow).where(AccountLinkRow.id == link).values(used_at=now))


def drop_open_links(connection: Connection, account: int) -> None:
    """Let no link of this account work any more."""
    connection.execute(delete(AccountLinkRow).where(AccountLinkRow.account_id == account, AccountLinkRow.used_at.is_(None)))


def has_first_admin_link(connection: Connection) -> bool:
    """Whether a link for the first admin was ever made."""
    return connection.scalar(select(AccountLinkRow.id).where(AccountLinkRow.purpose == LinkPurpose.FIRST_ADMIN.value)) is not None
