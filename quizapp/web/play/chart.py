"""The chart of a player's last rounds, as places in a picture of 320 x 172."""

from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.web.wording import spell

ROUNDS = 5
STEP = 64
FLOOR = 140
TALLEST = 112


@dataclass(frozen=True, kw_only=True, slots=True)
class Bar:
    """One round; `x`, `y` and `height` are places in the picture."""

    x: int
    y: int
    height: int
    score: str
    label: str
    last: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Chart:
    """Bars, and the same in words."""

    bars: tuple[Bar, ...]
    caption: str
    words: str


def make_chart(rounds: Sequence[tuple[str, int, int]]) -> Chart | None:
    """The last rounds as (label, right, total), oldest first; None for fewer than two, which compare nothing."""
    shown = list(rounds)[-ROUNDS:]
    if len(shown) < 2:
        return None
    alike = len({total for _, _, total in shown}) == 1
    bars = tuple(_bar(place, one, alike=alike, last=place == len(shown) - 1) for place, one in enumerate(shown))
    out_of = f", right out of {spell(shown[0][2])}" if alike else ", right of all"
    caption = f"Your last {spell(len(shown))} rounds{out_of}"
    return Chart(bars=bars, caption=caption, words=f"{caption}: " + ", ".join(f"{bar.label} {bar.score}" for bar in bars) + ".")


def _bar(place: int, one: tuple[str, int, int], *, alike: bool, last: bool) -> Bar:
    label, right, total = one
    height = round(TALLEST * right / total) if total else 0
    return Bar(x=place * STEP, y=FLOOR - height, height=height, score=str(right) if alike else f"{right}/{total}", label=label, last=last)
