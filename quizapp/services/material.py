"""Files that people bring: articles with their sidecars, and a pack beside them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from quizapp.knowledge.article import Article, read_article
from quizapp.knowledge.errors import ArticleError, PackError

ARTICLE_SUFFIX = ".txt"
PACK_FOLDER = "pack"


@dataclass(frozen=True, kw_only=True, slots=True)
class Material:
    """Articles by file name, and the files of the pack that lies beside them, by name."""

    articles: Mapping[str, Article]
    files: Mapping[str, bytes]


def read_articles(paths: Iterable[Path]) -> dict[str, Article]:
    """Every article of the files and folders named, by file name, sorted; raises ArticleError for one that cannot be read."""
    found: dict[str, Article] = {}
    for path in sorted(_article_files(paths), key=lambda one: (one.name, str(one))):
        if path.name in found:
            do = "Rename one of them; articles are told apart by name."
            raise ArticleError(str(path), found=f"a second file named {path.name}", expected="one file for each name", do=do)
        found[path.name] = _read(path)
    return found


def read_material(paths: Sequence[Path]) -> Material:
    """The articles below `paths` and the pack of the one folder that has a `pack` beside its articles; raises MaterialError."""
    return Material(articles=read_articles(paths), files=read_pack_files(paths))


def read_pack_files(paths: Sequence[Path]) -> dict[str, bytes]:
    """The files of the pack of the one folder that has a `pack` beside its articles; raises PackError for a second one."""
    packs = [path / PACK_FOLDER for path in paths if (path / PACK_FOLDER).is_dir()]
    if len(packs) > 1:
        found, do = f"packs in {packs[0]} and {packs[1]}", "Name one folder at a time."
        raise PackError(str(packs[1]), found=found, expected="one pack", do=do)
    return {path.name: path.read_bytes() for pack in packs for path in sorted(pack.glob("*.toml"))}


def _article_files(paths: Iterable[Path]) -> Iterable[Path]:
    for path in paths:
        if path.is_dir():
            yield from path.glob(f"*{ARTICLE_SUFFIX}")
        elif path.is_file():
            yield path
        else:
            raise ArticleError(
                str(path), found="no such file or folder", expected="an article file or a folder of them", do="Check the path."
            )


def _read(path: Path) -> Article:
    sidecar = path.with_suffix(".toml")
    try:
        return read_article(path.name, path.read_bytes(), sidecar.read_bytes() if sidecar.is_file() else None)
    except OSError as error:
        raise ArticleError(str(path), found=str(error.strerror), expected="a file that can be read", do="Check its rights.") from error
