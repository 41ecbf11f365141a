"""Who is what."""

import pytest

from tests.knowledge.extractors.reading import told


@pytest.mark.parametrize(
    ("text", "relation", "role"),
    [
        ("Anna Keller was promoted to captain of the guard in 1920.", "promote.role", "captain of the guard"),
        ("Peter Brown played as a goalkeeper in Lyon.", "play.role", "goalkeeper"),
        ("Peter Brown was elected mayor of Lyon.", "elect.role", "mayor of Lyon"),
        ("Anna Keller, the face of the campaign, spoke on Monday.", "be.role", "face of the campaign"),
    ],
)
def test_a_role_is_told_by_many_verbs(text: str, relation: str, role: str) -> None:
    assert [value for _, value in told(text, relation)] == [role]


def test_looking_like_something_is_no_role() -> None:
    assert told("Peter Brown was described as a genius.", "describe.role") == []


def test_a_noun_that_only_ends_like_one_for_people_is_no_role() -> None:
    assert told("Peter Brown remained a matter of debate.", "remain.role") == []


def test_whoever_serves_as_something_has_that_role_whatever_the_noun() -> None:
    assert told("Peter Brown served as legal counsel to the king.", "serve.role") == [("Peter Brown", "legal counsel")]


def test_a_role_at_a_house_is_told_whole() -> None:
    assert told("Francis Holm, a fellow at Orlec College, slept.", "be.role") == [("Francis Holm", "fellow at Orlec College")]


def test_a_superlative_is_told_with_what_makes_it_true_or_not_at_all() -> None:
    assert told("Anna Keller is the tallest architect in France.", "be.role") == [("Anna Keller", "tallest architect in France")]
    long = "Anna Keller was the second player in the long history of the small cup of the northern towns by the sea."
    assert told(long, "be.role") == []


def test_being_somebodys_wife_is_no_role() -> None:
    assert told("Peter Brown came with his wife Anna Keller.", "be.role") == []


def test_half_a_word_before_a_hyphen_is_no_part_of_a_role() -> None:
    assert "Russian colonel" not in [value for _, value in told("The German-Russian colonel Rudolf Stern left.", "be.role")]
