"""How sure we are that a reviewer accepts an item unchanged, and how hard it is, before anybody has judged or played it.

The first numbers come from reading the candidates of the seeds and from the rated experiment (dates and quantities 77 %, names 26 %
accepted when everything was extracted; hand-made facts do far better). They are log-odds, so that a regression on decisions can
replace them one by one.
"""

from math import exp

from quizapp.knowledge.claim import MadeBy
from quizapp.knowledge.fact import Verdict
from quizapp.questions.item import Item, Kind
from quizapp.questions.question import Question

BY_KIND: dict[Kind, float] = {
    Kind.WHO: 2.2,
    Kind.ROLE: 1.8,
    Kind.WHEN: 2.4,
    Kind.HOW_LONG: 2.4,
    Kind.HOW_MANY: 2.2,
    Kind.WHERE: 1.8,
    Kind.WHICH: 1.8,
    Kind.WHO_SAID: 1.8,
    Kind.WHAT: 1.4,
    Kind.ACCORDING_TO: 2.0,
    Kind.COMPARE: 1.4,
    Kind.CLOZE: 0.2,
}
EXTRACTED = -1.5
THREE_OPTIONS = -0.4
FAILED_GATE = -2.0
QUALIFIED = -0.4
PROPOSED = 0.4

HARDER: dict[Kind, float] = {Kind.ACCORDING_TO: 0.6, Kind.COMPARE: 0.8, Kind.WHAT: 0.2, Kind.HOW_MANY: 0.2, Kind.WHEN: 0.2}
SEEN_ONCE = 0.5
SEEN_OFTEN = -0.4
FEWER_OPTIONS = -0.2


def confidence(item: Item, question: Question, failed: int) -> float:
    """The estimated probability that a reviewer accepts the item as it is; `failed` gates count against it."""
    odds = BY_KIND[item.kind] + FAILED_GATE * failed
    fact = question.fact
    if fact is not None:
        odds += EXTRACTED * any(claim.made_by is not MadeBy.HAND for claim in fact.claims)
        odds += QUALIFIED * (fact.verdict is Verdict.QUALIFIED)
        odds += PROPOSED * (fact.id in question.background.proposals)
    odds += THREE_OPTIONS * (len(item.options) == 3)
    return _probability(odds)


def difficulty(item: Item, question: Question) -> float:
    """The estimated share of players who miss it, guessers aside: facts that many articles repeat are easier, comparisons harder."""
    odds = -0.3 + HARDER.get(item.kind, 0.0) + FEWER_OPTIONS * (len(item.options) == 3)
    articles = {claim.evidence.article for claim in question.fact.claims} if question.fact else set()
    odds += SEEN_ONCE if len(articles) <= 1 else SEEN_OFTEN * (len(articles) > 2)
    return _probability(odds)


def _probability(odds: float) -> float:
    return round(1 / (1 + exp(-odds)), 3)
