"""What a bare "the bridge" means."""

from tests.knowledge.extractors.reading import told


def test_the_noun_that_ends_a_name_means_its_bearer_in_the_plural_too() -> None:
    text = "The Chatham Islands are far away. The islands have two hotels."
    assert told(text, "have.how_many") == [("Chatham Islands", "2 hotels")]


def test_the_painting_is_the_only_work_that_is_named() -> None:
    text = "Anna Keller painted “The Quiet Morning” in Lyon. The painting was sold in 1990."
    assert told(text, "sell.when") == [("The Quiet Morning", "1990")]


def test_another_painting_that_was_brought_in_is_not_the_named_one() -> None:
    text = "Anna Keller painted “The Quiet Morning” in Lyon. She also kept a painting. The painting was sold in 1990."
    assert told(text, "sell.when") == []


def test_the_phrase_that_brought_something_in_tells_which_one() -> None:
    text = "The Green Party started a nationwide petition. The petition has 11,000 signatures."
    assert [value for _, value in told(text, "have.how_many")] == ["11,000 signatures"]


def test_a_company_is_never_guessed_from_the_names_around() -> None:
    text = "Freedom Magazine wrote about the case. Peter Brown left the organization in 1990."
    assert told(text, "leave.agent") == []
