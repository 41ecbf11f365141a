"""What type a name gets from the words around it."""

import pytest

from quizapp.knowledge.extractors import extract
from quizapp.knowledge.values.base import ValueType
from tests.knowledge.extractors.reading import article, told


def type_of(text: str, name: str) -> ValueType | None:
    """The type of a sure name of this text, None where there is none."""
    return next((entry.type for entry in extract([article(text)]).names if entry.name == name), None)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Orlec is a city in the north. Its walls are old.", "Orlec", ValueType.PLACE),
        ("Tarvo is a company in Lyon. It sells boats.", "Tarvo", ValueType.ORGANISATION),
        ("Kellin Vask, a physicist, came to Lyon.", "Kellin Vask", ValueType.PERSON),
        ("Peter Brown wrote the novel Silent Harvest in 1950.", "Silent Harvest", ValueType.WORK),
        ("Peter Brown starred in Harbour Lights (1950) and went home.", "Harbour Lights", ValueType.WORK),
        ("The Linguistic Society of America met in Lyon.", "Linguistic Society of America", ValueType.ORGANISATION),
        ("The Copper Bowl 50 was held in Lyon.", "Copper Bowl 50", ValueType.EVENT),
        ("Vask lost her keys in Lyon. Vask finished her studies in 1950.", "Vask", ValueType.PERSON),
    ],
)
def test_what_is_told_of_a_name_decides_its_type(text: str, name: str, kind: ValueType) -> None:
    assert type_of(text, name) is kind


def test_a_teaching_is_no_person() -> None:
    assert type_of("Roman Catholicism came to Lyon. Roman Catholicism spread.", "Roman Catholicism") is not ValueType.PERSON


@pytest.mark.parametrize("text", ["Peter Brown walked to the Square.", "Peter Brown met the US President.", "Peter Brown went North."])
def test_a_common_noun_a_title_or_a_direction_alone_is_no_name(text: str) -> None:
    assert {entry.name for entry in extract([article(text)]).names} == {"Peter Brown"}


def test_the_church_is_the_only_one_that_the_article_names() -> None:
    text = "The Church of Orlec opened a school in Lyon. The Church sold the school in 1990."
    assert told(text, "sell.when") == [("Church of Orlec", "1990")]
