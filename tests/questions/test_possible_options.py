"""Wrong options could be true for all one knows: no year outside a life, no stranger's name, no place inside another."""

import re

import pytest
from telling import asked, read

from quizapp.knowledge.article import Article, read_article
from quizapp.questions.distractors.places import lies_in, votes_place
from quizapp.questions.distractors.years import years_in
from quizapp.questions.item import Item
from quizapp.questions.lists import city_group, was_there

PAINTER = """A painter

Ada Brenner (4 March 1902 – 9 May 1951) was a painter from Bergen.

Ada Brenner moved to Oslo in 1920. Ada Brenner visited Japan in 1921. Ada Brenner received the Harbour Prize in 1950.
"""
FERRY = """A ferry line

The Oslen Ferry Company was founded in 1902. The Oslen Ferry Company bought the steamer Aurora in 1904.
The Oslen Ferry Company sold the steamer Borealis in 1950.
"""


def article(*sentences: str) -> Article:
    return read_article("places.txt", ("Places\n\n" + " ".join(sentences) + "\n").encode())


def years(item: Item) -> list[int]:
    return [int(year) for option in item.options for year in re.findall(r"\d{4}", option)]


@pytest.mark.parametrize(
    ("stem", "first", "last"),
    [
        ("In which year did Ada Brenner move to Oslo", 1918, 1930),
        ("In which year did Ada Brenner visit Japan", 1918, 1931),
        ("In which year did Ada Brenner receive", 1940, 1951),
    ],
)
def test_years_of_a_person_lie_within_the_life_and_near_the_key(stem: str, first: int, last: int) -> None:
    found = years(asked(stem, PAINTER))
    assert len(found) == 4
    assert first <= min(found)
    assert max(found) <= last


def test_nothing_is_done_by_what_was_not_founded_yet() -> None:
    assert min(years(asked("In which year did the Oslen Ferry Company buy", FERRY))) >= 1902


def test_a_founding_lies_before_what_was_done_later() -> None:
    assert max(years(asked("In which year was the Oslen Ferry Company founded", FERRY))) <= 1912


def test_only_what_is_written_as_a_year_counts_as_one() -> None:
    assert years_in("In 1904, 1200 guests ate 2,000 cakes; the 2000-year-old oak fell on 3 May 1911.") == (1904, 1200, 1911)
    assert years_in("It cost $1900, 1,950 kilos, 12.1999 or 1800 %.") == ()


def test_articles_that_share_no_people_lend_no_names() -> None:
    one = "A painter\n\nAda Brenner moved to Oslo in 1920. Bo Rand praised Ada Brenner. Cy Stern met Ada Brenner.\n"
    other = "A cook\n\nEva Kilde lives in Oslo, Norway. Finn Moe met Eva Kilde in Bergen. Gro Lund praised Eva Kilde in Oslo.\n"
    strangers = {"Eva Kilde", "Finn Moe", "Gro Lund"}
    items = [item for item in read(one, other)[1] if item.evidence[0].article == "article_0.txt"]
    assert items
    assert not strangers & {option for item in items for option in item.options}


def test_a_place_needs_a_second_vote() -> None:
    text = article("Petra Holm lives in Tolm.", "Ferrin saw it all.")
    assert votes_place("Tolm", [text])
    assert votes_place("Kelm Museum", [])
    assert votes_place("Oslo", [])
    assert not votes_place("Ferrin", [text])


@pytest.mark.parametrize(
    ("one", "other", "inside"),
    [
        ("Marrow", "Kelm County", True),
        ("Kelm County", "Marrow", True),
        ("Kelm Museum", "Ferry Annex", True),
        ("Marrow", "Ferry Annex", False),
        ("Sweden", "Norway", False),
    ],
)
def test_a_place_is_seen_to_lie_in_another(one: str, other: str, inside: bool) -> None:
    text = article("She lives in Marrow, Kelm County.", "It went to the Kelm Museum Ferry Annex.", "They saw Sweden, Norway and Denmark.")
    assert lies_in(one, other, [text]) is inside


def test_cities_of_the_list_know_their_part_of_the_world() -> None:
    far, near = city_group("Beijing"), city_group("Taipei")
    assert far is not None
    assert near is not None
    assert abs(far - near) < abs(far - (city_group("Chicago") or 0))
    assert city_group("Norway") is None


def test_a_state_is_no_wrong_answer_about_times_before_it_was() -> None:
    assert not was_there("South Korea", 1920)
    assert was_there("South Korea", 1990)
    assert was_there("Japan", 1200)
    assert was_there("South Korea", None)
    then, now = (f"A move\n\nPeter Hale moved to Japan in {year}.\n" for year in (1920, 1990))
    assert "South Korea" not in {option for item in read(then)[1] for option in item.options}
    assert "South Korea" in asked("Where did Peter Hale move", now).options
