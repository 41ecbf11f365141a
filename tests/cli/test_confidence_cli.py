"""`quizapp confidence` says what it did or why it did nothing, with the exit code that fits."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def confidence(instance: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "quizapp", "confidence", *words]
    environ = {"PATH": os.environ["PATH"], "QUIZAPP_INSTANCE": str(instance)}
    return subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, text=True, timeout=120)


def test_without_decisions_a_fit_says_how_many_it_needs(tmp_path: Path) -> None:
    done = confidence(tmp_path, "fit")
    assert done.returncode == 1
    assert "at least 20" in done.stderr
    assert done.stdout == ""


def test_there_is_nothing_to_go_back_to_at_first(tmp_path: Path) -> None:
    done = confidence(tmp_path, "back")
    assert done.returncode == 1
    assert "come with the program" in done.stderr


def test_a_database_that_is_none_is_refused(tmp_path: Path) -> None:
    (tmp_path / "quizapp.sqlite").write_text("shopping list")
    assert confidence(tmp_path, "fit").returncode == 2
