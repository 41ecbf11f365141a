"""What reviewers chose before they saw which answer is right."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select

from quizapp.storage.tables.bank import ItemVersionRow
from quizapp.storage.tables.reviewing import BlindAnswerRow


@dataclass(frozen=True, kw_only=True, slots=True)
class BlindAnswer:
    """One reviewer's choice on one version, and the right one."""

    version: int
    player: int | None
    name: str
    chosen: int
    key: int
    at: datetime

    @property
    def agrees(self) -> bool:
        """Whether the reviewer chose the right answer."""
        return self.chosen == self.key


_ANSWERS = select(BlindAnswerRow.__table__, ItemVersionRow.key).join(ItemVersionRow, ItemVersionRow.id == BlindAnswerRow.item_version_id)


def blind_answers(connection: Connection, versions: Collection[int] | None = None) -> tuple[BlindAnswer, ...]:
    """The choices on these versions, or on all, oldest first."""
    wanted = _ANSWERS.order_by(BlindAnswerRow.id)
    wanted = wanted if versions is None else wanted.where(BlindAnswerRow.item_version_id.in_(list(versions)))
    return tuple(
        BlindAnswer(version=row.item_version_id, player=row.player_id, name=row.name, chosen=row.chosen, key=row.key, at=row.at)
        for row in connection.execute(wanted)
    )


def add_blind_answer(connection: Connection, *, version: int, player: int, name: str, chosen: int, now: datetime) -> bool:
    """Keep a reviewer's first choice on a version; False when there was one, which stands."""
    mine = select(BlindAnswerRow.id).where(BlindAnswerRow.item_version_id == version, BlindAnswerRow.player_id == player)
    if connection.scalar(mine) is not None:
        return False
    connection.execute(insert(BlindAnswerRow).values(item_version_id=version, player_id=player, name=name, chosen=chosen, at=now))
    return True
