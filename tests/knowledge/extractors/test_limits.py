"""What a sentence only asks, supposes or limits."""

from quizapp.knowledge.fact import Verdict
from tests.knowledge.extractors.reading import claims_of, told
from tests.knowledge.extractors.test_extract import facts_of


def test_a_question_says_nothing() -> None:
    assert claims_of("Did Anna Keller buy the Orlec Mill in 1990?") == []


def test_what_is_only_supposed_is_not_said() -> None:
    assert told("The Tessel Bridge will close if Peter Brown buys the Orlec Mill.", "buy.object") == []


def test_words_that_limit_a_claim_stand_with_it_and_qualify_its_fact() -> None:
    text = "Vireo-1 is the first satellite built in Estravia only if one leaves aside Tilk."
    (claim,) = claims_of(text, "be.object")
    assert claim.reservation == "only if one leaves aside Tilk"
    assert claim.reservation in claim.evidence.quote
    facts = facts_of("Vireo-1 is the first satellite built in Estravia.", text)
    assert facts["be.object"].verdict is Verdict.QUALIFIED
