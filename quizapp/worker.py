"""The job worker: a process that does what people asked for in the background; it alone loads the language model, when it is needed."""

import logging
import os
import secrets
import signal
import sys
import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from time import monotonic
from typing import Any

from quizapp.services.database import Database, open_database
from quizapp.services.errors import NotSaved
from quizapp.services.job_queue import JobQueue
from quizapp.services.job_runs import JobRun, do, release_jobs, take_job, work_waits
from quizapp.services.jobs import tidy
from quizapp.settings import Settings

LOOK_SECONDS = 5.0
"""How often a worker gives a sign of life, and looks for work that no queue told of."""
LONGEST_SILENCE = timedelta(minutes=15)
"""After so long without any progress a run hangs: the worker ends, and another one takes the job."""
TIDY_EVERY = timedelta(days=1)
"""How often a worker forgets the jobs that ended long ago; at its start it does so first."""
HUNG = 1
_TICK = 0.2

log = logging.getLogger("quizapp.jobs")


class Worker:
    """Takes one job after the other until it is told to end; `name` stays the same when a worker is started anew in another's place."""

    def __init__(self, db: Database, settings: Settings, name: str = "") -> None:
        self.name = name or secrets.token_hex(4)
        self.ending = threading.Event()
        self._db = db
        self._queue = JobQueue(settings, self._take_all)
        self._current: JobRun | None = None
        self._looked_at = 0.0
        self._tidied_at: float | None = None

    def work(self) -> int:
        """Work until `ending` is set; returns the exit code. A job in the middle waits for another worker again."""
        release_jobs(self._db, worker=self.name)
        consumer: Any = self._queue.huey.create_consumer(workers=1, periodic=False, max_delay=1.0, scheduler_interval=60)
        consumer.start()
        self._hear_signals()
        while not self.ending.wait(_TICK):
            if self._hangs():
                log.error("a job has made no progress for %s; this worker ends, and the job is taken again", LONGEST_SILENCE)
                return HUNG
            if monotonic() - self._looked_at > LOOK_SECONDS:
                self._look_around(consumer)
        consumer.stop()
        self._hand_back()
        return 0

    def _hear_signals(self) -> None:
        """Set after the consumer's own, whose hang-up would start the program again."""
        for name in ("SIGTERM", "SIGINT", "SIGHUP"):
            if hasattr(signal, name):
                signal.signal(getattr(signal, name), lambda *_: self.ending.set())

    def _take_all(self) -> None:
        while not self.ending.is_set() and (run := take_job(self._db, worker=self.name)) is not None:
            self._current = run
            try:
                do(run)
            finally:
                self._current = None

    def _look_around(self, consumer: Any) -> None:
        self._looked_at = monotonic()
        consumer.check_worker_health()
        try:
            if run := self._current:
                run.beat()
            if work_waits(self._db, most=1) and self._queue.is_silent():
                self._queue.ring()
            self._tidy()
        except Exception:
            log.warning("the worker could not look for work; it tries again", exc_info=True)

    def _tidy(self) -> None:
        at = monotonic()
        if self._tidied_at is None or at - self._tidied_at > TIDY_EVERY.total_seconds():
            tidy(self._db, now=datetime.now(UTC))
            self._tidied_at = at

    def _hangs(self) -> bool:
        run = self._current
        return run is not None and monotonic() - run.told_at > LONGEST_SILENCE.total_seconds()

    def _hand_back(self) -> None:
        try:
            if run := self._current:
                run.hand_back()
        except NotSaved:
            log.warning("the job in hand could not be handed back; it is taken again when it has been silent for a while")


def work(settings: Settings, *, name: str = "", tied: bool = False) -> None:
    """Be a worker until told to end; one that is `tied` also ends with its standard input, which the process that started it holds open."""
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(name)s: %(message)s")
    worker = Worker(open_database(settings.database(), settings.instance), settings, name)
    if tied:
        _let_players_go_first()
        threading.Thread(target=_wait_for_end, args=(worker.ending.set,), daemon=True).start()
    code = worker.work()
    logging.shutdown()
    os._exit(code)  # a job's thread may be deep in the model: nothing waits for it, what it has not stored is done again


def _let_players_go_first() -> None:
    """Beside a web server on one machine whoever waits for a page matters more than whoever waits for an article to be read."""
    if hasattr(os, "nice"):
        os.nice(5)


def _wait_for_end(end: Callable[[], None]) -> None:
    while sys.stdin.buffer.read(1024):
        pass
    end()
