"""The day's ten: the same questions for everybody, drawn by a digest of the date."""

import hashlib
from collections.abc import Iterable
from datetime import date
from random import Random

from quizapp.play.choosing import Choice, choose

TEN = 10


def draw_day(bank: Iterable[Choice], day: date, *, count: int = TEN) -> tuple[Choice, ...]:
    """The questions of a day and their order: the same for the same date and bank, whatever the order of the bank."""
    return choose(bank, seen={}, count=count, rng=Random(_seed(day)))


def _seed(day: date) -> int:
    return int.from_bytes(hashlib.sha256(f"daily {day.isoformat()}".encode()).digest(), "big")
