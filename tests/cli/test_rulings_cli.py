"""`quizapp rulings export`: another machine that reads the file comes to the same facts."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text

from quizapp.cli import commands
from quizapp.knowledge.catalogue import shipped_catalogue
from quizapp.knowledge.pack import read_pack
from quizapp.knowledge.rulings import NAME_KINDS, Ruling, RulingKind
from quizapp.knowledge.rulings_format import write_rulings
from quizapp.knowledge.scope import make_scope
from quizapp.resources import resource_folder
from quizapp.services.database import open_database
from quizapp.services.deciding import Actor
from quizapp.services.known import known
from quizapp.services.material import read_material
from quizapp.services.rulings import make_ruling
from quizapp.services.startup import load_seeds
from quizapp.settings import load_settings

WORDS = st.text(min_size=1, max_size=30).filter(str.strip)
KEYS = st.sampled_from(["steered_by", "left_on"])
QUALIFIERS = st.lists(st.tuples(st.text(alphabet="abc", min_size=1), WORDS), max_size=2, unique_by=lambda one: one[0]).map(
    lambda pairs: tuple(sorted(pairs))
)


@st.composite
def any_ruling(draw: st.DrawFn) -> Ruling:
    kind = draw(st.sampled_from(RulingKind))
    if kind in NAME_KINDS:
        return Ruling(kind=kind, reason=draw(WORDS), names=(draw(WORDS), draw(WORDS)))
    split, merge = kind is RulingKind.DIFFERENT_FACT, kind is RulingKind.SAME_FACT
    return Ruling(
        kind=kind,
        reason=draw(WORDS),
        subject=draw(WORDS),
        relation=draw(KEYS),
        qualifiers=draw(QUALIFIERS),
        into=(draw(WORDS), draw(KEYS), draw(QUALIFIERS)) if merge else None,
        claims=tuple(draw(st.lists(WORDS, min_size=1, max_size=3))) if split else (),
        part=draw(WORDS) if split else "",
    )


@given(st.lists(any_ruling(), max_size=4))
def test_what_is_written_is_read_as_it_was(rulings: list[Ruling]) -> None:
    relations = "".join(
        f'[[relation]]\nkey = "{key}"\nsubject_type = "vehicle"\nvalue_type = "person"\nasks = "who"\nabout = "x"\n'
        for key in ("steered_by", "left_on")
    )
    files = {"relations.toml": relations.encode(), "rulings.toml": write_rulings(rulings).encode()}
    assert read_pack(files, articles={}, catalogue={}).rulings == tuple(rulings)


@pytest.fixture
def instance(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An instance folder of one's own."""
    monkeypatch.setenv("QUIZAPP_INSTANCE", str(tmp_path))
    return tmp_path


def test_the_seeds_with_exported_rulings_give_the_same_facts_with_the_same_ids(instance: Path) -> None:
    seeds, settings = resource_folder("seeds"), load_settings()
    db = open_database(settings.database(), settings.instance)
    now = datetime(2026, 5, 4, tzinfo=UTC)
    load_seeds(db, folder=seeds, now=now)
    with db.reading() as connection:
        before = known(db, connection)
    assert before is not None
    fact = before.scope.facts[3]
    key = {"subject": fact.subject, "relation": fact.relation.key, "qualifiers": fact.qualifiers}
    with db.writing() as connection:
        connection.execute(text("INSERT INTO player (kind, name, created_at) VALUES ('account', 'Rita', '2024-01-01')"))
    make_ruling(db, ruling=Ruling(kind=RulingKind.DISPUTED, reason="A “test”.", **key), actor=Actor(player=1, name="Rita"), now=now)
    with db.reading() as connection:
        after = known(db, connection)
    db.close()
    assert after is not None
    assert after.scope.facts != before.scope.facts
    done = CliRunner().invoke(commands, ["rulings", "export"])
    assert done.exit_code == 0
    material = read_material([seeds])
    pack = read_pack({**material.files, "rulings.toml": done.stdout_bytes}, articles=material.articles, catalogue=shipped_catalogue())
    assert make_scope(material.articles, pack, catalogue=shipped_catalogue()).facts == after.scope.facts


def test_a_file_can_be_named_and_nothing_is_written_for_no_rulings(instance: Path) -> None:
    target = instance / "rulings.toml"
    done = CliRunner().invoke(commands, ["rulings", "export", str(target)])
    assert done.exit_code == 0
    assert target.read_bytes() == b""
    assert "0 rulings" in done.stderr
