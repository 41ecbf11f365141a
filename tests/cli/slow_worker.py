"""A worker that knows one kind of work, slow enough to be killed in the middle: python slow_worker.py INSTANCE NAME [REDIS]."""

import os
import sys
import time
from pathlib import Path

from quizapp.services.database import Database
from quizapp.services.job_kinds import KINDS, Kind, Run
from quizapp.settings import Settings
from quizapp.worker import work


def slowly(_db: Database, run: Run) -> dict[str, object]:
    """Takes a second, and leaves a line in a file when it begins and when it ends."""
    log = Path(str(run.subject["log"]))
    with log.open("a", encoding="utf-8") as file:
        file.write(f"begun {run.job}\n")
    for step in range(1, 11):
        run.tell("Going slowly", step, 10)
        time.sleep(0.1)
    with log.open("a", encoding="utf-8") as file:
        file.write(f"done {run.job}\n")
    return {"steps": 10}


if __name__ == "__main__":
    KINDS["slow"] = Kind(called=lambda _: "Going slowly", handler=slowly)
    redis = sys.argv[3] if len(sys.argv) > 3 else ""
    settings = Settings(instance=Path(sys.argv[1]), redis_url=redis, database_url=os.environ.get("QUIZAPP_DATABASE_URL", ""))
    work(settings, name=sys.argv[2], tied=True)
