"""What a player had done in the background, as plain values for an export."""

from typing import Any

from sqlalchemy import Connection, select

from quizapp.storage.tables.jobs import JobRow


def read_jobs(connection: Connection, player: int) -> list[dict[str, Any]]:
    """Every job the player asked for, what it was about and what came of it."""
    mine = select(JobRow.__table__).where(JobRow.owner_id == player).order_by(JobRow.id)
    return [
        {
            "kind": row.kind,
            "about": row.subject,
            "state": row.state,
            "result": row.result,
            "trouble": row.trouble,
            "asked": row.made_at.isoformat(),
            "ended": row.ended_at.isoformat() if row.ended_at else None,
        }
        for row in connection.execute(mine)
    ]
