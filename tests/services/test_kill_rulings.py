"""kill -9 in the middle of ruling, correcting and mending: each act is there with its line in the record, or neither is."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from quizapp.services.check import check_bank
from quizapp.services.database import open_database

REVIEWER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from sqlalchemy import text
from quizapp.knowledge.rulings import Ruling, RulingKind
from quizapp.services import putting_back, regrading, revising, rulings
from quizapp.services.database import open_database
from quizapp.services.deciding import Actor

folder = Path(sys.argv[1])
db = open_database(f"sqlite:///{folder / 'quizapp.sqlite'}", folder)
now = datetime.now(UTC)
with db.writing() as connection:
    connection.execute(text("INSERT INTO player (kind, name, created_at) VALUES ('account', 'Rita', '2024-01-01')"))
    rita = Actor(player=connection.scalar(text("SELECT max(id) FROM player")), name="Rita")
    version = connection.scalar(text("SELECT id FROM item_version WHERE stem LIKE 'Who rode out%'"))
    evening = connection.scalar(text("SELECT id FROM article WHERE name = 'evening.txt'"))
    words = connection.scalar(text("SELECT text FROM revision JOIN article a ON a.id = article_id WHERE a.name = 'late.txt'"))
ruling = Ruling(kind=RulingKind.NOT_ASKED, reason="Dull.", subject="Gannet", relation="gas_held")
turn = 0
while True:
    turn += 1
    row = rulings.make_ruling(db, ruling=ruling, actor=rita, now=now).row
    rulings.withdraw_ruling(db, ruling=row, reason="Not so dull.", actor=rita, now=now)
    revising.revise(db, article="four-hundred-people-and-a-balloon", text=words + " " * turn, reason="A gap.", actor=rita, now=now)
    revising.withdraw(db, article="home-again-a-balloon-crosses-the-strait", reason="A doubt.", actor=rita, now=now)
    putting_back.put_back(db, article=evening, reason="No doubt.", actor=rita, now=now)
    with db.writing() as connection:
        regrading.mend(connection, item_version=version, right=frozenset({(turn + 1) % 4}), actor=rita, why="Again.", now=now)
    print(turn, flush=True)
"""
PAIRS = {
    "ruling made": "SELECT count(*) FROM ruling WHERE NOT with_files",
    "ruling withdrawn": "SELECT count(*) FROM ruling WHERE withdrawn_by IS NOT NULL",
    "article corrected": "SELECT count(*) FROM revision WHERE made_here",
    "article withdrawn": "SELECT (SELECT count(*) FROM record WHERE action = 'article put back') + count(withdrawn_by) FROM article",
    "article put back": "SELECT (SELECT count(*) FROM record WHERE action = 'article withdrawn') - count(*) FROM set_aside",
    "question retired": "SELECT count(*) FROM decision WHERE state = 'retired'",
    "mend scores": "SELECT count(*) FROM mending",
    "question left play": "SELECT count(*) FROM decision WHERE actor = 'quizapp'",
}


@pytest.mark.parametrize("seconds", [0.3, 0.8])
def test_every_act_has_its_line_and_every_line_its_act(loaded: Path, tmp_path: Path, seconds: float) -> None:
    file = tmp_path / "quizapp.sqlite"
    file.write_bytes(loaded.read_bytes())
    reviewer = subprocess.Popen([sys.executable, "-c", REVIEWER, str(tmp_path)], stdout=subprocess.PIPE)
    assert reviewer.stdout is not None
    assert reviewer.stdout.readline() == b"1\n"
    time.sleep(seconds)
    os.kill(reviewer.pid, signal.SIGKILL)
    reviewer.communicate()
    db = open_database(f"sqlite:///{file}", tmp_path)
    assert check_bank(db) == ()
    db.close()
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        for action, things in PAIRS.items():
            told = connection.execute("SELECT count(*) FROM record WHERE action = ?", (action,)).fetchone()
            assert told == connection.execute(things).fetchone(), action
            assert told != (0,), action
