"""Codes that students type: those of quizzes, and the personal ones that keep a name to whoever picked it. None looks like another."""

from random import Random

from quizapp.storage.digests import digest

LETTERS = "BCDFGHKMNPRSTWXZ"
"""No I, J, L, O, Q, U, V, Y, which are taken for others, and no vowels, which make words."""
SIGNS = "BCDFGHKMNPRSTWXZ3479"
QUIZ_CODE = 6
PERSONAL_CODE = 8
LONGEST = 40
_GROUPS = {QUIZ_CODE: 3, PERSONAL_CODE: 4}


def new_quiz_code(rng: Random) -> str:
    """Six letters."""
    return "".join(rng.choice(LETTERS) for _ in range(QUIZ_CODE))


def new_personal_code(rng: Random) -> str:
    """Eight letters and digits, as somebody writes them down: "KTMR 4PX9"."""
    return grouped("".join(rng.choice(SIGNS) for _ in range(PERSONAL_CODE)))


def grouped(code: str) -> str:
    """A code with a gap in the middle, to be read aloud."""
    step = _GROUPS.get(len(code), len(code))
    return " ".join(code[start : start + step] for start in range(0, len(code), step))


def plain(text: str) -> str:
    """A code as it is kept, however it was typed: capitals, without spaces or hyphens."""
    return "".join(sign for sign in text[:LONGEST].upper() if sign.isascii() and sign.isalnum())


def code_digest(student: int, code: str) -> str:
    """What stands in the database for a personal code: the student goes into it, so that a stolen table is not searched for all at once."""
    return digest(f"student {student}:{plain(code)}")
