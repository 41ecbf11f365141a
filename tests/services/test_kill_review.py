"""kill -9 in the middle of reviewing: each decision and each edit is there with its line in the record, or neither is."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from quizapp.services.database import open_database
from services.reviewing import staff, waiting

REVIEWER = """
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from quizapp.questions.review import Move
from quizapp.services.database import open_database
from quizapp.services.deciding import Actor, decide
from quizapp.services.editing import Edited, edit
from quizapp.services.known import known

folder, player, way = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
db = open_database(f"sqlite:///{folder / 'quizapp.sqlite'}", folder)
rita = Actor(player=player, name="Rita")
count = 0
while True:
    with db.reading() as connection:
        library = known(db, connection)
    for one in library.bank:
        more = {"scope": library.head.id, "item": one.item, "version": one.row, "actor": rita, "now": datetime.now(UTC)}
        if way == "decide":
            decide(db, wanted=Move.APPROVE if one.state == "candidate" else Move.RETIRE if one.state == "approved" else Move.APPROVE,
                   reason="because", **more)
        else:
            count += 1
            value = one.value
            words = Edited(stem=f"{value.stem.split(' #')[0]} #{count}", options=value.options, key=value.key,
                           explanation=value.explanation, evidence=value.evidence)
            edit(db, known=library, changed=words, reason="because", **more)
        print(one.item, flush=True)
"""

HALVES = """
SELECT (SELECT count(*) FROM decision WHERE NOT with_files),
       (SELECT count(*) FROM record WHERE actor = 'Rita' AND action IN ('question approved', 'question retired')),
       (SELECT count(*) FROM item_version WHERE edited),
       (SELECT count(*) FROM record WHERE actor = 'Rita' AND action = 'question edited'),
       (SELECT count(*) FROM item_version v WHERE NOT EXISTS (SELECT 1 FROM item_evidence e WHERE e.item_version_id = v.id))
"""


@pytest.mark.parametrize("way", ["decide", "edit"])
@pytest.mark.parametrize("seconds", [0.3, 0.7])
def test_every_act_has_its_line_in_the_record_whenever_the_server_dies(loaded: Path, tmp_path: Path, way: str, seconds: float) -> None:
    file = tmp_path / "quizapp.sqlite"
    file.write_bytes(loaded.read_bytes())
    db = open_database(f"sqlite:///{file}", tmp_path)
    waiting(db)
    rita = staff(db, "Rita")
    db.close()
    process = subprocess.Popen([sys.executable, "-c", REVIEWER, str(tmp_path), str(rita.player), way], stdout=subprocess.PIPE)
    assert process.stdout
    first = process.stdout.readline()
    time.sleep(seconds)
    os.kill(process.pid, signal.SIGKILL)
    told = [line for line in [first, *process.stdout] if line.endswith(b"\n")]
    process.communicate()
    with closing(sqlite3.connect(file)) as connection:
        decided, decisions_told, edited, edits_told, bare = connection.execute(HALVES).fetchone()
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert decided == decisions_told
    assert edited == edits_told
    assert bare == 0
    assert decided + edited >= len(told) > 3
