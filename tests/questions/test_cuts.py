"""Questions that lost a part of their sentence, or speak of another than it does, are seen to."""

from dataclasses import replace

import pytest
from telling import read

from quizapp.questions import cuts, doubts, meant
from quizapp.questions.item import Item, Kind
from quizapp.questions.question import Question, ask_of


def question(text: str, stem: str, answer: str = "", kind: Kind = Kind.WHEN) -> Question:
    """A question in other words on what the program read, with that answer where one is given."""
    background, items = read(text)
    found = next(one for one in items if not answer or one.answer == answer)
    return ask_of(replace(found, kind=kind, stem=stem), background)


FILM = "A film\n\nAda Quist directed the drama Slow River in 1961.\n"
LAW = "A law\n\nAda Quist issued a decree formally ending the harbour tax in 1931.\n"
ROADS = "A road\n\nAda Quist fell at the corner of Mill and Bay streets in 1931. Ada Quist moved to Oslo in 1935.\n"
FISHING = "A town\n\nIn 1947, large scale deep sea fishing was introduced to Oslo by Ada Quist.\n"
TROOPS = "A war\n\nIn 1862 the Danish troops of Ada Quist defeated the Swedes at Bergen.\n"


@pytest.mark.parametrize(
    ("text", "stem", "lost"),
    [
        (FILM, "In which year did Ada Quist direct the drama?", True),
        (FILM, "In which year did Ada Quist direct the drama Slow River?", False),
    ],
)
def test_a_question_that_breaks_off_before_a_name_is_doubted(text: str, stem: str, lost: bool) -> None:
    assert cuts.name_cut(question(text, stem, "1961")) is lost


@pytest.mark.parametrize(("stem", "lost"), [("issue a decree?", True), ("issue a decree formally ending the harbour tax?", False)])
def test_a_question_that_breaks_off_inside_a_phrase_is_doubted(stem: str, lost: bool) -> None:
    assert cuts.phrase_cut(question(LAW, f"In which year did Ada Quist {stem}", "1931")) is lost


def test_words_that_and_parts_in_the_sentence_are_not_glued_unseen() -> None:
    assert cuts.glued(question(ROADS, "In which year did Ada Quist fall at the corner of Mill streets?", "1931"))
    assert not cuts.glued(question(ROADS, "In which year did Ada Quist fall at the corner of Mill and Bay streets?", "1931"))


def test_a_subject_that_is_a_piece_of_a_longer_phrase_is_doubted() -> None:
    torn = question(FISHING, "In which year was large scale introduced to Oslo?", "1947")
    assert torn.fact is not None
    torn = replace(torn, fact=replace(torn.fact, subject="large scale"))
    whole = replace(torn, fact=replace(torn.fact, subject="large scale deep sea fishing"))
    assert cuts.subject_cut(torn)
    assert not cuts.subject_cut(whole)


GAME = "A game\n\nAda Quist moved to Oslo in 2016 after she had gone 4-for-4 with two doubles in District 8-4A.\n"


@pytest.mark.parametrize(
    ("stem", "torn"),
    [
        ("When did Ada Quist go with two doubles?", True),
        ("When did Ada Quist go 4-for-4 with two doubles?", False),
        ("When did Ada Quist play in District 8?", True),
        ("When did Ada Quist play two doubles?", False),
    ],
)
def test_a_number_that_is_torn_or_left_out_is_doubted(stem: str, torn: bool) -> None:
    assert cuts.number_torn(question(GAME, stem, "2016")) is torn


def test_a_name_that_lost_its_capital_is_doubted() -> None:
    assert cuts.capital_lost(question(TROOPS, "In which year did the danish troops defeat the Swedes?", "1862"))
    assert not cuts.capital_lost(question(TROOPS, "In which year did the Danish troops defeat the Swedes?", "1862"))


@pytest.mark.parametrize(
    ("stem", "doubted"),
    [
        ("How many votes was Ada Quist elected?", True),
        ("How many guests did twenty guests meet?", True),
        ("How many guests came to Bergen?", False),
        ("How many guests were invited?", False),
    ],
)
def test_an_amount_asked_of_the_wrong_words_is_doubted(stem: str, doubted: bool) -> None:
    assert cuts.amount_misplaced(question(FILM, stem, kind=Kind.HOW_MANY)) is doubted


LIFE = "Ada Quist\n\nAda Quist met Peter Hale in Oslo. She moved to Bergen in 1961. She married Bo Rand in 1971.\n"


def test_a_pronoun_is_trusted_where_it_can_mean_the_topic() -> None:
    background, items = read(LIFE)
    moved = next(one for one in items if one.answer == "1961")
    found = ask_of(moved, background)
    assert meant.topic_by_pronoun(found)
    assert not meant.by_pronoun(found)
    other = read(LIFE.replace("Ada Quist\n\n", "Two travellers of old\n\n").replace("She married", "Clara Voss married"))
    found = ask_of(next(one for one in other[1] if one.answer == "1961"), other[0])
    assert meant.by_pronoun(found)


@pytest.mark.parametrize(
    ("stem", "doubted"),
    [
        ("In _____ the harbour lost this tax.", True),
        ("The database was opened in _____.", True),
        ("This is kept in Oslo since _____.", True),
        ("The Harbour Theatre was opened in _____.", False),
        ("Ada Quist moved to Bergen in _____ and those of her friends followed.", False),
    ],
)
def test_a_question_that_points_back_is_doubted(stem: str, doubted: bool) -> None:
    assert doubts.pointing_back(question(LIFE, stem, kind=Kind.CLOZE)) is doubted


@pytest.mark.parametrize(
    ("stem", "doubted"), [("In which year did Oslo see his ship?", True), ("In which year did Ada Quist sail her ship?", False)]
)
def test_his_and_her_need_a_name(stem: str, doubted: bool) -> None:
    assert doubts.pronoun_unmoored(question(LIFE, stem, "1961")) is doubted


def test_what_is_told_roughly_is_not_asked_as_if_it_were_certain() -> None:
    text = "Ada Quist\n\nAda Quist was born in Oslo. Ada Quist moved to Bergen in about 1961.\n"
    item = _dated(text, "1961")
    assert doubts.roughly_told(item)
    assert not doubts.roughly_told(_dated(text.replace("in about", "in"), "1961"))


def _dated(text: str, year: str) -> Question:
    background, items = read(text)
    found: Item = next(one for one in items if year in one.answer)
    options = tuple(year if option == found.answer else option for option in found.options)
    return ask_of(replace(found, options=options), background)


def test_a_century_and_its_first_decade_are_written_alike() -> None:
    item = question(LIFE, "In which decade did Ada Quist move?", "1961")
    assert doubts.century_or_decade(replace(item, item=replace(item.item, options=("1700s", "1800s", "1900s"), key=1)))
    assert not doubts.century_or_decade(replace(item, item=replace(item.item, options=("1810s", "1820s", "1830s"), key=1)))
