"""Recovery codes: shown once, each opens an account once when the password is forgotten."""

from base64 import b32encode
from random import Random

CODES = 8
_BYTES = 10
_GROUP = 4
_READ_ALIKE = str.maketrans({"0": "O", "1": "I", "8": "B"})
LONGEST = 60


def new_codes(rng: Random) -> tuple[str, ...]:
    """Eight codes of 80 random bits, as people write them: ABCD-EFGH-IJKL-MNOP."""
    return tuple(_shown(b32encode(rng.randbytes(_BYTES)).decode("ascii")) for _ in range(CODES))


def plain_code(text: str) -> str:
    """A code as it is kept, however it was typed: no spaces or hyphens, capitals, 0, 1 and 8 read as the letters they look like."""
    return "".join(sign for sign in text[:LONGEST].upper() if sign.isalnum()).translate(_READ_ALIKE)


def _shown(code: str) -> str:
    return "-".join(code[start : start + _GROUP] for start in range(0, len(code), _GROUP))
