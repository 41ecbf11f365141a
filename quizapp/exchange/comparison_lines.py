"""How far extraction agrees with a pack read by hand, as lines for people or one JSON object a line."""

from collections.abc import Iterator

from quizapp.exchange.jsonlines import Line, claim_line
from quizapp.exchange.plain import claim_text
from quizapp.knowledge.claim import Claim
from quizapp.knowledge.comparison_report import ComparisonReport


def comparison_text(report: ComparisonReport) -> Iterator[bytes]:
    """Every claim after a word that says what became of it, and the counts at the end."""
    for outcome, claim in _outcomes(report):
        yield f"{outcome:7} ".encode() + claim_text(claim)
    by_hand = len(report.found) + len(report.missed)
    counts = f"found {len(report.found)} of {by_hand} claims read by hand ({report.recall:.1%}), missed {len(report.missed)}"
    yield f"{counts}; wrong {len(report.wrong)}, beyond the pack {len(report.beyond)}\n".encode()


def comparison_lines(report: ComparisonReport) -> Iterator[Line]:
    """The same claims as objects with their `outcome`: found, missed (by hand), wrong, beyond (extracted)."""
    for outcome, claim in _outcomes(report):
        yield {"outcome": outcome, **claim_line(claim)}


def _outcomes(report: ComparisonReport) -> Iterator[tuple[str, Claim]]:
    yield from (("found", claim) for claim, _ in report.found)
    yield from (("missed", claim) for claim in report.missed)
    yield from (("wrong", claim) for _, claim in report.wrong)
    yield from (("beyond", claim) for claim in report.beyond)
