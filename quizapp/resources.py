"""Where templates, static files and seeds lie: beside the package in a checkout, inside it in an installed wheel."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def resource_folder(name: str) -> Path:
    """The folder "templates", "static" or "seeds"; raises FileNotFoundError naming both places looked at."""
    places = (_PACKAGE / "_data" / name, _PACKAGE.parent / name)
    for place in places:
        if place.is_dir():
            return place
    raise FileNotFoundError(f"no folder {name}: looked at {places[0]} and {places[1]}; install quizapp again")


def default_instance() -> Path:
    """The instance folder: the checkout's own, or `instance` below the current folder for an installed wheel."""
    checkout = _PACKAGE.parent
    return checkout / "instance" if (checkout / "pyproject.toml").is_file() else Path.cwd() / "instance"
