"""Reading what a teacher uploads: in a process of its own that is ended when it takes too long; nothing is written to disk."""

import json
import os
import subprocess
import sys
import threading
from typing import Final

from quizapp.exchange.readable import LARGEST_FILE, FileRefused, Readable, megabytes
from quizapp.exchange.reading_process import understood
from quizapp.services.errors import FieldRefused

PATIENCE: Final = 20
"""Seconds that reading one file may take."""
AT_ONCE: Final = 2
"""Files read at the same time; a third waits, so that a class of uploads does not stop the players."""
COMMAND: Final = (sys.executable, "-P", "-m", "quizapp.exchange.reading_process")
_TURN = threading.BoundedSemaphore(AT_ONCE)
_SLOW = FileRefused(found="a file that takes too long to read", expected="an ordinary document", do="Paste its text instead.")
_BUSY = "Other files are being read just now. Send it again in a moment."


def read_upload(name: str, data: bytes) -> Readable:
    """The text of an uploaded file, to be looked at before anything is kept; raises FieldRefused on `file`."""
    if not _TURN.acquire(timeout=PATIENCE):
        raise FieldRefused("file", _BUSY)
    try:
        return _read(name, data)
    except FileRefused as refused:
        raise FieldRefused("file", str(refused)) from refused
    finally:
        _TURN.release()


def _read(name: str, data: bytes) -> Readable:
    if len(data) > LARGEST_FILE:
        found, expected = f"a file of {megabytes(len(data))}", f"at most {megabytes(LARGEST_FILE)}"
        raise FileRefused(found=found, expected=expected, do="Bring the part that you need, or paste its text.")
    asked = json.dumps({"name": name[-200:]}).encode("ascii") + b"\n" + data
    try:
        done = subprocess.run(  # noqa: S603 - our own command
            COMMAND, input=asked, capture_output=True, timeout=PATIENCE, env=_env(), check=False
        )
    except subprocess.TimeoutExpired:
        raise _SLOW from None
    if done.returncode != 0 or not done.stdout:
        raise _SLOW
    return understood(json.loads(done.stdout))


def _env() -> dict[str, str]:
    """The environment without the site's settings: what reads a stranger's file knows no secret."""
    return {name: value for name, value in os.environ.items() if not name.startswith("QUIZAPP_")}
