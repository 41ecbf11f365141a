"""One command for all checks: makes .venv, installs quizapp and what its tests need, then lints, types, layers and tests.

The tests get a Postgres and a Redis of their own, in temporary folders, which end with the run.

Usage: python3 tests/run.py [extra arguments for pytest]
"""

import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

from servers import running

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv"
BIN = ENVIRONMENT / ("Scripts" if os.name == "nt" else "bin")
PROGRAMS = {
    "chromium": ("chromium", "chromium-browser", "google-chrome"),
    "postgresql": ("initdb",),
    "redis-server": ("redis-server",),
}
CHECKS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
    ("lint-imports",),
    ("djlint", "--check", "--lint", "templates"),
)

# Many tests wait for a process of their own: three at a time keep two cores busy. A file stays together: what its tests share is made once.
SPREAD = ("-n", "3", "--dist", "loadfile")
# A machine that is busy elsewhere makes a page come late: what ran out of time, and only that, is tried once more, and the run says so.
AGAIN = ("--reruns", "1", "--only-rerun", "TimeoutError", "--only-rerun", "with timeout [0-9]+ms")


def main(arguments: list[str]) -> int:
    """Run everything; the first check that fails ends the run with its exit code."""
    if sys.version_info < (3, 11):
        print(f"quizapp needs Python 3.11 or later; this is {sys.version.split()[0]}", file=sys.stderr)
        return 2
    install_packages()
    install_programs()
    for check in CHECKS:
        if code := run(str(BIN / check[0]), *check[1:]):
            return code
    with running.postgres() as postgres, running.redis() as redis:
        os.environ.update({running.POSTGRES: postgres, running.REDIS: redis})
        return run(str(BIN / "python"), "-m", "pytest", *SPREAD, *AGAIN, "--cov", "--cov-report=term:skip-covered", *arguments)


def install_packages() -> None:
    """Make the environment and install quizapp in it, editable, with its test tools."""
    if not (BIN / "python").exists() and not (BIN / "python.exe").exists():
        venv.create(ENVIRONMENT, with_pip=True)
    must(str(BIN / "python"), "-m", "pip", "install", "--quiet", "--editable", ".[test]")


def install_programs() -> None:
    """Install what the tests need beyond Python from Debian's packages; elsewhere say what is missing."""
    missing = [package for package, names in PROGRAMS.items() if not any(map(running.find_program, names))]
    if not missing:
        return
    if not shutil.which("apt-get"):
        sys.exit(f"tests need {', '.join(missing)}: install it and run again")
    elevate = () if os.geteuid() == 0 else ("sudo",)
    must(*elevate, "apt-get", "update", "--quiet=2")
    must(*elevate, "apt-get", "install", "--yes", "--quiet=2", "--no-install-recommends", *missing)


def run(*command: str) -> int:
    """Run a command in the checkout, its output passed on."""
    print("$", *(part.replace(f"{BIN}{os.sep}", "") for part in command), flush=True)
    return subprocess.run(command, cwd=ROOT, check=False).returncode


def must(*command: str) -> None:
    """Run a command that has to succeed."""
    if code := run(*command):
        sys.exit(code)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
