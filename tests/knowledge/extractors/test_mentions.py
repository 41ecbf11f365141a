"""Where a name begins and ends."""

import pytest

from tests.knowledge.extractors.reading import told


@pytest.mark.parametrize("name", ["Hau Lung-bin", "Kim Shin-Wook"])
def test_a_hyphen_does_not_cut_a_name(name: str) -> None:
    assert told(f"The mayor {name} came to Lyon on Monday.", "come.where") == [(name, "Lyon")]


def test_a_word_made_with_a_name_is_not_the_name() -> None:
    text = "Peter Brown left Scientology-related employment in Lyon."
    assert told(text, "leave.object") == [("Peter Brown", "Scientology-related employment")]
