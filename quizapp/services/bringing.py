"""Articles from files of every format that is read: plain text as it stands, everything else as the text that its reader finds."""

import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

from quizapp.exchange.readable import Format, Readable
from quizapp.exchange.sniffing import SUFFIXES
from quizapp.knowledge.article import Article, read_article, slugify
from quizapp.knowledge.errors import ArticleError
from quizapp.services.errors import FieldRefused
from quizapp.services.reading_files import read_upload

Tell = Callable[[int, int, str], None]
"""Hears that file so many of so many, of this name, is being read."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Brought:
    """Articles by the name of their file, the format of each, what to look at in them, and why other files were left out."""

    articles: Mapping[str, Article]
    formats: Mapping[str, Format]
    warnings: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()


def bring(paths: Iterable[Path], *, tell: Tell) -> Brought:
    """Every article of the files and folders named, by file name, sorted; a file that cannot be read is left out with its reason.

    Plain text in UTF-8 is kept letter by letter. Other files are read in a process of their own; title, date and source are those of
    the sidecar, else what the file states itself. Raises ArticleError for a path that is not there and for two files of one name.
    """
    files = _files(paths)
    articles: dict[str, Article] = {}
    formats: dict[str, Format] = {}
    warnings: list[str] = []
    refused: list[str] = []
    for number, path in enumerate(files, start=1):
        tell(number, len(files), path.name)
        try:
            article, found = _read(path)
        except (ArticleError, FieldRefused, OSError) as error:
            refused.append(str(error) if isinstance(error, ArticleError) else f"{path.name}: {error}")
            continue
        articles[path.name], formats[path.name] = article, found.format if found else Format.TXT
        warnings += [f"{path.name}: {one}" for one in (found.warnings if found else ())]
    return Brought(articles=articles, formats=formats, warnings=tuple(warnings), refused=tuple(refused))


def _files(paths: Iterable[Path]) -> Sequence[Path]:
    found = sorted(set(_named(paths)), key=lambda one: (one.name, str(one)))
    for one, other in pairwise(found):
        if one.name == other.name:
            do = "Rename one of them; articles are told apart by name."
            raise ArticleError(str(other), found=f"a second file named {other.name}", expected="one file for each name", do=do)
    return found


def _named(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from (one for one in path.iterdir() if one.is_file() and one.suffix.lower() in SUFFIXES)
        elif path.is_file():
            yield path
        else:
            expected = "an article file or a folder of them"
            raise ArticleError(str(path), found="no such file or folder", expected=expected, do="Check the path.")


def _read(path: Path) -> tuple[Article, Readable | None]:
    """The article, and what a reader found in the file where one was needed."""
    data, beside = path.read_bytes(), path.with_suffix(".toml")
    sidecar = beside.read_bytes() if beside.is_file() else None
    if SUFFIXES.get(path.suffix.lower()) is Format.TXT and _is_utf8(data):
        return read_article(path.name, data, sidecar), None
    found = read_upload(path.name, data)
    made = read_article(path.name, found.text.encode(), sidecar)
    said = tomllib.loads(sidecar.decode()) if sidecar else {}
    return _stated(made, found, said), found


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _stated(made: Article, found: Readable, said: Mapping[str, object]) -> Article:
    """With what the file states itself where its sidecar says nothing."""
    title = made.title if "title" in said or not found.title else found.title
    slug = made.slug if "slug" in said or title == made.title else slugify(title)
    return replace(made, title=title, slug=slug, date=made.date or found.date, source=made.source or found.source or None)
