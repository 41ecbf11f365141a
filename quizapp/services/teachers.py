"""Finding people by the names of their accounts, for whoever has the machine's shell."""

from quizapp.play.player_names import name_key
from quizapp.services.database import Database
from quizapp.services.errors import NotFound
from quizapp.storage.accounts import StoredAccount, account_by_key
from quizapp.storage.tables.accounts import Role


def player_named(db: Database, *, name: str) -> int:
    """The player of the account with this name; raises NotFound."""
    return _account(db, name).player


def teacher_named(db: Database, *, name: str) -> int:
    """The same for the account of a teacher or an admin alone."""
    found = _account(db, name)
    if found.role is Role.PLAYER:
        raise NotFound(f"{found.name} is no teacher. An admin can change that on the page People.")
    return found.player


def _account(db: Database, name: str) -> StoredAccount:
    with db.reading() as connection:
        found = account_by_key(connection, name_key(name))
    if found is None:
        raise NotFound(f"Nobody here is named “{name}”. quizapp accounts create makes an account.")
    return found
