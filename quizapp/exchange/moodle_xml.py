"""Questions as Moodle's own XML: https://docs.moodle.org/en/Moodle_XML_format"""

from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from quizapp.exchange.bank_json import ApprovedItem, Bank
from quizapp.exchange.question_proof import proof_of
from quizapp.knowledge.article import Article

_TITLE = 100


def write_moodle(bank: Bank, *, category: str) -> Iterator[bytes]:
    """One XML document in UTF-8; after an answer the proof is shown, and ordered options stay in their order."""
    articles = {article.name: article for article in bank.articles}
    quiz = Element("quiz")
    top = SubElement(quiz, "question", type="category")
    _text(SubElement(top, "category"), f"$course$/top/{' '.join(category.replace('/', ' ').split())}")
    for one in bank.questions:
        _question(quiz, one, articles)
    indent(quiz)
    yield b'<?xml version="1.0" encoding="UTF-8"?>\n'
    yield tostring(quiz, encoding="utf-8", xml_declaration=False) + b"\n"


def _question(quiz: Element, one: ApprovedItem, articles: dict[str, Article]) -> None:
    item = one.item
    made = SubElement(quiz, "question", type="multichoice")
    _text(SubElement(made, "name"), item.stem[:_TITLE])
    _text(SubElement(made, "questiontext", format="plain_text"), item.stem)
    _text(SubElement(made, "generalfeedback", format="plain_text"), proof_of(item, articles))
    plain = {"defaultgrade": "1", "penalty": "0.3333333", "hidden": "0", "idnumber": one.id, "single": "true", "answernumbering": "abc"}
    for name, value in {**plain, "shuffleanswers": "false" if item.ordered else "true"}.items():
        SubElement(made, name).text = value
    for place, option in enumerate(item.options):
        fraction = "100" if place == item.key else "0"
        _text(SubElement(made, "answer", fraction=fraction, format="plain_text"), option)


def _text(parent: Element, words: str) -> None:
    SubElement(parent, "text").text = words
