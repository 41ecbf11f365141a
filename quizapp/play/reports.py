"""Problems that a player can report on a question, and what may come of a report."""

from enum import StrEnum

MAX_WORDS = 500


class Trouble(StrEnum):
    """What is wrong with a question."""

    WRONG = "wrong"
    TWO_RIGHT = "two right"
    NO_PROOF = "no proof"
    UNCLEAR = "unclear"
    TYPO = "typo"
    OUTDATED = "outdated"
    OTHER = "other"


class Outcome(StrEnum):
    """What came of a report: the question was wrong, or it stands."""

    UPHELD = "upheld"
    STANDS = "stands"


def tidy(words: str) -> str:
    """What a player wrote, as it is kept: no control characters, no white space around it or doubled in it."""
    plain = "".join(letter if letter.isprintable() else " " for letter in words)
    return " ".join(plain.split())
