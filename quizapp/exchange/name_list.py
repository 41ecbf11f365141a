"""Names of a class as people paste them: one a line, or rows of a CSV of which the column with names is read and nothing else."""

import csv
import unicodedata
from io import StringIO

LONGEST = 40
MOST = 500
_SIGNS = ("\t", ";", ",")
_HEADINGS = ("name", "names", "nickname", "student", "pupil", "first name", "firstname")


class NamesRefusedError(ValueError):
    """The list cannot be used; the message says which name and why."""


def read_names(text: str) -> tuple[str, ...]:
    """The names in their order; raises NamesRefusedError for none, too many, one twice, or one that is no name."""
    lines = [line for line in text.splitlines() if line.strip()]
    names = tuple(_clean(name) for name in _column(lines))
    if not names:
        raise NamesRefusedError("Type or paste at least one name.")
    if len(names) > MOST:
        raise NamesRefusedError(f"These are {len(names)} names; a class has at most {MOST}.")
    keys = [key_of(name) for name in names]
    twice = next((name for name, key in zip(names, keys, strict=True) if keys.count(key) > 1), None)
    if twice is not None:
        raise NamesRefusedError(f"“{twice}” stands there twice. Tell them apart, for example by a letter after the name.")
    return names


def key_of(name: str) -> str:
    """By which two names are one: without regard to case."""
    return name.casefold()


def _column(lines: list[str]) -> list[str]:
    """The column with the names; a comma before a space is part of a name ("Moar, Ida")."""
    sign = next((one for one in _SIGNS if any(one in line.replace(", ", "") for line in lines)), None)
    if sign is None:
        return [line for line in lines if not _is_heading(line)]
    rows = [row for row in csv.reader(StringIO("\n".join(lines)), delimiter=sign) if row]
    head = next((place for place, cell in enumerate(rows[0]) if _is_heading(cell)), None)
    place = head or 0
    return [row[place] for row in rows[head is not None :] if len(row) > place and row[place].strip()]


def _is_heading(cell: str) -> bool:
    return cell.strip().strip('"').casefold() in _HEADINGS


def _clean(text: str) -> str:
    name = " ".join(unicodedata.normalize("NFKC", text).split())
    if "@" in name:
        raise NamesRefusedError(f"“{name[:LONGEST]}” looks like an e-mail address. Names or nicknames are enough; nothing else is kept.")
    if len(name) > LONGEST:
        raise NamesRefusedError(f"“{name[:LONGEST]}…” has {len(name)} characters; a name has at most {LONGEST}.")
    hidden = next((sign for sign in name if not sign.isprintable()), None)
    if hidden is not None or not any(sign.isalnum() for sign in name):
        raise NamesRefusedError(f"“{''.join(filter(str.isprintable, name))}” is no name that a page can show.")
    return name
