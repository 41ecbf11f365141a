"""Wrong names are of the sort of the right one, whole, and never another way to write it."""

import oslen
import pytest

from quizapp.knowledge.names import Names
from quizapp.knowledge.values.base import ValueType
from quizapp.questions.bank import make_candidates
from quizapp.questions.checks import check_item
from quizapp.questions.distractors.amounts import amounts_near
from quizapp.questions.distractors.sorts import may_be_offered, sort_of
from quizapp.questions.likeness import is_same
from quizapp.questions.lists import list_of
from quizapp.questions.question import read_option

PLACE, PERSON, ORGANISATION = ValueType.PLACE, ValueType.PERSON, ValueType.ORGANISATION


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Lyon", "Oslen", True),
        ("Lyon", "France", False),
        ("Ohio", "Chicago", False),
        ("Grand Museum", "Lyon", False),
        ("Grand Museum", "North Station", True),
        ("Lake Ammer", "Ohio", False),
        ("US", "France", True),
    ],
)
def test_places_are_told_apart_by_their_sort(one: str, other: str, alike: bool) -> None:
    assert (sort_of(one, PLACE) == sort_of(other, PLACE)) is alike


@pytest.mark.parametrize(
    ("name", "wanted", "may"),
    [
        ("Petra Holm", PERSON, True),
        ("Governor", PERSON, False),
        ("Petra Holm Statue of", PERSON, False),
        ("Space Shuttle", PERSON, False),
        ("State", PLACE, False),
        ("Lake Ammer", PLACE, True),
        ("-Oslen", PLACE, False),
        ("Fjord Press", ORGANISATION, True),
        ("Association", ORGANISATION, True),
    ],
)
def test_titles_common_words_and_torn_pieces_are_no_options(name: str, wanted: ValueType, may: bool) -> None:
    assert may_be_offered(name, wanted) is may


def test_two_ways_to_write_a_country_are_one_answer() -> None:
    assert is_same("US", "United States", PLACE, Names())
    assert not is_same("US", "United Kingdom", PLACE, Names())
    assert list_of("USA") is list_of("France")


def test_what_is_counted_stays_whole() -> None:
    for written in ("3 points", "9 visits", "17 boats"):
        value = read_option(written, ValueType.COUNT)
        lower, higher = amounts_near(value)  # type: ignore[arg-type]
        assert all(one.low == int(one.low) for one in (*lower, *higher))


def test_what_an_editor_bars_never_stands_beside_the_answer() -> None:
    barred = oslen.PROPOSALS.replace('"beam bridge"]', '"beam bridge"]\nbarred = ["rope bridge"]')
    scope = oslen.make(proposals=barred)
    (item,) = (one.item for one in make_candidates(scope) if one.item.stem == "What kind of bridge is the Oslen Bridge?")
    assert set(item.distractors) == {"arch bridge", "beam bridge"}
    bad = oslen.item("kind", ("swing bridge", "rope bridge", "beam bridge"))
    assert "an editor says" in next(one.detail for one in check_item(bad, scope) if one.name == "no second answer")
