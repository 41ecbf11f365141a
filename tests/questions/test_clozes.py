"""Sentences to complete are whole, short enough, name whom they speak of, and have nothing beside the blank that tells."""

import pytest
from telling import read

from quizapp.questions.generators.cloze import BLANK, ask_cloze


def clozes(text: str) -> list[str]:
    """Every sentence to complete that the generator makes of a text."""
    background, _ = read(text)
    return [draft.stem for fact in background.scope.facts for draft in ask_cloze(fact, background)]


def test_a_pronoun_gives_way_to_the_name_it_means() -> None:
    text = "Ada Quist\n\nAda Quist was born in Oslo. In 1961, she won the Harbour Prize.\n"
    assert f"In {BLANK}, Ada Quist won the Harbour Prize." in clozes(text)


def test_a_pronoun_stays_where_another_person_is_named() -> None:
    text = "Ada Quist\n\nAda Quist was born in Oslo. With Clara Voss, she won the Harbour Prize in 1961.\n"
    assert not [one for one in clozes(text) if "Ada Quist won" in one]


def test_words_that_only_tie_a_sentence_to_the_one_before_are_left_out() -> None:
    text = "Ada Quist\n\nAda Quist was born in Oslo. However, Ada Quist won the Harbour Prize in 1961.\n"
    assert f"Ada Quist won the Harbour Prize in {BLANK}." in clozes(text)


def test_of_a_long_sentence_its_first_clause_is_asked() -> None:
    rest = "and the people of the town talked about nothing else for many weeks, " * 3
    text = f"Ada Quist\n\nAda Quist won the Harbour Prize in 1961, {rest}as they had done before.\n"
    assert f"Ada Quist won the Harbour Prize in {BLANK}." in clozes(text)


@pytest.mark.parametrize("sentence", ["Ada Quist was born in Dallas, Texas.", "Ada Quist moved to Oslo, Bergen and Paris in 1961."])
def test_a_place_beside_another_place_is_not_left_out(sentence: str) -> None:
    stems = clozes(f"Ada Quist\n\n{sentence}\n")
    assert not [one for one in stems if f"{BLANK}, " in one or f", {BLANK}" in one or f"and {BLANK}" in one]


def test_every_value_of_a_fact_is_left_out_in_turn() -> None:
    text = "Ada Quist\n\nAda Quist visited Denmark in 1961. Ada Quist visited Sweden in 1971.\n"
    stems = clozes(text)
    assert f"Ada Quist visited {BLANK} in 1961." in stems
    assert f"Ada Quist visited {BLANK} in 1971." in stems


def test_an_age_written_without_its_unit_is_not_left_out() -> None:
    text = "Ada Quist\n\nAda Quist, 42, won the Harbour Prize in Oslo.\n"
    assert not [one for one in clozes(text) if f"Quist, {BLANK}," in one]
