"""Moodle's XML: what a parser reads out of it are the questions, their right answers and their proofs."""

from xml.etree.ElementTree import Element, fromstring

import pytest

from exchange.banks import awkward_bank, balloon_bank
from quizapp.exchange.bank_json import Bank
from quizapp.exchange.moodle_xml import write_moodle


def parsed(bank: Bank) -> list[Element]:
    """The questions of the document, the category left out."""
    quiz = fromstring(b"".join(write_moodle(bank, category="Says who?")))  # noqa: S314 - our own text
    first, *questions = quiz.findall("question")
    assert (first.get("type"), first.findtext("category/text")) == ("category", "$course$/top/Says who?")
    return questions


@pytest.mark.parametrize("bank", [balloon_bank(), awkward_bank()])
def test_every_question_comes_through_with_one_right_answer(bank: Bank) -> None:
    questions = parsed(bank)
    assert len(questions) == len(bank.questions)
    for one, read in zip(bank.questions, questions, strict=True):
        item = one.item
        assert read.get("type") == "multichoice"
        assert read.findtext("questiontext/text") == item.stem
        assert [answer.findtext("text") for answer in read.findall("answer")] == list(item.options)
        assert [answer.get("fraction") for answer in read.findall("answer")].index("100") == item.key
        assert sorted(answer.get("fraction") or "" for answer in read.findall("answer"))[:-1] == ["0"] * (len(item.options) - 1)
        assert read.findtext("idnumber") == one.id


def test_options_that_ascend_stay_in_their_order() -> None:
    bank = balloon_bank()
    shuffled = [read.findtext("shuffleanswers") for read in parsed(bank)]
    assert shuffled == ["false" if one.item.ordered else "true" for one in bank.questions]


def test_the_proof_is_shown_after_the_answer() -> None:
    bank = balloon_bank()
    titles = {article.name: article.title for article in bank.articles}
    for one, read in zip(bank.questions, parsed(bank), strict=True):
        proof = read.findtext("generalfeedback/text") or ""
        assert proof.startswith(one.item.explanation)
        assert all(f"“{words.quote}” ({titles[words.article]})" in proof for words in one.item.evidence)
