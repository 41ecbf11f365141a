"""Who said it."""

from quizapp.knowledge.claim import Modality
from tests.knowledge.extractors.reading import claims_of, told


def test_according_to_names_the_speaker_of_the_rest() -> None:
    text = "According to Peter Brown, the Linden Footbridge is safe."
    (claim,) = claims_of(text, "say.agent")
    assert (claim.subject, claim.value.display()) == ("the Linden Footbridge is safe", "Peter Brown")
    assert claim.modality is Modality.REPORTED


def test_according_to_something_without_a_name_names_nobody() -> None:
    assert told("According to the plan, the Linden Footbridge is safe.", "say.agent") == []


def test_a_title_alone_is_no_speaker() -> None:
    assert told("The Governor said the Linden Footbridge was safe.", "say.agent") == []
