"""The people of the account tests: Paul plays, Sam is a stranger, Tess teaches, Ada administers."""

from dataclasses import dataclass, field
from datetime import datetime
from random import Random

from sqlalchemy import text

from quizapp.services import accounts, people, signing_in
from quizapp.services.account_acts import Browser
from quizapp.services.accounts import Registered, Role
from quizapp.services.database import Database
from quizapp.services.passwords import Cost, Passwords
from quizapp.services.players import NewVisit, Visit, begin_visit, find_visit
from services.balloon import NOW

CHEAP = Cost(passes=1, memory_kib=8, lanes=1)
PASSWORD = "blue kettle rain"
OTHER = "nine slow herons"
HOME = "192.0.2.7"


@dataclass(frozen=True, kw_only=True)
class School:
    """A database with people in it, and what their browsers do."""

    db: Database
    rng: Random = field(default_factory=lambda: Random(7))
    passwords: Passwords = field(default_factory=lambda: Passwords(CHEAP))

    def guest(self) -> NewVisit:
        """A guest's visit."""
        return begin_visit(self.db, now=NOW, rng=self.rng)

    def doing(self, visit: str = "", *, now: datetime = NOW, address: str = HOME) -> dict[str, object]:
        """What each use case is told besides."""
        return {"browser": Browser(address=address, visit=visit), "passwords": self.passwords, "now": now, "rng": self.rng}

    def register(self, name: str, *, visit: str = "", password: str = PASSWORD, **more: object) -> Registered:
        """A new account."""
        return accounts.register(self.db, name=name, password=password, **self.doing(visit, **more))  # type: ignore[arg-type]

    def sign_in(self, name: str, *, visit: str = "", password: str = PASSWORD, **more: object) -> NewVisit:
        """A new visit of an account."""
        return signing_in.sign_in(self.db, name=name, password=password, **self.doing(visit, **more))  # type: ignore[arg-type]

    def staff(self, name: str, role: Role) -> NewVisit:
        """Somebody with a role, signed in."""
        accounts.create_account(self.db, name=name, password=PASSWORD, role=role, passwords=self.passwords, now=NOW)
        return self.sign_in(name)

    def who(self, token: str) -> Visit | None:
        """Whose visit this is."""
        return find_visit(self.db, token)

    def account(self, name: str, *, by: int) -> int:
        """The account with this name, as an admin finds it."""
        return next(one.account for one in people.people(self.db, by=by) if one.name == name)

    def record(self) -> list[tuple[str, str]]:
        """Who did what, in order."""
        with self.db.reading() as connection:
            return [(row.actor, row.action) for row in connection.execute(text("SELECT actor, action FROM record ORDER BY id"))]
