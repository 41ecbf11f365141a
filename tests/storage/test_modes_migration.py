"""Attempts live through the migration that brings the modes, with what hangs on them; on the way down a new mode becomes a quick ten."""

import pytest
from sqlalchemy import make_url, text
from sqlalchemy.exc import IntegrityError

from quizapp.storage.engine import sqlite_engine
from quizapp.storage.migrate import move, prepare

ADD = text(
    "INSERT INTO attempt (id, public, player_id, mode, title, total, started_at)"
    " VALUES (:id, :public, 7, :mode, 'Ten', 1, '2026-01-01 00:00:00.000000')"
)
HANGING = (
    "INSERT INTO player (id, kind, created_at) VALUES (7, 'guest', '2026-01-01 00:00:00.000000')",
    "INSERT INTO attempt_question (id, attempt_id, number, item_version_id, options, skipped) VALUES (1, 1, 1, 1, '[]', 0)",
    "INSERT INTO response (id, attempt_question_id, chosen, at) VALUES (1, 1, 0, '2026-01-01 00:00:00.000000')",
)


def test_modes_come_and_go_and_no_attempt_is_lost(url: str) -> None:
    prepare(url)
    engine = sqlite_engine(make_url(url), begin="BEGIN IMMEDIATE", connections=1, foreign_keys=False)
    with engine.begin() as connection:
        move(connection, "0004", down=True)
        for statement in HANGING:
            connection.execute(text(statement))
        connection.execute(ADD, {"id": 1, "public": "a" * 22, "mode": "quick"})
    with engine.begin() as connection:
        move(connection, "head")
        connection.execute(ADD, {"id": 2, "public": "b" * 22, "mode": "daily"})
    with engine.begin() as connection:
        move(connection, "0004", down=True)
        assert connection.execute(text("SELECT id, mode FROM attempt ORDER BY id")).all() == [(1, "quick"), (2, "quick")]
        assert connection.scalar(text("SELECT count(*) FROM response")) == 1
        move(connection, "head")
    with pytest.raises(IntegrityError, match="ck_attempt_mode_known"), engine.begin() as connection:
        connection.execute(ADD, {"id": 3, "public": "c" * 22, "mode": "nonsense"})
    engine.dispose()
