"""Private instances of Postgres and Redis for a run of the tests: in a temporary folder, on Unix sockets, gone at its end.

Needs nothing but Python, so that tests/run.py can use it before anything is installed.
"""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

POSTGRES = "QUIZAPP_TEST_POSTGRES"
REDIS = "QUIZAPP_TEST_REDIS"
PATIENCE = 30.0
OWNER = "postgres"
# A crash of the machine may lose these data: they are a test's.
HASTE = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "listen_addresses=", "max_connections=60")


def find_program(name: str) -> str | None:
    """Where a program is: on the path, or where Debian keeps Postgres's."""
    places = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), reverse=True)
    return str(places[0]) if places else shutil.which(name)


@contextmanager
def postgres() -> Iterator[str]:
    """A running Postgres; yields the address of its first database. Raises RuntimeError when it is not installed or does not start."""
    with _folder() as folder:
        data, log = folder / "data", folder / "log"
        who = _ordinary_user(folder)
        made = [_program("initdb"), "-D", str(data), "-U", OWNER, "-A", "trust", "--encoding=UTF8", "--locale=C", "--no-sync"]
        subprocess.run(made, check=True, stdout=subprocess.DEVNULL, cwd=folder, **who)
        options = [part for setting in HASTE for part in ("-c", setting)]
        with _running([_program("postgres"), "-D", str(data), "-k", str(folder), *options], log, stop=signal.SIGINT, **who):
            asked = [_program("pg_isready"), "-q", "-h", str(folder), "-U", OWNER]
            _until(lambda: subprocess.run(asked, check=False).returncode == 0, log)
            yield f"postgresql+psycopg://{OWNER}@/{OWNER}?host={folder}"


@contextmanager
def redis() -> Iterator[str]:
    """A running Redis that keeps nothing on disk; yields its address. Raises RuntimeError when it is not installed or does not start."""
    with _folder() as folder:
        socket, log = folder / "redis.sock", folder / "log"
        command = [_program("redis-server"), "--port", "0", "--unixsocket", str(socket), "--save", "", "--dir", str(folder)]
        with _running(command, log, stop=signal.SIGTERM):
            _until(socket.exists, log)
            yield f"unix://{socket}"


def _program(name: str) -> str:
    found = find_program(name)
    if not found:
        raise RuntimeError(f"{name} is not installed; on Debian the packages are postgresql and redis-server")
    return found


@contextmanager
def _folder() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="quizapp-"))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _ordinary_user(folder: Path) -> dict[str, Any]:
    """Postgres refuses to run as root: then Debian's user runs it, to whom the folder is given."""
    if os.geteuid() != 0:
        return {}
    shutil.chown(folder, OWNER, OWNER)
    return {"user": OWNER, "group": OWNER, "extra_groups": []}


@contextmanager
def _running(command: list[str], log: Path, *, stop: signal.Signals, **who: Any) -> Iterator[None]:
    with log.open("wb") as said, subprocess.Popen(command, stdout=said, stderr=said, cwd=log.parent, **who) as process:
        try:
            yield
        finally:
            process.send_signal(stop)
            try:
                process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                process.kill()


def _until(holds: Callable[[], bool], log: Path) -> None:
    end = time.monotonic() + PATIENCE
    while not holds():
        if time.monotonic() > end:
            raise RuntimeError(f"the server did not start: {log.read_text(errors='replace')[-1000:]}")
        time.sleep(0.05)
