"""A running site in a process of its own, which can be killed and started again."""

import os
import signal
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

TESTS = Path(__file__).resolve().parent.parent


@dataclass
class Site:
    """The server and its address."""

    instance: Path
    port: int = 0
    process: subprocess.Popen[str] | None = field(default=None, repr=False)

    @property
    def address(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Start on the same port as before, or on a free one."""
        paths = os.pathsep.join((str(TESTS), str(TESTS.parent)))
        command = (sys.executable, "-m", "browser.serve", str(self.instance), str(self.port))
        self.process = subprocess.Popen(command, cwd=TESTS, env={**os.environ, "PYTHONPATH": paths}, stdout=subprocess.PIPE, text=True)
        assert self.process.stdout
        self.port = int(self.process.stdout.readline())

    def kill(self) -> None:
        """kill -9."""
        assert self.process
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        if self.process.stdout:
            self.process.stdout.close()
