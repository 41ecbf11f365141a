"""Sentences as the model gets them: reference marks and brackets taken out, every character's place kept."""

import re
from collections.abc import Sequence

from quizapp.knowledge.extractors.model import Piece
from quizapp.knowledge.reading.spans import Reading, Sentence

LONGEST = 1_200
_CUTS = re.compile(r"\s?\[(?:\d{1,3}|[a-z]|citation needed)\]|\s?\(\((?:[^()]{0,20})\)\)|\s?\((?:[^()]|\([^()]{0,40}\)){0,300}\)")
_CHANGES = {
    "\u00a0": " ",
    "\u202f": " ",
    "’": "'",
    "‘": "'",
    "“": '"',
    "”": '"',
    "«": '"',
    "»": '"',
    "†": " ",
    "\n": " ",
    "\r": " ",
    "\t": " ",
}


def pieces(reading: Reading) -> tuple[list[Piece], list[Sentence]]:
    """The sentences that may give claims, as (text, places), and beside them what the reading says of each."""
    kept = [sentence for sentence in reading.body() if sentence.span.end - sentence.span.start <= LONGEST]
    cleaned = [(clean(reading.text, sentence.span.start, sentence.span.end), sentence) for sentence in kept]
    wanted = [(piece, sentence) for piece, sentence in cleaned if piece[0].strip()]
    return [piece for piece, _ in wanted], [sentence for _, sentence in wanted]


def clean(text: str, start: int, end: int) -> Piece:
    """The words of `text[start:end]` with brackets left out and signs made plain, and the place of each character in `text`."""
    signs: list[str] = []
    places: list[int] = []
    here = start
    for cut in [*_CUTS.finditer(text, start, end), None]:
        stop = cut.start() if cut else end
        for place in range(here, stop):
            signs.append(_CHANGES.get(text[place], text[place]))
            places.append(place)
        here = cut.end() if cut else end
    return "".join(signs), places


def bracketed(text: str, start: int, end: int) -> Sequence[tuple[int, int]]:
    """Where the brackets stand that `clean` leaves out, marks included."""
    return [found.span() for found in _CUTS.finditer(text, start, end)]
