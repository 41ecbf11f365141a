"""GIFT: one right answer a question, every sign that means something escaped, the proof after the answer."""

import re

from exchange.banks import awkward_bank, balloon_bank
from quizapp.exchange.gift import write_gift

BLOCK = re.compile(r"\n::(?P<id>[^\n]*?)::\[plain\](?P<stem>[^\n]*) \{\n(?P<answers>(?:\t[=~][^\n]*\n)+)\t####(?P<proof>[^\n]*)\n\}\n")


def unescaped(text: str) -> str:
    """A text as a reader of GIFT has it; a sign that means something must not stand there bare."""
    assert not re.search(r"[~=#{}:]", re.sub(r"\\.", "", text)), text
    return re.sub(r"\\(.)", lambda sign: "\n" if sign[1] == "n" else sign[1], text)


def test_every_question_is_a_block_with_one_right_answer_and_its_proof() -> None:
    bank = balloon_bank()
    text = b"".join(write_gift(bank, category="Says who?")).decode()
    assert text.startswith("$CATEGORY: Says who?\n")
    blocks = list(BLOCK.finditer(text))
    assert len(blocks) == len(bank.questions)
    titles = {article.name: article.title for article in bank.articles}
    for one, block in zip(bank.questions, blocks, strict=True):
        answers = [line[1:] for line in block["answers"].splitlines()]
        assert unescaped(block["stem"]) == one.item.stem
        assert [unescaped(answer[1:]) for answer in answers] == list(one.item.options)
        assert [place for place, answer in enumerate(answers) if answer.startswith("=")] == [one.item.key]
        proof = unescaped(block["proof"])
        assert one.item.explanation in proof
        assert all(f"“{words.quote}” ({titles[words.article]})" in proof for words in one.item.evidence)


def test_signs_that_gift_uses_for_itself_come_through() -> None:
    bank = awkward_bank()
    (block,) = BLOCK.finditer(b"".join(write_gift(bank, category="a/b\nc")).decode())
    item = bank.questions[0].item
    assert unescaped(block["stem"]) == item.stem
    assert [unescaped(line[2:]) for line in block["answers"].splitlines()] == list(item.options)
    assert unescaped(block["proof"]).startswith(item.explanation)


def test_a_category_is_one_line_without_parts() -> None:
    first = next(write_gift(balloon_bank(), category="a/b\n$c"))
    assert first == b"$CATEGORY: a b $c\n"
