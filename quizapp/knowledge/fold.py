"""One normal spelling of words, for comparing what people would read as the same."""

import re
import unicodedata
from functools import lru_cache

_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'", "ʼ": "'"})
_NOT_A_WORD = re.compile(r"[^\w%$€£¥.']+|_|(?<!\d)\.|\.(?!\d)")


def fold(text: str) -> str:
    """Case, accents, punctuation and spaces taken away: "Café, the" -> "cafe the"; decimal points stay."""
    plain = unicodedata.normalize("NFKD", text.translate(_APOSTROPHES))
    bare = "".join(sign for sign in plain if not unicodedata.combining(sign)).casefold()
    words = _NOT_A_WORD.sub(" ", bare).replace("'s ", " ").replace("'", "")
    return " ".join(words.split())


@lru_cache(maxsize=100_000)
def fold_name(text: str) -> str:
    """A name's normal spelling: folded, without a leading article or a trailing possessive."""
    bare = re.sub(r"['’]s?$", "", text.strip())
    return re.sub(r"^(the|a|an) (?=\S)", "", fold(bare))
