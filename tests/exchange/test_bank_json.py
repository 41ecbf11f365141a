"""A bank written as JSON lines comes back equal; a line that was changed is named and nothing is read."""

import json
from dataclasses import replace

import pytest

from exchange.banks import awkward_bank, balloon_bank
from quizapp.exchange.bank_json import Bank, read_bank, write_bank
from quizapp.knowledge.errors import PackError


@pytest.mark.parametrize("bank", [balloon_bank(), awkward_bank(), Bank()])
def test_what_is_written_comes_back_equal(bank: Bank) -> None:
    lines = list(write_bank(bank))
    assert read_bank("bank.jsonl", lines) == bank
    assert list(write_bank(bank)) == lines


def test_every_question_carries_its_evidence() -> None:
    bank = balloon_bank()
    texts = {article.name: article.text for article in bank.articles}
    questions = [line for line in map(json.loads, write_bank(bank)) if line["is"] == "question"]
    assert len(questions) == len(bank.questions)
    for one in questions:
        assert one["item"]["evidence"]
        for words in one["item"]["evidence"]:
            assert texts[words["article"]][words["start"] : words["end"]] == words["quote"]


def changed(kind: str, old: str, new: str) -> tuple[int, list[bytes]]:
    """The lines of the balloon's bank with one change in the first line of a kind that has it, and that line's number."""
    lines = list(write_bank(balloon_bank()))
    place = next(place for place, line in enumerate(lines) if json.loads(line)["is"] == kind and old in line.decode())
    lines[place] = lines[place].decode().replace(old, new, 1).encode()
    return place + 1, lines


@pytest.mark.parametrize(
    ("kind", "old", "new"),
    [
        ("article", "Lena Ostrov", "Lena Ostrof"),
        ("question", '"quote": "', '"quote": "X'),
        ("question", '"key": ', '"key": 9'),
        ("claim", '"start": ', '"start": 1'),
        ("claim", '"is": "claim"', '"is": "rumour"'),
        ("name", "}", ""),
        ("relation", '"key": ', '"kay": '),
    ],
)
def test_a_changed_line_is_named(kind: str, old: str, new: str) -> None:
    number, lines = changed(kind, old, new)
    with pytest.raises(PackError, match=rf"bank\.jsonl, line {number}: found"):
        read_bank("bank.jsonl", lines)


@pytest.mark.parametrize("lines", [[], [b"Dear Tess,\n"], [b'{"is": "bank", "format": 2}\n'], [b"\xff\xfe\n"]])
def test_a_file_that_is_no_bank_is_told_so(lines: list[bytes]) -> None:
    with pytest.raises(PackError, match="line 1"):
        read_bank("bank.jsonl", lines)


def test_a_quote_of_an_article_that_is_not_there_is_refused() -> None:
    bank = balloon_bank()
    with pytest.raises(PackError, match="do not stand in"):
        read_bank("bank.jsonl", list(write_bank(replace(bank, articles=bank.articles[:1]))))
