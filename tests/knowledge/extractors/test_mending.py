"""Mends of the parse."""

from tests.knowledge.extractors.reading import told


def test_a_name_after_an_office_is_the_holder_of_the_office_not_of_the_house() -> None:
    text = "The founder of Dunmarrow Library, Anna Keller, died in Paris."
    assert told(text, "die.where") == [("Anna Keller", "Paris")]
    assert told(text, "be.role") == [("Anna Keller", "founder of Dunmarrow Library")]
