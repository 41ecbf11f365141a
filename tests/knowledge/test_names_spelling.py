"""Which names may be two spellings of one."""

import pytest

from quizapp.knowledge.names_spelling import alike, distance


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
