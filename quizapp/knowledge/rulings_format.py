"""Rulings as the file that `read_pack` reads: what people decided in one place is decided in the next."""

import json
from collections.abc import Iterable, Iterator

from quizapp.knowledge.relation import Qualifiers
from quizapp.knowledge.rulings import NAME_KINDS, Ruling


def write_rulings(rulings: Iterable[Ruling]) -> str:
    """The text of a `rulings.toml` with these rulings, in this order."""
    return "\n".join("\n".join(["[[ruling]]", *_lines(ruling)]) + "\n" for ruling in rulings)


def _lines(ruling: Ruling) -> Iterator[str]:
    yield f"kind = {_text(ruling.kind.value)}"
    if ruling.kind in NAME_KINDS and ruling.names:
        yield f"names = [{', '.join(map(_text, ruling.names))}]"
    else:
        yield f"subject = {_text(ruling.subject)}"
        yield f"relation = {_text(ruling.relation)}"
        yield f"qualifiers = {_table(ruling.qualifiers)}"
    if ruling.into is not None:
        subject, relation, qualifiers = ruling.into
        yield f"into = {{ subject = {_text(subject)}, relation = {_text(relation)}, qualifiers = {_table(qualifiers)} }}"
    if ruling.claims:
        yield f"claims = [{', '.join(map(_text, ruling.claims))}]"
        yield f"part = {_text(ruling.part)}"
    yield f"reason = {_text(ruling.reason)}"


def _table(qualifiers: Qualifiers) -> str:
    pairs = ", ".join(f"{_text(key)} = {_text(value)}" for key, value in qualifiers)
    return f"{{ {pairs} }}" if pairs else "{}"


def _text(words: str) -> str:
    """A basic string: JSON's escapes are TOML's, but for the one control character that JSON leaves as it is."""
    return json.dumps(words, ensure_ascii=False).replace("\x7f", "\\u007f")
