"""An article: a text of record that is never edited, and what its sidecar says of it."""

import datetime
import re
import tomllib
import unicodedata
from dataclasses import dataclass
from typing import NewType

from quizapp.knowledge.digest import content_id
from quizapp.knowledge.errors import ArticleError

RevisionId = NewType("RevisionId", str)

MAX_BYTES = 2_000_000
MAX_LINE = 100_000
MAX_TITLE = 300
SIDECAR_KEYS = frozenset({"title", "slug", "date", "source", "note"})
_ALLOWED_CONTROLS = frozenset("\t\n\r")


@dataclass(frozen=True, kw_only=True, slots=True)
class Article:
    """One revision of an article.

    `name` is the file's name, `text` the file decoded as UTF-8 with nothing changed; offsets into it count Unicode code points.
    """

    name: str
    text: str
    title: str
    slug: str
    date: datetime.date | None = None
    source: str | None = None
    note: str | None = None

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise _broken(self.name, "no text", "an article with words in it", "Add the text or leave the file out.")

    @property
    def revision(self) -> RevisionId:
        """The id of exactly this text."""
        return RevisionId(content_id("revision", self.text))


def read_article(name: str, data: bytes, sidecar: bytes | None = None) -> Article:
    """Decode an article file and its sidecar; raises ArticleError naming the file when either cannot be used."""
    text = _decode(name, data)
    facts = _read_sidecar(name, sidecar) if sidecar is not None else {}
    title = _title(name, facts, text)
    return Article(
        name=name,
        text=text,
        title=title,
        slug=_word(name, facts, "slug") or slugify(title),
        date=_date(name, facts),
        source=_word(name, facts, "source"),
        note=_word(name, facts, "note"),
    )


def slugify(title: str, *, limit: int = 60) -> str:
    """Turn a title into lower-case ASCII words joined by hyphens, at most `limit` characters; "article" if nothing is left."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode("ascii").lower()
    words = re.findall(r"[a-z0-9]+", plain.replace("'", ""))
    slug = ""
    for word in words:
        longer = f"{slug}-{word}" if slug else word
        if len(longer) > limit:
            break
        slug = longer
    return slug or "article"


def _decode(name: str, data: bytes) -> str:
    if len(data) > MAX_BYTES:
        raise _broken(name, f"{len(data):,} bytes", f"at most {MAX_BYTES:,}", "Split the text into several articles.")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        place = f"byte {error.start} (0x{data[error.start]:02x}) that is no UTF-8"
        raise _broken(name, place, "text saved as UTF-8", "Save it again with the encoding UTF-8.") from error
    _refuse_binary(name, text)
    _refuse_long_lines(name, text)
    return text


def _refuse_binary(name: str, text: str) -> None:
    for place, sign in enumerate(text):
        if sign < " " and sign not in _ALLOWED_CONTROLS:
            found = f"the control character U+{ord(sign):04X} at character {place}"
            raise _broken(name, found, "plain text", "It looks like a binary file; bring the text itself.")


def _refuse_long_lines(name: str, text: str) -> None:
    for number, line in enumerate(text.split("\n"), start=1):
        if len(line) > MAX_LINE:
            found = f"line {number} with {len(line):,} characters"
            raise _broken(name, found, f"lines of at most {MAX_LINE:,}", "Put paragraphs on lines of their own.")


def _read_sidecar(name: str, sidecar: bytes) -> dict[str, object]:
    try:
        facts: dict[str, object] = tomllib.loads(sidecar.decode("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise _broken(_sidecar(name), str(error), "a TOML file in UTF-8", "Correct that line.") from error
    unknown = sorted(set(facts) - SIDECAR_KEYS)
    if unknown:
        known = ", ".join(sorted(SIDECAR_KEYS))
        raise _broken(_sidecar(name), f"the key “{unknown[0]}”", f"only {known}", "Remove or rename it.")
    return facts


def _word(name: str, facts: dict[str, object], key: str) -> str | None:
    value = facts.get(key)
    if value is None:
        return None
    if not isinstance(value, str) or not value.strip() or len(value) > MAX_TITLE * 4:
        raise _broken(_sidecar(name), f"{key} = {value!r:.60}", "a short text in quotation marks", "Correct it or leave it out.")
    if key == "slug" and slugify(value, limit=200) != value:
        raise _broken(_sidecar(name), f"slug = {value!r}", "lower-case words joined by hyphens", "Correct it.")
    return value.strip()


def _date(name: str, facts: dict[str, object]) -> datetime.date | None:
    value = facts.get("date")
    if value is None:
        return None
    if type(value) is datetime.date:
        return value
    try:
        return datetime.date.fromisoformat(str(value))
    except ValueError as error:
        raise _broken(_sidecar(name), f"date = {value!r:.60}", "a date like 2021-10-20", "Correct it or leave it out.") from error


def _title(name: str, facts: dict[str, object], text: str) -> str:
    given = _word(name, facts, "title")
    if given:
        return given[:MAX_TITLE]
    first = next(line.strip() for line in text.splitlines() if line.strip()) if text.strip() else ""
    looks_like_headline = 0 < len(first) <= 160 and not first.endswith((".", "!", ":", ";", ","))
    return first if looks_like_headline else f"[{_words_of(first)} …]"


def _words_of(line: str) -> str:
    return " ".join(line.split()[:7])


def _sidecar(name: str) -> str:
    return f"{name}'s sidecar .toml"


def _broken(where: str, found: str, expected: str, do: str) -> ArticleError:
    return ArticleError(where, found=found, expected=expected, do=do)
