"""Who said it: the speaker of a statement."""

from collections.abc import Iterator

from quizapp.knowledge.extractors.clauses import Clause
from quizapp.knowledge.extractors.draft import Draft, Sight
from quizapp.knowledge.extractors.reference import Reference
from quizapp.knowledge.extractors.tree import Word
from quizapp.knowledge.values.base import ValueType
from quizapp.knowledge.values.word import Name

SAYING = frozenset(
    {
        "say",
        "tell",
        "add",
        "state",
        "claim",
        "announce",
        "explain",
        "write",
        "note",
        "comment",
        "reveal",
        "assert",
        "warn",
        "argue",
        "declare",
        "confirm",
        "point",
        "describe",
    }
)
SHORTEST = 3


def find_speakers(sight: Sight) -> Iterator[Draft]:
    """The named speaker (`agent`) of a statement of some length; the statement is the subject."""
    for clause in sight.page.clauses:
        if clause.lemma not in SAYING or clause.agent is None or clause.passive:
            continue
        speaker = sight.referents.of(clause.agent)
        statement = _statement(clause)
        if speaker is None or speaker.thing is None or speaker.type not in {ValueType.PERSON, ValueType.ORGANISATION} or not statement:
            continue
        start, end = statement[0].start, statement[-1].end
        text = " ".join(sight.page.article.text[start:end].split()).strip(' "“”,')
        subject = Reference(text=text, type=ValueType.TEXT, named=False, words=tuple(statement))
        value = Name(type=speaker.type, text=speaker.text)
        yield Draft(
            slot="agent",
            lemma=clause.lemma,
            subject=subject,
            value=value,
            value_words=speaker.words,
            anchor=clause.verb,
            clause=clause,
            statement=True,
        )


def _statement(clause: Clause) -> list[Word]:
    inner = clause.verb.child("ccomp") or (
        clause.verb.head if clause.verb.dep in {"parataxis", "ccomp"} and clause.verb.head.is_verb else None
    )
    if inner is None:
        return []
    mine = {word.place for word in clause.verb.subtree()} if inner is clause.verb.head else set()
    words = [word for word in inner.subtree() if word.place not in mine and word.dep != "punct"]
    words = [word for word in words if not (word.dep == "mark" and word.head is inner)]
    return words if len(words) >= SHORTEST else []
