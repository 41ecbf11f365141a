"""Which names may be two spellings of one."""

from itertools import combinations, product

import pytest

from quizapp.knowledge.names_spelling import FEW, alike, alike_pairs, distance


@pytest.mark.parametrize(
    ("one", "other", "may_be"),
    [
        ("Anton Shkaplerov", "Anton Ahkaplerov", True),
        ("Doug Liman", "Doug Lyman", True),
        ("John Key", "John Kay", False),
        ("John Key", "John Cornyn", False),
        ("Anna Berg", "Anna Stein", False),
        ("Anna Berg", "Berg", False),
        ("Peter Anna Berg", "Paul Anne Berg", False),
    ],
)
def test_only_one_word_may_differ_and_only_by_few_letters(one: str, other: str, *, may_be: bool) -> None:
    assert alike(one, other) is may_be


def test_letters_swapped_with_the_next_count_once() -> None:
    assert distance("liman", "liamn", limit=3) == 1


def test_among_many_people_of_one_first_name_the_same_pairs_are_found_as_by_comparing_all() -> None:
    lasts = [
        f"{begin}{middle}{end}" for begin, middle, end in product(("Hal", "Hla", "Brok"), ("v", "d", "vd"), ("or", "ro", "orsen", "osren"))
    ]
    people = [f"{first} {last}" for first, last in product(("Anna", "Ann Marie"), lasts)]
    assert len(lasts) > FEW
    wanted = tuple(sorted(pair for pair in combinations(sorted(people), 2) if alike(*pair)))
    assert wanted
    assert alike_pairs(people) == wanted


def test_pairs_stand_in_order_whatever_the_order_of_names() -> None:
    assert (
        alike_pairs(["Doug Lyman", "Mara Berg", "Doug Liman"])
        == alike_pairs(["Doug Liman", "Doug Lyman"])
        == (("Doug Liman", "Doug Lyman"),)
    )
