"""Static files: joined, minified and compressed once at the start, each under a name that holds the digest of its content."""

import gzip
import hashlib
import mimetypes
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

import brotli
import rcssmin
import rjsmin

# One style sheet for each group of pages: nine small requests cost more than joining them.
SHEETS = {
    "play.css": (
        "tokens", "base", "shell", "button", "chip", "option", "proof", "sides", "progress", "play", "card", "results", "notice", "print",
    ),
    "results.css": ("tokens", "base", "shell", "button", "chip", "form", "results", "report", "notice", "print"),
    "review.css": (
        "tokens", "base", "shell", "button", "chip", "form", "proof", "sides", "queue", "review", "ruling", "notice", "print",
    ),
    "report.css": ("tokens", "base", "shell", "button", "form", "report", "notice", "print"),
    "mine.css": ("tokens", "base", "shell", "button", "form", "mine", "notice", "print"),
    "form.css": ("tokens", "base", "shell", "button", "form", "panel", "notice", "print"),
    "job.css": ("tokens", "base", "shell", "button", "form", "panel", "progress", "job", "notice", "print"),
    "teach.css": (
        "tokens", "base", "shell", "button", "chip", "form", "panel", "progress", "job", "proof", "sides", "article", "desk",
        "report", "builder", "candidate", "notice", "print",
    ),
    "class.css": (
        "tokens", "base", "shell", "button", "chip", "form", "panel", "proof", "sides", "class", "matrix", "host", "notice", "print",
    ),
    "door.css": ("tokens", "base", "shell", "button", "form", "panel", "door", "notice", "print"),
    "read.css": ("tokens", "base", "shell", "button", "chip", "proof", "sides", "article", "notice", "print"),
}  # fmt: skip
SCRIPTS = (
    "play.js",
    "clock.js",
    "share.js",
    "review.js",
    "later.js",
    "job.js",
    "teach.js",
    "moments.js",
)
PLAIN = ("icon.svg", "fonts/newsreader-400-700.woff2")
FOREVER = 31_536_000

_URL = re.compile(rb"url\(\.\./([^)]+)\)")
_SQUEEZABLE = frozenset({"text/css", "text/javascript", "image/svg+xml"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Asset:
    """A file as it is sent; `name` is its address below /static/, `packed` its forms by content encoding."""

    name: str
    mimetype: str
    body: bytes
    packed: Mapping[str, bytes]


@dataclass(frozen=True, kw_only=True, slots=True)
class Assets:
    """All static files of the site, by address and by the plain name that templates use."""

    by_name: Mapping[str, Asset]
    names: Mapping[str, str]


def load_assets(folder: Path) -> Assets:
    """Read everything below `folder` that pages use; raises FileNotFoundError when a file is missing."""
    made = dict(_make_all(folder))
    return Assets(
        by_name=MappingProxyType({asset.name: asset for asset in made.values()}),
        names=MappingProxyType({plain: asset.name for plain, asset in made.items()}),
    )


def _make_all(folder: Path) -> Iterator[tuple[str, Asset]]:
    plain = {name: _make(name, (folder / name).read_bytes()) for name in PLAIN}
    yield from plain.items()
    for name in SCRIPTS:
        yield name, _make(name, rjsmin.jsmin((folder / "js" / name).read_bytes()))
    for name, parts in SHEETS.items():
        joined = b"\n".join((folder / "css" / f"{part}.css").read_bytes() for part in parts)
        yield name, _make(name, rcssmin.cssmin(_URL.sub(lambda found: _address(found[1], plain), joined)))


def _address(path: bytes, plain: Mapping[str, Asset]) -> bytes:
    return f"url({plain[path.decode()].name})".encode()


def _make(name: str, body: bytes) -> Asset:
    path = Path(name)
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    digest = hashlib.sha256(body).hexdigest()[:12]
    packed = _pack(body) if kind in _SQUEEZABLE else {}
    return Asset(name=f"{path.stem}.{digest}{path.suffix}", mimetype=kind, body=body, packed=MappingProxyType(packed))


@lru_cache(maxsize=64)
def _pack(body: bytes) -> dict[str, bytes]:
    """The forms in which a file is sent; squeezed once, however many applications a process makes."""
    return {"br": brotli.compress(body, quality=11), "gzip": gzip.compress(body, 9, mtime=0)}
