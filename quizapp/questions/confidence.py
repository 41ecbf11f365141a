"""How sure we are that a reviewer accepts an item unchanged, and how hard it is, before anybody has judged or played it.

A logistic regression on the features of an item. The shipped coefficients are fixed, so that the same input gives the same numbers on
every machine; decisions made on a site can be fitted on top of them (`fitting.py`) and are kept in its database.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from math import exp

from quizapp.questions.features import FEATURES, features
from quizapp.questions.item import Item, Kind
from quizapp.questions.question import Question

OFFERED = 0.4
"""From this on an item is offered; the rest stays behind “show more”."""

Coefficients = Mapping[str, float]
"""Log-odds by feature; a feature without one counts nothing."""

HARDER: dict[Kind, float] = {Kind.ACCORDING_TO: 0.6, Kind.COMPARE: 0.8, Kind.WHAT: 0.2, Kind.HOW_MANY: 0.2, Kind.WHEN: 0.2}
SEEN_ONCE = 0.5
SEEN_OFTEN = -0.4
FEWER_OPTIONS = -0.2


@cache
def shipped() -> Coefficients:
    """The coefficients that come with the program."""
    data = tomllib.loads(files("quizapp.questions").joinpath("coefficients.toml").read_text(encoding="utf-8"))
    return {name: float(data["coefficient"].get(name, 0.0)) for name in FEATURES}


def confidence(question: Question, failed: int, coefficients: Coefficients | None = None) -> float:
    """The estimated probability that a reviewer accepts the item as it is; `failed` gates count against it."""
    return estimate(features(question, failed), coefficients or shipped())


def estimate(seen: Mapping[str, float], coefficients: Coefficients) -> float:
    """The probability for an item with these features."""
    return probability(sum(value * coefficients.get(name, 0.0) for name, value in seen.items()))


def is_offered(item: Item) -> bool:
    """Whether an item is shown at once to a person who looks for questions."""
    return item.confidence >= OFFERED


def difficulty(item: Item, question: Question) -> float:
    """The estimated share of players who miss it, guessers aside: facts that many articles repeat are easier, comparisons harder."""
    odds = -0.3 + HARDER.get(item.kind, 0.0) + FEWER_OPTIONS * (len(item.options) == 3)
    articles = {claim.evidence.article for claim in question.fact.claims} if question.fact else set()
    odds += SEEN_ONCE if len(articles) <= 1 else SEEN_OFTEN * (len(articles) > 2)
    return probability(odds)


def probability(odds: float) -> float:
    """Log-odds as a share, to three digits, within what can be computed."""
    return round(1 / (1 + exp(-max(-30.0, min(30.0, odds)))), 3)
