"""Sentences that are no objection to a wrong option of a teacher's own question: they speak of something else."""

from collections.abc import Iterator

from quizapp.knowledge.claim import MadeBy
from quizapp.knowledge.names import NameEntry, Names
from quizapp.questions.passages import Passage
from quizapp.questions.question import LONGEST_NAME, Question
from quizapp.questions.words import all_stems, holds_phrase

_POINTING = frozenset({"it", "its", "he", "his", "she", "her", "they", "their", "this", "that", "these", "those"})
"""A sentence that begins so may speak of what the sentence before it named."""


def is_beside(passage: Passage, option: str, question: Question) -> bool:
    """Whether the sentence holds the option's signs only by chance, or names another of the kind that the question names, and not that one.

    Only for a question that a teacher stated herself: she knows what she asks about, and reads every objection.
    """
    if question.fact is None or any(claim.made_by is not MadeBy.TEACHER for claim in question.fact.claims):
        return False
    torn = len(option.split()) == 1 and not holds_phrase(passage.stems, all_stems(option))
    return torn or _of_another(passage, question)


def _of_another(passage: Passage, question: Question) -> bool:
    names = question.names
    asked = {one.name: one for one in _named(question.item.stem, names)}
    told = {one.name: one for one in _named(passage.text, names)}
    if not asked or asked.keys() & told.keys() or passage.text.split()[0].lower() in _POINTING:
        return False
    kinds = {one.type for one in asked.values()}
    options = {names.canonical(option) for option in question.item.options}
    return any(one.type in kinds for name, one in told.items() if names.canonical(name) not in options)


def _named(text: str, names: Names) -> Iterator[NameEntry]:
    """What a text names, the longest name from each word on; "Mira's" names Mira."""
    words = [word.strip(".,;:?!“”‘’\"'()").removesuffix("'s").removesuffix("’s") for word in text.split()]
    for start, first in enumerate(words):
        if not names.may_begin_with(first):
            continue
        runs = (" ".join(words[start : start + size]) for size in range(LONGEST_NAME, 0, -1))
        entry = next((found for run in runs if not run.islower() and (found := names.find(run))), None)
        if entry is not None:
            yield entry
