"""What a thing is, and who it is that a description means."""

from tests.knowledge.extractors.reading import told


def test_is_tells_what_a_place_is() -> None:
    assert told("Kopinga Hall is the official meeting place of the Moriori.", "be.object") == [
        ("Kopinga Hall", "official meeting place of the Moriori")
    ]


def test_an_apposition_after_a_name_tells_what_it_is() -> None:
    text = "Anna Keller sold the Lumen Company, a maker of small lamps, in 1990."
    assert told(text, "be.object") == [("Lumen Company", "maker of small lamps")]


def test_a_full_description_before_a_name_tells_who_it_is() -> None:
    text = "The head of the rescue brigade, Anna Keller, came at once."
    assert told(text, "be.object") == [("The head of the rescue brigade", "Anna Keller")]


def test_people_have_roles_instead() -> None:
    assert told("Peter Brown is an honest baker.", "be.object") == []


def test_one_bare_noun_says_too_little() -> None:
    assert told("The Orm is a river.", "be.object") == []


def test_what_belongs_to_a_pronoun_is_no_answer() -> None:
    assert told("People came to see Manakau Farm, the property of his children.", "be.object") == []


def test_a_name_beside_a_kinsman_of_whom_there_is_one_tells_who_it_is() -> None:
    text = "Karl Weber moved to Lyon in 1950. There his second son James was born."
    assert told(text, "be.object") == [("Karl Weber's second son", "James")]


def test_a_name_beside_one_of_several_kinsmen_does_not() -> None:
    assert told("Karl Weber moved to Lyon in 1950. There his son James was born.", "be.object") == []
