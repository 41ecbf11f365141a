"""What extraction alone finds of the claims that people read in the same articles: what `quizapp facts --compare` prints."""

from collections.abc import Sequence
from pathlib import Path

from quizapp.knowledge.comparison_report import ComparisonReport, compare_claims
from quizapp.knowledge.extractors import extract
from quizapp.knowledge.names import Names
from quizapp.knowledge.rulings import spelling_cases
from quizapp.services.analysis import read_hand
from quizapp.services.material import read_material


def compare_readings(paths: Sequence[Path]) -> ComparisonReport:
    """The pack below `paths` beside extraction from the articles it speaks of; raises MaterialError."""
    material = read_material(paths)
    hand = read_hand(material)
    spoken_of = {claim.evidence.article for claim in hand.claims}
    extracted = extract([article for name, article in material.articles.items() if name in spoken_of])
    return compare_claims(hand.claims, extracted.claims, Names(hand.names, spelling_cases(hand.rulings)))
