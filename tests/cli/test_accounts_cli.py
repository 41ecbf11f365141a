"""Accounts from a shell, and the first admin's link of the first start."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PASSWORD = b"blue kettle rain\n"


def environ(instance: Path) -> dict[str, str]:
    return {"PATH": os.environ["PATH"], "QUIZAPP_INSTANCE": str(instance)}


def create(instance: Path, *arguments: str, password: bytes = PASSWORD) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "quizapp", "accounts", "create", *arguments]
    return subprocess.run(command, cwd=ROOT, env=environ(instance), input=password, capture_output=True, timeout=60)


def started(instance: Path) -> list[str]:
    """What a start says, up to a second after the address."""
    command = [sys.executable, "-m", "quizapp", "run", "--port", "0"]
    with subprocess.Popen(command, cwd=ROOT, env=environ(instance), stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr is not None
        said: list[str] = []
        while not said or "http://" not in said[-1]:
            said.append(server.stderr.readline())
        try:
            server.wait(timeout=1)
        except subprocess.TimeoutExpired:
            server.terminate()
        return [*said, *server.stderr.readlines()]


def test_an_account_is_made_once_and_its_password_comes_from_standard_input(tmp_path: Path) -> None:
    done = create(tmp_path, "Ada", "--role", "admin", "--password-stdin")
    assert (done.returncode, done.stdout) == (0, b""), done.stderr
    again = create(tmp_path, "ada", "--role", "player", "--password-stdin")
    assert again.returncode == 2
    assert b"taken" in again.stderr


@pytest.mark.parametrize(
    ("arguments", "password"),
    [
        (("Ada", "--role", "king", "--password-stdin"), PASSWORD),
        (("Ada", "--role", "admin"), PASSWORD),
        (("Ada", "--password-stdin"), PASSWORD),
        (("", "--role", "admin", "--password-stdin"), PASSWORD),
        (("Ada", "--role", "admin", "--password-stdin"), b"password\n"),
        (("Ada", "--role", "admin", "--password-stdin"), b""),
    ],
)
def test_wrong_use_is_told_with_exit_2_and_without_a_traceback(tmp_path: Path, arguments: tuple[str, ...], password: bytes) -> None:
    done = create(tmp_path, *arguments, password=password)
    assert done.returncode == 2
    assert done.stderr
    assert b"Traceback" not in done.stderr


def test_the_first_start_alone_tells_the_link_of_the_first_admin(tmp_path: Path) -> None:
    first, second = started(tmp_path), started(tmp_path)
    (line,) = [line for line in first if "First start" in line]
    assert "/account/first-admin/" in line
    assert not [line for line in second if "First start" in line]


def test_no_link_is_told_where_an_admin_was_made_before(tmp_path: Path) -> None:
    create(tmp_path, "Ada", "--role", "admin", "--password-stdin")
    assert not [line for line in started(tmp_path) if "First start" in line]
