"""What is found in running text, and what is left alone."""

import datetime
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.knowledge.values.spotting import spot

WEDNESDAY = datetime.date(2021, 10, 20)


def found(text: str) -> str:
    """Type and words of all that is spotted."""
    return " | ".join(f"{each.type}: {each.written}" for each in spot(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ferry carried 107 people and 30 boats.", "count: 107 people | count: 30 boats"),
        (
            "Five Peruvian climbers met three remaining Harbour Line captains.",
            "count: Five Peruvian climbers | count: three remaining Harbour Line captains",
        ),
        ("He shot 12 days and 30 to 25 minutes remain.", "duration: 12 days | duration: 30 to 25 minutes"),
        ("They trained for several months, or a year.", "duration: several months | duration: a year"),
        ("The 37-year-old and Ada Byron, 36, a clerk, were aged between.", "age: 37-year-old | age: 36"),
        ("It cost over 422,000 euros, NZ $ 26 million or £3.5m.", "money: over 422,000 euros | money: NZ $ 26 million | money: £3.5m"),
        ("About 12 per cent of 1 709 pupils", "percent: About 12 per cent | count: 1 709 pupils"),
        ("A 15 meter pig, 860 km away", "quantity: 15 meter | quantity: 860 km"),
        ("She left on Tuesday, October 5 at 10.55 a.m. Belgian time.", "date: Tuesday, October 5 | clock_time: 10.55 a.m. Belgian time"),
        ("In 1902 it sank; rebuilt from 1947 to 1960 (1961).", "date: 1902 | date: from 1947 to 1960 | date: 1961"),
        ("Born c. 1635, or in the early 1690s, he died 1699 or 1700.", "date: c. 1635 | date: the early 1690s | date: 1699 or 1700"),
        ("Roe (8 September 1841 – 1 May 1904) and Lind (1922 - 2013)", "date: 8 September 1841 – 1 May 1904 | date: 1922 - 2013"),
        ("On October 17 people gathered.", "date: October 17"),
        ("In May 12 people drowned.", "count: 12 people"),
        (
            "Hundreds of red lanterns and tens of thousands of guests",
            "count: Hundreds of red lanterns | count: tens of thousands of guests",
        ),
        ("Half a million visitors and two dozen films", "count: Half a million visitors | count: two dozen films"),
        ("It is his third trip to the pole.", "count: third trip"),
        ("They came at noon and 7 pm, since 17:30 UTC.", "clock_time: noon | clock_time: 7 pm | clock_time: 17:30 UTC"),
    ],
)
def test_values_are_found_by_rules_alone(text: str, expected: str) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Soyuz MS-19 and a Boeing 747 fly 24/7.",
        "They won 2-1 and later 3 – 0 in Group 5.",
        "Call 555-123-4567 or +44 20 7946 0018, ISBN 978-3-16-148410-0.",
        "See https://example.org/2014/12/30-boats and article 3 on page 12.",
        "He is 5 ft 11 in tall.",
        "Twice a day, five days per week.",
        "[12] The 1902 film. One day he came.",
        "Three out of four shots were good.",
        "Falcon 9 rockets and iPhone 12 users",
        "It happened on 12/05/2014.",
    ],
)
def test_number_shaped_things_of_other_kinds_are_left_alone(text: str) -> None:
    assert found(text) == ""


def test_a_relative_date_is_kept_as_written_and_read_only_with_the_articles_date() -> None:
    undated, dated = spot("He returned this past Monday (18)."), spot("He returned this past Monday (18).", WEDNESDAY)
    assert [(each.written, each.value) for each in undated] == [("this past Monday (18)", None)]
    assert [each.value.display() for each in dated if each.value] == ["18 October 2021"]


PIECES = (
    "12 30 1902 October May the in of a about – - to and twelve million boats people $ % km minutes day last year (18) . , : “ ”"
    " 🇷🇺 \n \u00a0 BC p.m. at"
)


@given(pieces=st.lists(st.sampled_from(PIECES.split(" ")) | st.text(max_size=4), max_size=40), spaced=st.booleans())
def test_what_is_spotted_stands_in_the_text_in_order_without_overlap(pieces: list[str], spaced: bool) -> None:
    text = (" " if spaced else "").join(pieces)
    last = 0
    for each in spot(text, WEDNESDAY):
        assert text[each.start : each.end] == each.written
        assert last <= each.start < each.end
        assert "\n" not in each.written
        last = each.end


@given(st.text())
def test_spotting_never_raises_and_is_the_same_again(text: str) -> None:
    assert spot(text) == spot(text)


@pytest.mark.parametrize(
    "piece", ["1 ", "9", "1-", "a million ", "May 1 ", "$1 ", "hundreds of ", "www.", "A ", "[1] ", "p. ", "\u00a0", "two and "]
)
def test_a_long_nasty_text_takes_time_in_proportion(piece: str) -> None:
    def seconds(size: int) -> float:
        text, best = piece * (size // len(piece)), 60.0
        for _ in range(3):
            began = time.process_time()
            spot(text)
            best = min(best, time.process_time() - began)
        return best

    assert seconds(40_000) < 12 * max(seconds(10_000), 0.01)
