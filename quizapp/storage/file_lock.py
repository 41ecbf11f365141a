"""A lock between processes, held on a file for as long as a block runs; a process that dies lets go of it."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_RETRY_SECONDS = 0.05


@contextmanager
def file_lock(path: Path, *, patience: float = 60.0) -> Iterator[None]:
    """Hold the lock; raises TimeoutError naming the file when another process keeps it longer than `patience` seconds."""
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        _wait_for(handle, path, time.monotonic() + patience)
        yield
    finally:
        os.close(handle)


def _wait_for(handle: int, path: Path, deadline: float) -> None:
    while not _try_lock(handle):
        if time.monotonic() > deadline:
            raise TimeoutError(f"{path}: another quizapp has been holding this lock; wait for it or end it")
        time.sleep(_RETRY_SECONDS)


def _try_lock(handle: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
