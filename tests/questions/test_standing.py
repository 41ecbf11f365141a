"""Where names stand in a text as whole words."""

import pytest

from quizapp.questions.standing import places_of, runs_into


@pytest.mark.parametrize(
    ("name", "text", "places"),
    [
        ("Ann", "Ann met Anna and Ann.", [0, 17]),
        ("Ann", "Joann_Ann", []),
        ("Ann", "(Ann)-Ann", [1, 6]),
        ("aa", "aaa aa", [4]),
        ("Ann", "", []),
    ],
)
def test_a_name_within_a_longer_word_does_not_count(name: str, text: str, places: list[int]) -> None:
    assert list(places_of(name, text)) == places


@pytest.mark.parametrize(
    ("text", "does"),
    [
        ("the Kelm Oslen railway", True),
        ("the Kelm Museum Oslen Annex", True),
        ("the Kelm Town Museum Oslen Annex", True),
        ("the Kelm Old Town Museum Oslen Annex", False),
        ("the Kelm and Oslen railway", False),
        ("from Oslen to Kelm", False),
        ("the Kelm Oslenborg railway", False),
        ("Northkelm and NorthKelm Oslen", False),
        ("Kelm, then Kelm Oslen", True),
    ],
)
def test_one_name_runs_into_another_when_only_capitals_stand_between(text: str, *, does: bool) -> None:
    assert runs_into("Kelm", "Oslen", text) is does
