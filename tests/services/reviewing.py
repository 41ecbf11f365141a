"""Rita reviews the balloon's library in tests: finding questions, deciding, editing."""

from dataclasses import dataclass, replace
from datetime import datetime
from random import Random

from sqlalchemy import text

from quizapp.questions.item import CheckResult, State
from quizapp.questions.review import Move
from quizapp.services.accounts import Role, create_account
from quizapp.services.database import Database
from quizapp.services.deciding import Actor, Done, decide
from quizapp.services.editing import Edited, edit
from quizapp.services.known import Known, known
from quizapp.services.passwords import Passwords
from quizapp.storage import accounts
from quizapp.storage.bank_values import StoredItem
from services.accounts import CHEAP, PASSWORD
from services.balloon import LATER, NOW, World, world

GAS = "How much gas"
PEOPLE = "How many people"


@dataclass(frozen=True, kw_only=True)
class Desk:
    """A reviewer at work on a database."""

    db: Database
    actor: Actor

    def known(self) -> Known:
        """The library now."""
        with self.db.reading() as connection:
            found = known(self.db, connection)
        assert found is not None
        return found

    @property
    def scope(self) -> int:
        """The library's row."""
        return self.known().head.id

    def item(self, stem: str) -> StoredItem:
        """The question that begins so, as it stands."""
        return next(one for one in self.known().bank if one.value.stem.startswith(stem))

    def decide(self, stem: str, wanted: Move, reason: str = "", *, now: datetime = LATER) -> Done:
        """Decide on it."""
        one = self.item(stem)
        return decide(self.db, scope=self.scope, item=one.item, version=one.row, wanted=wanted, reason=reason, actor=self.actor, now=now)

    def edit(self, question: str, reason: str = "", *, now: datetime = LATER, **changes: object) -> int:
        """Change some of its words."""
        one = self.item(question)
        changed = replace(as_edited(one), **changes)  # type: ignore[arg-type]
        return edit(
            self.db,
            scope=self.scope,
            known=self.known(),
            item=one.item,
            version=one.row,
            changed=changed,
            reason=reason,
            actor=self.actor,
            now=now,
        )

    def record(self) -> list[tuple[str, str, str]]:
        """Who did what to which question, and why, in order."""
        with self.db.reading() as connection:
            found = connection.execute(text("SELECT actor, action, why FROM record WHERE subject_kind = 'item' ORDER BY id"))
            return [tuple(row) for row in found]  # type: ignore[misc]


def as_edited(stored: StoredItem) -> Edited:
    """The words of a question as an editor finds them."""
    value = stored.value
    return Edited(stem=value.stem, options=value.options, key=value.key, explanation=value.explanation, evidence=value.evidence)


def staff(db: Database, name: str, role: Role = Role.ADMIN) -> Actor:
    """Somebody with an account."""
    create_account(db, name=name, password=PASSWORD, role=role, passwords=Passwords(CHEAP), now=NOW)
    with db.reading() as connection:
        found = next(one for one in accounts.read_accounts(connection) if one.name == name)
    return Actor(player=found.player, name=name)


def waiting(db: Database, *, but: World | None = None, failed: tuple[CheckResult, ...] = ()) -> None:
    """Load the library anew with every question waiting; the one on gas has these failed checks."""
    found = but or world()
    candidates = tuple(
        replace(one, state=State.CANDIDATE, checks=(*one.checks, *failed) if one.item.stem.startswith(GAS) else one.checks)
        for one in found.candidates
    )
    replace(found, candidates=candidates, quizzes=(), decisions=()).load(db, digest="waiting")


def rng() -> Random:
    """Chance that repeats itself."""
    return Random(11)
