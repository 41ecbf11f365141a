"""A teacher's own articles as plain values, texts included: they are hers."""

from typing import Any

from sqlalchemy import Connection, select

from quizapp.storage.own_articles import own_articles
from quizapp.storage.tables.knowledge import RevisionRow


def read_own_articles(connection: Connection, player: int) -> list[dict[str, Any]]:
    """Every article of this teacher's own, newest first."""
    mine = own_articles(connection, player)
    current = select(RevisionRow.article_id, RevisionRow.text).where(
        RevisionRow.article_id.in_([one.row for one in mine]), RevisionRow.is_current
    )
    texts = {row.article_id: row.text for row in connection.execute(current)}
    return [
        {
            "title": one.title,
            "date": one.date.isoformat() if one.date else None,
            "source": one.source,
            "link": one.link,
            "rights": one.rights.value,
            "rights_note": one.rights_note,
            "added": one.added_at.isoformat(),
            "sharing": one.sharing.value,
            "text": texts[one.row],
        }
        for one in mine
    ]
