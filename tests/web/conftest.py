"""An application over a real SQLite file with the library of `skerry`."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from jinja2.bccache import Bucket, BytecodeCache

from quizapp.services.database import open_database
from quizapp.services.passwords import Cost, Passwords
from quizapp.settings import Settings
from quizapp.web import create_app
from web import skerry
from web.browsing import Visitor

KEY = "a key for tests that is long enough to be one"
CHEAP = Cost(passes=1, memory_kib=8, lanes=1)


class Compiled(BytecodeCache):
    """Templates compiled once for all applications of a run."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take what was kept."""
        if bucket.key in self.kept:
            bucket.bytecode_from_string(self.kept[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep it."""
        self.kept[bucket.key] = bucket.bytecode_to_string()


COMPILED = Compiled()


@pytest.fixture(autouse=True)
def _push_request_context() -> None:
    """Keep pytest-flask from holding one context open over a whole test: `g` would leak between requests."""


@pytest.fixture(scope="session")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database file with the library in it, made once."""
    folder = tmp_path_factory.mktemp("library")
    db = open_database(f"sqlite:///{folder / 'quizapp.sqlite'}", folder)
    skerry.load(db)
    db.close()
    return folder / "quizapp.sqlite"


@pytest.fixture
def app(loaded: Path, tmp_path: Path) -> Iterator[Flask]:
    """The application over a copy of that file."""
    shutil.copy(loaded, tmp_path / "quizapp.sqlite")
    made = create_app(Settings(instance=tmp_path, secret_key=KEY), passwords=Passwords(CHEAP))
    made.testing = True
    made.jinja_env.bytecode_cache = COMPILED
    yield made
    made.extensions["database"].close()


@pytest.fixture
def paul(app: Flask) -> Visitor:
    """Paul plays."""
    return Visitor(app)


@pytest.fixture
def sam(app: Flask) -> Visitor:
    """Sam is a stranger."""
    return Visitor(app)
