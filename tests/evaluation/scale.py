"""How long grouping takes as claims grow: the exponent of time against number."""

import math
import time
from collections.abc import Iterator

from quizapp.knowledge.agreement import agree
from quizapp.knowledge.article import RevisionId
from quizapp.knowledge.claim import Claim, Evidence, MadeBy
from quizapp.knowledge.names import Names
from quizapp.knowledge.relation import Asks, Relation
from quizapp.knowledge.values.amount import Amount
from quizapp.knowledge.values.base import ValueType

SIZES = (1_000, 3_000, 10_000, 30_000, 100_000, 300_000)
SEATS = Relation(key="seats", subject_type=ValueType.PLACE, value_type=ValueType.COUNT, asks=Asks.HOW_MANY, about="seats of a hall")


def claims(count: int) -> Iterator[Claim]:
    """Claims on `count` / 3 halls from a hundred articles; a tenth of all are about one hall with ever other values."""
    for number in range(count):
        crowd = number % 10 == 0
        low = float(number if crowd else number % 3)
        quote = f"{number}"
        yield Claim(
            subject="the hall" if crowd else f"hall {number // 3}",
            relation="seats",
            value=Amount(type=ValueType.COUNT, low=low, high=low + number % 7, unit="seats"),
            evidence=Evidence(article=f"{number % 100}.txt", start=number, end=number + len(quote), quote=quote, revision=RevisionId("r")),
            made_by=MadeBy.EXTRACTED,
        )


def measure() -> list[tuple[int, float]]:
    """Seconds of processor time for each size, the best of three runs for the small ones."""
    found = []
    for size in SIZES:
        made = list(claims(size))
        times = []
        for _ in range(3 if size <= 10_000 else 1):
            begin = time.process_time()
            agree(made, catalogue={"seats": SEATS}, names=Names())
            times.append(time.process_time() - begin)
        found.append((size, min(times)))
    return found


def exponent(measured: list[tuple[int, float]]) -> float:
    """The slope of log time over log size by least squares."""
    points = [(math.log(size), math.log(seconds)) for size, seconds in measured]
    middle_x = sum(x for x, _ in points) / len(points)
    middle_y = sum(y for _, y in points) / len(points)
    return sum((x - middle_x) * (y - middle_y) for x, y in points) / sum((x - middle_x) ** 2 for x, _ in points)
