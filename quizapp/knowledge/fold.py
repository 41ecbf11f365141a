"""One normal spelling of words, for comparing what people would read as the same."""

import re
import unicodedata
from functools import lru_cache

_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'", "ʼ": "'"})
_POSSESSIVE, _LEADING_ARTICLE = re.compile(r"['’]s?$"), re.compile(r"^(the|a|an) (?=\S)")
_NOT_A_WORD = re.compile(r"[^\w%$€£¥.']+|_|(?<!\d)\.|\.(?!\d)")


def fold(text: str) -> str:
    """Case, accents, punctuation and spaces taken away: "Café, the" -> "cafe the"; decimal points stay."""
    plain = text.translate(_APOSTROPHES)
    bare = plain if plain.isascii() else _without_accents(plain)
    words = _NOT_A_WORD.sub(" ", bare.casefold()).replace("'s ", " ").replace("'", "")
    return " ".join(words.split())


def _without_accents(text: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))


@lru_cache(maxsize=40_000)
def fold_name(text: str) -> str:
    """A name's normal spelling: folded, without a leading article or a trailing possessive."""
    return _LEADING_ARTICLE.sub("", fold(_POSSESSIVE.sub("", text.strip())))
