"""kill -9 in the middle of writing: what was told as saved is there, nothing is there by half."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from quizapp.services import play
from quizapp.services.check import check_bank
from quizapp.services.database import open_database
from services.balloon import NOW

PLAYER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from quizapp.services import play, players, quizzes
from quizapp.services.database import open_database

folder = Path(sys.argv[1])
db = open_database(f"sqlite:///{folder / 'quizapp.sqlite'}", folder)
rng, now = Random(int(sys.argv[2])), datetime.now(UTC)
while True:
    player = players.begin_visit(db, now=now, rng=rng).visit.player
    attempt = quizzes.start_attempt(db, player=player, quiz="over-the-strait", now=now, rng=rng)
    while (view := play.current_question(db, player=player, attempt=attempt, now=now)) is not None:
        play.answer(db, player=player, attempt=attempt, question=view.question, token=view.options[0].token, now=now)
        print(player, attempt, view.question, flush=True)
"""

HALVES = """
SELECT a.id FROM attempt a
LEFT JOIN attempt_question q ON q.attempt_id = a.id
LEFT JOIN response r ON r.attempt_question_id = q.id
GROUP BY a.id
HAVING count(q.id) != a.total OR (count(r.id) = a.total) != (a.finished_at IS NOT NULL)
"""


@pytest.mark.parametrize("seconds", [0.4, 0.9])
def test_what_was_saved_survives_and_nothing_is_there_by_half(loaded: Path, tmp_path: Path, seconds: float) -> None:
    file = tmp_path / "quizapp.sqlite"
    file.write_bytes(loaded.read_bytes())
    players = [subprocess.Popen([sys.executable, "-c", PLAYER, str(tmp_path), str(seed)], stdout=subprocess.PIPE) for seed in (1, 2)]
    first = [one.stdout.readline() for one in players if one.stdout]
    time.sleep(seconds)
    for one in players:
        os.kill(one.pid, signal.SIGKILL)
    told = [line.split() for one, head in zip(players, first, strict=True) for line in [head, *(one.stdout or ())] if line.endswith(b"\n")]
    for one in players:
        one.communicate()
    db = open_database(f"sqlite:///{file}", tmp_path)
    assert len(told) > 10
    for player, attempt, question in told:
        assert play.feedback(db, player=int(player), attempt=attempt.decode(), question=question.decode(), now=NOW).chosen
    assert check_bank(db) == ()
    db.close()
    assert _halves(file) == []


def _halves(file: Path) -> list[object]:
    """Attempts without all of their questions, and complete ones that are not finished or the other way round."""
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        return connection.execute(HALVES).fetchall()
