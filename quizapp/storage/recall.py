"""What players missed once and how well they remember it: rows <-> `Memory`."""

from sqlalchemy import ColumnElement, Connection, Row, bindparam, delete, insert, select, update

from quizapp.play.recall import Memory
from quizapp.storage.tables.bank import ItemRow, ItemVersionRow
from quizapp.storage.tables.returning import RecallRow

_CELLS = (RecallRow.stability, RecallRow.difficulty, RecallRow.due, RecallRow.last_at, RecallRow.right)
_ITEM_OF = select(ItemVersionRow.item_id).where(ItemVersionRow.id == bindparam("version"))
_ONE = select(*_CELLS).where(RecallRow.player_id == bindparam("player"), RecallRow.item_id == bindparam("item"))
_ALL = select(ItemRow.item, *_CELLS).join(RecallRow, RecallRow.item_id == ItemRow.id).where(RecallRow.player_id == bindparam("player"))


def item_of(connection: Connection, version: int) -> int:
    """The row of the item that this version is of."""
    return int(connection.execute(_ITEM_OF, {"version": version}).scalar_one())


def read_memory(connection: Connection, *, player: int, item: int) -> Memory | None:
    """What the player remembers of the item with this row; None when it was never missed."""
    row = connection.execute(_ONE, {"player": player, "item": item}).first()
    return _memory(row) if row else None


def read_memories(connection: Connection, *, player: int) -> dict[str, Memory]:
    """Everything the player missed once, by the content ids of items."""
    return {row.item: _memory(row) for row in connection.execute(_ALL, {"player": player})}


def store_memory(connection: Connection, *, player: int, item: int, memory: Memory, known: bool) -> None:
    """Store a new memory, or a `known` one as it is now."""
    cells = {
        "stability": memory.stability,
        "difficulty": memory.difficulty,
        "due": memory.due,
        "last_at": memory.last_at,
        "right": memory.right,
    }
    if known:
        connection.execute(update(RecallRow).where(RecallRow.player_id == player, RecallRow.item_id == item).values(cells))
    else:
        connection.execute(insert(RecallRow).values(player_id=player, item_id=item, **cells))


def merge_memories(connection: Connection, *, guest: int, to: int) -> int:
    """Give a guest's memories to another player, of two on one item the later one; how many moved."""
    mine = {row.item_id: row.last_at for row in connection.execute(select(RecallRow.item_id, RecallRow.last_at).where(_of(to)))}
    theirs = connection.execute(select(RecallRow.id, RecallRow.item_id, RecallRow.last_at).where(_of(guest))).all()
    older = [row.id for row in theirs if row.item_id in mine and row.last_at <= mine[row.item_id]]
    newer = [row.item_id for row in theirs if row.item_id in mine and row.last_at > mine[row.item_id]]
    connection.execute(delete(RecallRow).where(RecallRow.id.in_(older)))
    connection.execute(delete(RecallRow).where(_of(to), RecallRow.item_id.in_(newer)))
    return int(connection.execute(update(RecallRow).where(_of(guest)).values(player_id=to)).rowcount)


def _of(player: int) -> ColumnElement[bool]:
    return RecallRow.player_id == player


def _memory(row: Row) -> Memory:  # type: ignore[type-arg]
    return Memory(stability=row.stability, difficulty=row.difficulty, due=row.due, last_at=row.last_at, right=row.right)
