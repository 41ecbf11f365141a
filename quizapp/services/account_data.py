"""What an account holds: its overview, its data to take along, and its end."""

from dataclasses import dataclass
from datetime import datetime
from random import Random
from typing import Any

import msgspec

from quizapp.services.account_acts import KIND, Browser, record_act
from quizapp.services.database import Database
from quizapp.services.deciding import Actor
from quizapp.services.own_articles_deleting import forget_own_articles
from quizapp.services.passwords import Passwords
from quizapp.services.people import refuse_last_admin
from quizapp.services.players import NewVisit, begin_guest
from quizapp.services.signing_in import confirm_password, own_account
from quizapp.storage import account_export, account_secrets, accounts, class_export, practice_export
from quizapp.storage.boards import forget_names
from quizapp.storage.job_export import read_jobs
from quizapp.storage.jobs import forget_jobs
from quizapp.storage.own_article_export import read_own_articles
from quizapp.storage.own_quiz_export import forget_own_quizzes, read_own_quizzes
from quizapp.storage.record import Entry, let_go_of, record_by, record_of
from quizapp.storage.tables.accounts import Role


@dataclass(frozen=True, kw_only=True, slots=True)
class Overview:
    """An account as its owner sees it."""

    name: str
    role: Role
    created_at: datetime
    codes_left: int


def overview(db: Database, *, player: int) -> Overview:
    """The player's account; raises NotFound for a guest."""
    with db.reading() as connection:
        account = own_account(connection, player)
        left = account_secrets.codes_left(connection, account.id)
    return Overview(name=account.name, role=account.role, created_at=account.created_at, codes_left=left)


def export_data(db: Database, *, player: int, now: datetime) -> bytes:
    """Everything that is kept about the player, as JSON for people and programs; raises NotFound, NotSaved."""
    with db.writing() as connection:
        account = own_account(connection, player)
        record_act(connection, account, "data_exported", now=now)
    with db.reading() as connection:
        acts = {one.id: one for one in (*record_of(connection, kind=KIND, subject=str(account.id)), *record_by(connection, player))}
        everything: dict[str, Any] = {
            "made": now.isoformat(),
            "account": {"name": account.name, "role": account.role.value, "made": account.created_at.isoformat()},
            "recovery_codes_left": account_secrets.codes_left(connection, account.id),
            "visits": account_export.read_visits(connection, player),
            "attempts": account_export.read_attempts(connection, player),
            "practice": practice_export.read_practice(connection, player),
            "reports": account_export.read_reports(connection, player),
            "background_work": read_jobs(connection, player),
            "own_articles": read_own_articles(connection, player),
            "own_quizzes": read_own_quizzes(connection, player),
            "leaderboards": practice_export.read_names(connection, player),
            "classes": class_export.read_classes(connection, player),
            "given": class_export.read_given(connection, player),
            "taken_part": class_export.read_taken_part(connection, player),
            "record": [_act(one, player) for _, one in sorted(acts.items())],
        }
    return msgspec.json.format(msgspec.json.encode(everything), indent=2)


def delete_account(
    db: Database, *, player: int, password: str, browser: Browser, passwords: Passwords, now: datetime, rng: Random
) -> NewVisit:
    """Delete the account; what was played stays, and nothing tells any more by whom. The browser goes on as a new guest.

    Raises FieldRefused, TooOften, LastAdmin, NotFound, NotSaved.
    """
    load = confirm_password(db, player=player, password=password, browser=browser, passwords=passwords, now=now)
    with db.writing() as connection:
        account = load(connection)
        refuse_last_admin(connection, account)
        record_act(connection, account, "account_deleted", now=now, old={"role": account.role.value})
        forget_own_quizzes(connection, owner=player, now=now)
        forget_own_articles(connection, owner=player, by=Actor(player=player, name=account.name), now=now)
        let_go_of(connection, player)
        forget_names(connection, player=player)
        class_export.forget_classes(connection, player=player, now=now)
        forget_jobs(connection, owner=player)
        accounts.delete_account(connection, account.id, player)
        return begin_guest(connection, now=now, rng=rng)


def _act(entry: Entry, player: int) -> dict[str, Any]:
    own = entry.actor_id == player
    return {
        "at": entry.at.isoformat(),
        "who": "you" if own else "somebody else",
        "what": entry.action,
        "about": f"{entry.subject_kind} {entry.subject_id}".strip(),
        "old": entry.old,
        "new": entry.new,
        "why": entry.why,
    }
