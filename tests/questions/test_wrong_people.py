"""Wrong people, professions and schools are as likely as the right ones."""

import pytest
from telling import asked, read

from quizapp.knowledge.values.base import ValueType
from quizapp.questions.distractors.names import _fits_person
from quizapp.questions.distractors.roles import callings_near
from quizapp.questions.distractors.sorts import sort_of
from quizapp.questions.lists import list_of
from quizapp.questions.words import names_stand

SCHOOLS = (
    "Ada Quist\n\nAda Quist studied at the University of Bergen in 1961. Peter Hale studied at the University of Oslo. "
    "Bo Rand joined the Harbour Company. Clara Voss joined the Northern Bank. Bo Rand studied at Kelm College.\n"
)


def test_beside_a_calling_stand_callings_of_the_same_walk_of_life() -> None:
    found = list(callings_near("Danish botanist"))
    assert "Danish chemist" in found
    assert "Danish botanist" not in found
    assert {one.split()[0] for one in found} == {"Danish"}
    assert not list(callings_near("friend"))
    assert not list(callings_near("botanist of the town"))


def test_no_calling_stands_in_two_groups_it_is_looked_up_in() -> None:
    listed = list_of("painter")
    assert listed is not None
    assert listed.kind == "calling"
    for group in listed.groups:
        assert len(set(group)) == len(group)


def test_what_somebody_is_is_asked_with_other_callings() -> None:
    item = asked("How is Ada Quist described", "Two friends\n\nThe Danish botanist Ada Quist met Peter Hale in Oslo.\n")
    assert item.answer == "Danish botanist"
    assert set(item.distractors) <= set(callings_near("Danish botanist"))


@pytest.mark.parametrize(
    ("name", "key", "fits"),
    [
        ("Bo Rand", "Ada Quist", True),
        ("Anna Quist", "Ada Quist", False),
        ("Peter Quist", "Ada Quist", True),
        ("Rand", "Ada Quist", False),
        ("Rand", "Quist", True),
    ],
)
def test_a_person_who_may_be_the_same_is_no_wrong_option(name: str, key: str, fits: bool) -> None:
    assert _fits_person(name, key) is fits


def test_beside_a_school_stand_schools() -> None:
    assert sort_of("University of Bergen", ValueType.ORGANISATION) == sort_of("Kelm College", ValueType.ORGANISATION) == "university"
    assert sort_of("Harbour Company", ValueType.ORGANISATION) == ""
    for item in read(SCHOOLS)[1]:
        if item.answer == "University of Bergen":
            assert not {"Harbour Company", "Northern Bank"} & set(item.options)


@pytest.mark.parametrize(
    ("form", "text", "stands"),
    [
        ("Rand", "Bo Rand's ship", True),
        ("Rand", "the runner ran", False),
        ("Goods", "all is good", False),
        ("Andes", "salt and pepper", False),
        ("Quist", "QUIST, 42", True),
        ("sailor", "two sailors", True),
        ("Washington, D.C.", "in Washington, D.C., she sang", True),
    ],
)
def test_a_name_stands_only_where_it_is_written_so(form: str, text: str, stands: bool) -> None:
    assert names_stand(form, text) is stands
