"""A file that is damaged, empty or somebody else's is refused by its name and left as it is."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from quizapp.storage.errors import DatabaseRefusedError
from quizapp.storage.migrate import prepare


def empty(file: Path) -> None:
    file.write_bytes(b"")


def text(file: Path) -> None:
    file.write_text("Dear diary, " * 1000)


def foreign(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE recipe (name TEXT)")
        connection.commit()


def header_only(file: Path) -> None:
    prepare(f"sqlite:///{file}")
    file.write_bytes(file.read_bytes()[:100])


def cut_in_half(file: Path) -> None:
    prepare(f"sqlite:///{file}")
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 2])


def overwritten(file: Path) -> None:
    prepare(f"sqlite:///{file}")
    whole = bytearray(file.read_bytes())
    whole[4096:12288] = b"\xff" * 8192
    file.write_bytes(whole)


def newer(file: Path) -> None:
    prepare(f"sqlite:///{file}")
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


FOUND: dict[Callable[[Path], None], str] = {
    empty: "an empty file",
    text: "no SQLite database",
    foreign: "another program",
    header_only: "damage|another program",
    cut_in_half: "damage",
    overwritten: "damage",
    newer: "a newer quizapp",
}


@pytest.mark.parametrize("spoil", FOUND, ids=lambda spoil: spoil.__name__)
def test_what_is_not_ours_or_not_whole_is_refused_by_name_and_left_alone(file: Path, spoil: Callable[[Path], None]) -> None:
    spoil(file)
    before = file.read_bytes()
    with pytest.raises(DatabaseRefusedError, match=FOUND[spoil]) as refused:
        prepare(f"sqlite:///{file}")
    assert str(file) in str(refused.value)
    assert "Nothing was changed" in str(refused.value)
    assert file.read_bytes() == before


def test_a_folder_is_refused(file: Path) -> None:
    file.mkdir()
    with pytest.raises(DatabaseRefusedError, match="no file"):
        prepare(f"sqlite:///{file}")


def test_a_log_without_its_database_is_refused_because_it_would_be_replayed_into_the_new_one(file: Path) -> None:
    file.with_name(file.name + "-wal").write_bytes(b"left over")
    with pytest.raises(DatabaseRefusedError, match="its log"):
        prepare(f"sqlite:///{file}")
    assert not file.exists()


def test_an_address_without_a_file_is_refused() -> None:
    with pytest.raises(DatabaseRefusedError, match="without a file"):
        prepare("sqlite://")


def test_a_whole_database_is_opened_again_and_again(file: Path) -> None:
    for _ in range(3):
        prepare(f"sqlite:///{file}")
    assert sorted(one.name for one in file.parent.iterdir()) == [file.name, file.name + ".lock"]
