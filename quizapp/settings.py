"""Settings: each has a default that works, from QUIZAPP_ environment variables or instance/config.toml."""

import os
import secrets
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path

from quizapp.resources import default_instance

PREFIX = "QUIZAPP_"


class SettingsError(ValueError):
    """A setting has a value that cannot be used."""


def _setting(default: str, explain: str) -> str:
    text: str = field(default=default, metadata={"help": explain})
    return text


def _number(default: int, explain: str) -> int:
    number: int = field(default=default, metadata={"help": explain})
    return number


@dataclass(frozen=True, kw_only=True)
class Settings:
    """What an operator can set; `help` of a field is the text of the README's table."""

    instance: Path = field(default_factory=default_instance, metadata={"help": "folder for the database, the secret key and config.toml"})
    database_url: str = _setting("", "where the data is kept; empty: the SQLite file quizapp.sqlite in the instance folder")
    redis_url: str = _setting("", "Redis for background work on several machines; empty: none")
    secret_key: str = _setting("", "signs cookies; empty: made once and kept in the instance folder, mode 0600")
    site_name: str = _setting("Says who?", "the name on every page")
    fetch_addresses: str = _setting("off", "on: teachers may have web pages fetched by this server, from public addresses alone")
    trusted_proxies: int = _number(0, "how many proxies of yours stand in front: their word on a visitor's address and on https counts")

    def __post_init__(self) -> None:
        if self.fetch_addresses not in ("on", "off"):
            raise SettingsError(f"fetch_addresses = “{self.fetch_addresses}”; expected on or off")

    def database(self) -> str:
        """The database's address, the default and Postgres's driver filled in."""
        kind, mark, place = self.database_url.partition("://")
        if mark and kind in ("postgres", "postgresql"):
            return f"postgresql+psycopg://{place}"
        return self.database_url or f"sqlite:///{self.instance / 'quizapp.sqlite'}"


NUMBERS = frozenset(one.name for one in fields(Settings) if isinstance(one.default, int))


def load_settings(environ: Mapping[str, str] | None = None) -> Settings:
    """Read the environment, then instance/config.toml, then defaults; raises SettingsError saying what to correct."""
    given = os.environ if environ is None else environ
    instance = Path(given.get(f"{PREFIX}INSTANCE") or default_instance()).absolute()
    file = _read_config(instance / "config.toml")
    names = [one.name for one in fields(Settings) if one.name != "instance"]
    unknown = sorted(set(file) - set(names))
    if unknown:
        raise SettingsError(f"{instance / 'config.toml'}: unknown setting “{unknown[0]}”; known are {', '.join(names)}")
    chosen = {name: given.get(f"{PREFIX}{name.upper()}") or file.get(name) for name in names}
    texts = {name: value for name, value in chosen.items() if value and name not in NUMBERS}
    numbers = {name: _whole_number(name, value) for name, value in chosen.items() if value and name in NUMBERS}
    return Settings(instance=instance, **texts, **numbers)  # type: ignore[arg-type]


def environment(settings: Settings) -> dict[str, str]:
    """The environment for a program that shall work on the same data as this one."""
    data = {"INSTANCE": str(settings.instance), "DATABASE_URL": settings.database_url, "REDIS_URL": settings.redis_url}
    return {**os.environ, **{f"{PREFIX}{name}": value for name, value in data.items()}}


def secret_key(settings: Settings) -> str:
    """The key that signs cookies: the one set, or one made once and kept in the instance folder, readable by its owner alone."""
    if settings.secret_key:
        return settings.secret_key
    path = settings.instance / "secret_key"
    if not path.exists():
        _make_key(path)
    return _kept_key(path)


def _whole_number(name: str, value: str) -> int:
    if not (value.isascii() and value.isdecimal() and len(value) <= 4):
        raise SettingsError(f"{name} = “{value}”; expected a whole number such as 0 or 1")
    return int(value)


def _make_key(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".secret_key.{secrets.token_hex(8)}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(secrets.token_hex(32))
    try:
        os.link(draft, path)
    except FileExistsError:
        pass  # another process was first; its key is the one that counts
    finally:
        draft.unlink()


def _kept_key(path: Path) -> str:
    key = path.read_text(encoding="ascii").strip()
    if len(key) < 32:
        raise SettingsError(f"{path}: found {len(key)} characters; expected a key of at least 32. Remove the file to have a new one made.")
    return key


def _read_config(path: Path) -> dict[str, str]:
    if not path.is_file():
        return {}
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(f"{path}: {error}; expected lines like site_name = 'Says who?'") from error
    for name, value in found.items():
        if name in NUMBERS and type(value) is int:
            found[name] = str(value)
        elif not isinstance(value, str):
            raise SettingsError(f"{path}: {name} = {value!r}; expected a text in quotation marks")
    return found
