"""Keeping job workers beside the web server: started as processes of their own, started again when they die, ended with the server."""

import secrets
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping
from time import monotonic

_FIRST_DELAY = 0.5
_LONGEST_DELAY = 60.0
_STEADY = 60.0
_PATIENCE = 5.0


class Keeper:
    """Keeps one worker running until it is closed.

    The worker's standard input is a pipe that this process holds open: it ends, and the worker with it, however this process ends.
    """

    def __init__(self, tell: Callable[[str], None], environ: Mapping[str, str]) -> None:
        self._tell = tell
        self._environ = environ
        self._name = secrets.token_hex(4)
        self._closing = threading.Event()
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()
        self._thread = threading.Thread(target=self._keep, name="keeps a job worker", daemon=True)

    def start(self) -> None:
        """Start the worker, and keep it."""
        self._thread.start()

    def close(self) -> None:
        """End the worker: kindly at first."""
        self._closing.set()
        with self._lock:
            process = self._process
        if process is not None and process.stdin is not None:
            process.stdin.close()
            _end(process)
        self._thread.join(_PATIENCE)

    def _keep(self) -> None:
        delay = _FIRST_DELAY
        while process := self._begin():
            began = monotonic()
            code = process.wait()
            delay = _FIRST_DELAY if monotonic() - began > _STEADY else delay
            if not self._closing.is_set():
                self._tell(f"The job worker ended (exit {code}); another one starts in {delay:g} s.")
            self._closing.wait(delay)
            delay = min(delay * 2, _LONGEST_DELAY)

    def _begin(self) -> subprocess.Popen[bytes] | None:
        with self._lock:
            if self._closing.is_set():
                return None
            command = [sys.executable, "-m", "quizapp", "work", "--tied", "--name", self._name]
            self._process = subprocess.Popen(  # noqa: S603 - our own program
                command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, env=self._environ
            )
            return self._process


def _end(process: subprocess.Popen[bytes]) -> None:
    for push in (None, process.terminate, process.kill):
        if push:
            push()
        try:
            process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            continue
        return
