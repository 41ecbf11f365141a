"""An installed wheel, run from another folder, serves the same site as a checkout."""

import json
import os
import subprocess
import sys
import urllib.request
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program of an empty environment into which only the wheel and what it asks for were installed."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run([sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", folder, str(ROOT)], check=True)
    venv.create(folder / "empty", with_pip=True)
    python = folder / "empty" / "bin" / "python"
    (wheel,) = folder.glob("quizapp-*.whl")
    subprocess.run([python, "-m", "pip", "install", "--quiet", str(wheel)], check=True)
    return folder / "empty" / "bin" / "quizapp"


def call(program: Path, *arguments: str, folder: Path) -> subprocess.CompletedProcess[bytes]:
    environ = {"PATH": os.environ["PATH"], "QUIZAPP_INSTANCE": str(folder / "data")}
    return subprocess.run([program, *arguments], cwd=folder, env=environ, capture_output=True, timeout=60, check=False)


def test_the_wheel_knows_the_same_facts_as_the_checkout(installed: Path, tmp_path: Path) -> None:
    done = call(installed, "facts", "--json", folder=tmp_path)
    here = subprocess.run([sys.executable, "-m", "quizapp", "facts", "--json"], cwd=ROOT, capture_output=True, check=True)
    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout == here.stdout
    assert len(done.stdout.splitlines()) > 50


def test_the_wheel_proves_its_bank(installed: Path, tmp_path: Path) -> None:
    done = call(installed, "check", folder=tmp_path)
    assert done.returncode == 0, done.stderr.decode()


def test_the_wheel_serves_the_site_from_another_folder(installed: Path, tmp_path: Path) -> None:
    environ = {"PATH": os.environ["PATH"], "QUIZAPP_INSTANCE": str(tmp_path / "data")}
    command = [installed, "run", "--port", "0"]
    with subprocess.Popen(command, cwd=tmp_path, env=environ, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as server:
        try:
            assert server.stderr is not None
            address = next(line for line in server.stderr if "http://" in line).split()[-1]
            page = urllib.request.urlopen(address).read().decode()  # noqa: S310
            health = json.load(urllib.request.urlopen(f"{address}/healthz"))  # noqa: S310
            style = page.split('rel="stylesheet" href="')[1].split('"')[0]
            css = urllib.request.urlopen(f"{address}{style}").read()  # noqa: S310
        finally:
            server.terminate()
    assert "Every answer shows" in page
    assert health["status"] == "ok"
    assert len(css) > 1_000
