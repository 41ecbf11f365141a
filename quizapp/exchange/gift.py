"""Questions in GIFT, the text format that Moodle and others read: https://docs.moodle.org/en/GIFT_format"""

from collections.abc import Iterator

from quizapp.exchange.bank_json import ApprovedItem, Bank
from quizapp.exchange.question_proof import proof_of

_ESCAPED = str.maketrans({**{sign: f"\\{sign}" for sign in "\\~=#{}:"}, "\n": "\\n", "\t": " "})


def write_gift(bank: Bank, *, category: str) -> Iterator[bytes]:
    """UTF-8 lines: a category, then a block a question; after an answer the proof is shown."""
    articles = {article.name: article for article in bank.articles}
    yield f"$CATEGORY: {_category(category)}\n".encode()
    for one in bank.questions:
        yield _block(one, proof_of(one.item, articles)).encode()


def _block(one: ApprovedItem, proof: str) -> str:
    item = one.item
    answers = "".join(f"\t{'=' if place == item.key else '~'}{_safe(option)}\n" for place, option in enumerate(item.options))
    return f"\n::{_safe(one.id)}::[plain]{_safe(item.stem)} {{\n{answers}\t####{_safe(proof)}\n}}\n"


def _safe(text: str) -> str:
    return text.translate(_ESCAPED)


def _category(name: str) -> str:
    """A slash would make a category within a category, and a line ends it."""
    return " ".join(name.replace("/", " ").split())
