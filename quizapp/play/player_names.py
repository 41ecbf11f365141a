"""Names that players choose: cleaned, readable, of one script, and no look-alike of another name."""

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from confusable_homoglyphs import categories
from confusable_homoglyphs.confusables import confusables_data

if TYPE_CHECKING:
    from glin_profanity import Filter

LONGEST = 24
MOST_SENT = 200
MARKS_IN_A_ROW = 2

_BETWEEN = frozenset(" -'._")
_ANY_SCRIPT = frozenset({"COMMON", "INHERITED"})
_WRITTEN_TOGETHER = (
    frozenset({"HAN", "HIRAGANA", "KATAKANA"}),
    frozenset({"HAN", "HANGUL"}),
    frozenset({"HAN", "BOPOMOFO"}),
)
_LANGUAGES = ("english", "french", "german", "spanish")
_LOOK_ALIKE = str.maketrans({"1": "l", "i": "l", "|": "l", "0": "o", "'": "", "-": "", ".": "", "_": "", " ": ""})
_READ_AS_ONE = (("rn", "m"), ("vv", "w"))
_CAMEL = re.compile(r"(?<=\w)(?=[A-Z][a-z])|(?<=[a-z])(?=[A-Z])")
_RESERVED = frozenset(
    ("admin", "administrator", "anonymous", "deleted", "guest", "moderator", "quizapp", "root", "says who", "support", "system", "you")
)


class NameRefusedError(ValueError):
    """A name that cannot be used; the message says in plain words why, and what would do."""


def clean_name(text: str) -> str:
    """The name as it will be shown: NFKC, single spaces, 1-24 letters, digits and - ' . _ of one script. Raises NameRefusedError."""
    if len(text) > MOST_SENT:
        raise NameRefusedError(f"A name has at most {LONGEST} characters.")
    name = " ".join(unicodedata.normalize("NFKC", text).replace("’", "'").split(" ")).strip()
    name = re.sub(" {2,}", " ", name)
    _refuse_length(name)
    _refuse_signs(name)
    _refuse_mixture(name)
    if _is_rude(name):
        raise NameRefusedError("This name holds a word that is not used here. Choose another one.")
    return name


def name_key(text: str) -> str:
    """What a name is found by: without regard to case, width or spaces around it; whatever was sent, a database takes it."""
    text = text[:MOST_SENT].encode("utf-8", "replace").decode().replace("\0", "")
    return " ".join(unicodedata.normalize("NFKC", text).replace("’", "'").casefold().split())


def name_look(name: str) -> str:
    """What a clean name looks like: two names with the same look could be taken for each other."""
    letters = "".join(_plain(sign) for sign in unicodedata.normalize("NFC", name)).casefold()
    look = letters.translate(_LOOK_ALIKE)
    for signs, one in _READ_AS_ONE:
        look = look.replace(signs, one)
    return look or letters


def is_reserved(name: str) -> bool:
    """Whether a name speaks for the site, so that nobody may take it for themselves."""
    return name_look(name) in {name_look(one) for one in _RESERVED}


def _refuse_length(name: str) -> None:
    if not name:
        raise NameRefusedError("Type a name.")
    if len(name) > LONGEST:
        raise NameRefusedError(f"A name has at most {LONGEST} characters; this one has {len(name)}.")


def _refuse_signs(name: str) -> None:
    strange = next((sign for sign in name if sign not in _BETWEEN and not _is_readable(sign)), None)
    if strange is not None:
        shown = f"“{strange}”" if not _is_hidden(strange) else "an invisible character"
        raise NameRefusedError(f"A name has letters, digits, spaces and - ' . _ only; this one has {shown}.")
    if not any(sign.isalpha() for sign in name):
        raise NameRefusedError("A name has at least one letter.")
    if _piled(name):
        raise NameRefusedError("This name has too many marks on one letter.")


def _is_readable(sign: str) -> bool:
    kind = unicodedata.category(sign)
    return not _is_hidden(sign) and categories.alias(sign) != "UNKNOWN" and (kind[0] == "L" or kind in {"Nd", "Mn", "Mc"})


def _is_hidden(sign: str) -> bool:
    name = unicodedata.name(sign, "")
    return (
        not sign.isprintable()
        or sign.isspace()
        or name.endswith(" FILLER")
        or "VARIATION SELECTOR" in name
        or name in {"COMBINING GRAPHEME JOINER", "KHMER VOWEL INHERENT AQ", "KHMER VOWEL INHERENT AA"}
    )


def _piled(name: str) -> bool:
    in_a_row = 0
    for place, sign in enumerate(name):
        in_a_row = in_a_row + 1 if unicodedata.category(sign)[0] == "M" else 0
        if in_a_row > MARKS_IN_A_ROW or (in_a_row and place == 0):
            return True
    return False


def _refuse_mixture(name: str) -> None:
    scripts = categories.unique_aliases(name) - _ANY_SCRIPT
    if len(scripts) > 1 and not any(scripts <= together for together in _WRITTEN_TOGETHER):
        found = " and ".join(sorted(script.capitalize() for script in scripts))
        raise NameRefusedError(f"This name mixes letters of {found}, which can look alike. Use one of them.")


def _plain(sign: str) -> str:
    if sign.isascii():
        return sign
    alike = (one["c"] for one in confusables_data.get(sign, ()))
    return next((plain for plain in alike if plain.isascii() and plain.isalnum()), sign)


def _is_rude(name: str) -> bool:
    spaced = re.sub(r"[-._]", " ", name)
    parts = _CAMEL.sub(" ", spaced)
    bare = re.sub(r"\d+\b", "", parts)
    return any(_words().is_profane(one) for one in {name, spaced, parts, bare})


@cache
def _words() -> "Filter":
    from glin_profanity import Filter  # its word lists are loaded when the first name is checked

    return Filter({"languages": list(_LANGUAGES), "detect_leetspeak": True})
