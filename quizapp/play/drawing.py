"""Drawing the order of questions and options, once for an attempt."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from quizapp.play.attempt import ShownOption, ShownQuestion
from quizapp.play.quiz import ItemVersionId, QuizSettings

TOKEN_BYTES = 6


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """What drawing needs to know of an item version: how many options it has, and whether they ascend and must stay so."""

    version: ItemVersionId
    options: int
    ordered: bool


def draw(items: Sequence[Asked], *, settings: QuizSettings, rng: Random) -> tuple[ShownQuestion, ...]:
    """Every item once, numbered from 1, in an order drawn from `rng` unless the settings keep it."""
    order = list(items)
    if settings.shuffle_questions:
        rng.shuffle(order)
    return tuple(_draw_one(number, one, settings, rng) for number, one in enumerate(order, 1))


def _draw_one(number: int, asked: Asked, settings: QuizSettings, rng: Random) -> ShownQuestion:
    places = list(range(asked.options))
    if settings.shuffle_options and not asked.ordered:
        rng.shuffle(places)
    tokens = _tokens(asked.options, rng)
    shown = tuple(ShownOption(token=token, option=place) for token, place in zip(tokens, places, strict=True))
    return ShownQuestion(number=number, version=asked.version, options=shown)


def _tokens(count: int, rng: Random) -> list[str]:
    tokens: dict[str, None] = {}
    while len(tokens) < count:
        tokens[rng.randbytes(TOKEN_BYTES).hex()] = None
    return list(tokens)
