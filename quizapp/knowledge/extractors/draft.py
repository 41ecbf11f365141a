"""A draft: a claim found in a clause, before it is told how surely and by whom it is said."""

from dataclasses import dataclass

from quizapp.knowledge.extractors.clauses import Clause
from quizapp.knowledge.extractors.page import Page
from quizapp.knowledge.extractors.reference import Reference
from quizapp.knowledge.extractors.referents import Referents
from quizapp.knowledge.extractors.tree import Word
from quizapp.knowledge.values.base import Value


@dataclass(frozen=True, slots=True)
class Sight:
    """A page and what its phrases stand for: all that an extractor looks at."""

    page: Page
    referents: Referents


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """`subject` has, in slot `slot` of `lemma`, this value; `value_words` say it, `anchor` is the word that governs it.

    `preposition` is the one before the value, "" for none; `clause` is None where no verb says it; `span` is the evidence where words do
    not tell it; `statement` says that the subject is what somebody said, `where` names
    the place or event that a count belongs to.
    """

    slot: str
    lemma: str
    subject: Reference
    value: Value
    value_words: tuple[Word, ...]
    anchor: Word
    clause: Clause | None = None
    preposition: str = ""
    noun: Word | None = None
    span: tuple[int, int] | None = None
    statement: bool = False
    where: str = ""
