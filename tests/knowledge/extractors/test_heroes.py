"""Whom an article is about, and who is meant by a family name, "he" or "she" there."""

import pytest

from tests.knowledge.extractors.reading import told

LIFE = "Brenn Olaf Tarkin (born 3 May 1950) is a Danish chemist."


def test_a_family_name_alone_is_the_hero_although_relatives_share_it() -> None:
    text = f"{LIFE} Greta Tarkin left Denmark in 1960. Tarkin moved to Lyon in 1975."
    assert told(text, "move.when") == [("Brenn Olaf Tarkin", "1975")]


def test_the_dates_of_a_life_make_a_person_of_an_unknown_name() -> None:
    text = "Quorlen Vask (12 March 1801 – 4 June 1870) was a Danish explorer. Vask reached Greenland in 1830."
    assert told(text, "reach.when") == [("Quorlen Vask", "1830")]


def test_he_is_the_hero_although_another_man_was_named_on_the_way() -> None:
    text = f"{LIFE} He studied with Peter Brown and Karl Weber. In 1980 he moved to Lyon."
    assert told(text, "move.when") == [("Brenn Olaf Tarkin", "1980")]


def test_she_is_the_heroine_whose_name_says_nothing_when_all_pronouns_do() -> None:
    text = "Quorlen Vask is a Danish chemist. She studied in Bergen. In 1980 she moved to Lyon."
    assert told(text, "move.when") == [("Quorlen Vask", "1980")]


def test_nobody_is_meant_by_he_who_stands_in_its_own_clause() -> None:
    text = f"{LIFE} With the help of Peter Brown, he moved to Lyon in 1980."
    assert told(text, "move.when") == [("Brenn Olaf Tarkin", "1980")]


def test_he_after_his_father_may_be_either_and_is_nobody() -> None:
    text = f"{LIFE} His father was a painter. He moved to Lyon in 1980."
    assert told(text, "move.when") == []


def test_she_is_the_daughter_when_no_other_woman_is_near() -> None:
    text = f"{LIFE} His daughter was born in Bergen. She moved to Lyon in 1980."
    assert told(text, "move.when") == [("Brenn Olaf Tarkin's daughter", "1980")]


@pytest.mark.parametrize("second", ["Karl Weber", "Peter Weber"])
def test_he_is_nobody_where_two_men_fit_and_the_article_is_about_neither(second: str) -> None:
    text = f"The letters came from Peter Brown and {second}. In 1980 he moved to Lyon."
    assert told(text, "move.when") == []


def test_letters_of_honour_are_no_part_of_a_name() -> None:
    text = "Anna Maria Keller FRS came to Lyon in 1950."
    assert told(text, "come.when") == [("Anna Maria Keller", "1950")]
