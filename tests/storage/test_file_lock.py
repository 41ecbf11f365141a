"""One process at a time holds the lock, and a dead one lets go."""

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from quizapp.storage.file_lock import file_lock

HOLD = """
import sys, time
from pathlib import Path
from quizapp.storage.file_lock import file_lock
with file_lock(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def test_a_second_process_waits_and_then_says_whose_lock_it_is(tmp_path: Path) -> None:
    lock = tmp_path / "one.lock"
    with subprocess.Popen([sys.executable, "-c", HOLD, str(lock)], stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(TimeoutError, match=r"one\.lock"), file_lock(lock, patience=0.2):
            pass
        holder.kill()
        holder.wait()
        with file_lock(lock, patience=5):
            assert lock.exists()


def test_threads_take_turns(tmp_path: Path) -> None:
    inside, most = [], []

    def work() -> None:
        with file_lock(tmp_path / "one.lock", patience=20):
            inside.append(1)
            most.append(len(inside))
            inside.pop()

    threads = [threading.Thread(target=work) for _ in range(8)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert most == [1] * 8
