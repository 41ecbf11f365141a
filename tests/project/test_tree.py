"""The repository keeps the shape its owner asked for."""

import hashlib
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TOP = {"pyproject.toml", "README.md", "seeds", "quizapp", "templates", "static", "tests", "instance"}
SEEDS = {
    "000_e8cc7ec1b46f3501.txt": "ccace586cce577ca",
    "001_1c58a027ca9b4129.txt": "0d6361b03f304a37",
    "002_54f385acee791b5d.txt": "95263abafd92a142",
    "003_a4ba20aa9bc3ad41.txt": "542e7b52d5ceafa9",
    "004_f1c7a59be59803c2.txt": "6d98cf9dffbf5691",
}


def tracked() -> list[str]:
    done = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout.splitlines()


def test_the_top_level_holds_nothing_else() -> None:
    tops = {name.split("/")[0] for name in tracked()}
    assert {name for name in tops if not name.startswith(".")} <= TOP


def test_the_instance_folder_is_never_committed() -> None:
    assert [name for name in tracked() if name.startswith("instance/")] == ["instance/.gitkeep"]


def test_the_seeds_are_byte_for_byte_what_was_given() -> None:
    found = {path.name: hashlib.sha256(path.read_bytes()).hexdigest()[:16] for path in sorted((ROOT / "seeds").glob("*.txt"))}
    assert found == SEEDS
