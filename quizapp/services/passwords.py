"""Passwords: which ones will do, and how they are kept (argon2id)."""

import unicodedata
from dataclasses import dataclass
from functools import cached_property
from secrets import token_hex
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from quizapp.services.errors import FieldRefused

SHORTEST = 8
LONGEST = 256
AT_ONCE = 2
_ESTIMATED = 72
_WEAKEST_GUESSES = 1_000_000
_BESIDE_NAME = 4


@dataclass(frozen=True, kw_only=True, slots=True)
class Cost:
    """What one hash costs; the default is the second recommendation of RFC 9106."""

    passes: int = 3
    memory_kib: int = 65_536
    lanes: int = 4


class Passwords:
    """Hashes passwords, at most two at a time, so that signing in never takes the memory and the processors that players need."""

    def __init__(self, cost: Cost = Cost()) -> None:
        self.cost = cost
        self._hasher = PasswordHasher(time_cost=cost.passes, memory_cost=cost.memory_kib, parallelism=cost.lanes)
        self._turns = BoundedSemaphore(AT_ONCE)

    def hash(self, password: str) -> str:
        """What is kept of a password."""
        with self._turns:
            return self._hasher.hash(_bytes(password))

    def fits(self, kept: str | None, password: str) -> bool:
        """Whether this is the password; takes as long when nothing is kept, so that time tells nobody which names exist."""
        with self._turns:
            try:
                self._hasher.verify(kept or self._of_nobody, _bytes(password))
            except (VerificationError, InvalidHashError):
                return False
        return kept is not None

    def is_stale(self, kept: str) -> bool:
        """Whether the hash was made at another cost than today's."""
        return self._hasher.check_needs_rehash(kept)

    @cached_property
    def _of_nobody(self) -> str:
        return self._hasher.hash(token_hex(16))


def refuse_weak(password: str, *, name: str) -> None:
    """Raise FieldRefused for a password that is too short, too long, or among the first that somebody would guess."""
    text = _normal(password)
    if len(text) < SHORTEST:
        raise FieldRefused("password", f"A password has at least {SHORTEST} characters.")
    if len(text) > LONGEST:
        raise FieldRefused("password", f"A password has at most {LONGEST} characters.")
    if _guesses(text, name) < _WEAKEST_GUESSES or len(text.casefold().replace(name.casefold() or "\0", "")) < _BESIDE_NAME:
        raise FieldRefused("password", "This is one of the first passwords that others would try. Three or four words in a row do better.")


def _guesses(password: str, name: str) -> int:
    from zxcvbn import zxcvbn  # its lists of common passwords take a tenth of a second to load

    estimate = zxcvbn(password[:_ESTIMATED], user_inputs=[name, *name.split()])
    return int(estimate["guesses"])


def _normal(password: str) -> str:
    return unicodedata.normalize("NFKC", password)


def _bytes(password: str) -> bytes:
    return _normal(password).encode("utf-8", "surrogatepass")
