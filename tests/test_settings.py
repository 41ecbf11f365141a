"""Settings come from the environment, then a file, then defaults; the README tells the truth about them."""

import stat
from dataclasses import fields
from pathlib import Path

import pytest

from quizapp.settings import Settings, SettingsError, load_settings, secret_key

README = Path(__file__).parent.parent / "README.md"


def test_everything_has_a_default_that_works(tmp_path: Path) -> None:
    settings = load_settings({"QUIZAPP_INSTANCE": str(tmp_path)})
    assert settings.database() == f"sqlite:///{tmp_path / 'quizapp.sqlite'}"
    assert settings.site_name == "Says who?"


def test_the_environment_wins_over_the_file(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text('site_name = "From the file"\nredis_url = "redis://localhost"', encoding="utf-8")
    settings = load_settings({"QUIZAPP_INSTANCE": str(tmp_path), "QUIZAPP_SITE_NAME": "From outside"})
    assert (settings.site_name, settings.redis_url) == ("From outside", "redis://localhost")


@pytest.mark.parametrize("text", ["site_nam = 'x'", "site_name = 3", "site_name ="])
def test_a_wrong_file_is_named_with_what_to_correct(tmp_path: Path, text: str) -> None:
    (tmp_path / "config.toml").write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError, match=r"config\.toml"):
        load_settings({"QUIZAPP_INSTANCE": str(tmp_path)})


def test_the_secret_key_is_made_once_and_readable_by_its_owner_alone(tmp_path: Path) -> None:
    settings = load_settings({"QUIZAPP_INSTANCE": str(tmp_path / "new")})
    key = secret_key(settings)
    assert key == secret_key(settings)
    assert len(key) == 64
    assert stat.S_IMODE((settings.instance / "secret_key").stat().st_mode) == 0o600
    assert [path.name for path in settings.instance.iterdir()] == ["secret_key"]


def test_a_damaged_key_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "secret_key").write_text("short", encoding="ascii")
    with pytest.raises(SettingsError, match="secret_key: found 5 characters"):
        secret_key(load_settings({"QUIZAPP_INSTANCE": str(tmp_path)}))


def test_the_readme_lists_every_setting_with_its_help() -> None:
    text = README.read_text(encoding="utf-8")
    for field in fields(Settings):
        row = next(line for line in text.splitlines() if line.startswith(f"| `QUIZAPP_{field.name.upper()}` |"))
        assert field.metadata["help"] in row


def test_a_number_is_read_from_the_environment_and_from_the_file(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text("trusted_proxies = 2", encoding="utf-8")
    assert load_settings({"QUIZAPP_INSTANCE": str(tmp_path)}).trusted_proxies == 2
    assert load_settings({"QUIZAPP_INSTANCE": str(tmp_path), "QUIZAPP_TRUSTED_PROXIES": "1"}).trusted_proxies == 1
    with pytest.raises(SettingsError, match="expected a whole number"):
        load_settings({"QUIZAPP_INSTANCE": str(tmp_path), "QUIZAPP_TRUSTED_PROXIES": "one"})


@pytest.mark.parametrize("kind", ["postgres", "postgresql"])
def test_an_address_of_postgres_finds_its_driver(tmp_path: Path, kind: str) -> None:
    settings = load_settings({"QUIZAPP_INSTANCE": str(tmp_path), "QUIZAPP_DATABASE_URL": f"{kind}://school:secret@db/quiz"})
    assert settings.database() == "postgresql+psycopg://school:secret@db/quiz"
