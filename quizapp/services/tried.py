"""What an attempt that counts nowhere tries."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Tried:
    """A teacher's quiz (its slug) that she tries, or with "" one question that a reviewer looks at as a player."""

    attempt: str
    quiz: str = ""
