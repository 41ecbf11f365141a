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
        if speaker is None or not statement or not _can_speak(speaker):
            continue
        yield _draft(sight, clause.lemma, speaker, statement, clause.verb, clause)
    yield from _by_according(sight)


def _can_speak(one: Reference) -> bool:
    return one.thing is not None and one.thing.sure and one.type in {ValueType.PERSON, ValueType.ORGANISATION}


def _draft(sight: Sight, lemma: str, speaker: Reference, statement: list[Word], anchor: Word, clause: Clause | None) -> Draft:
    text = " ".join(sight.page.article.text[statement[0].start : statement[-1].end].split()).strip(' "“”,')
    return Draft(
        slot="agent",
        lemma=lemma,
        subject=Reference(text=text, type=ValueType.TEXT, named=False, words=tuple(statement)),
        value=Name(type=speaker.type, text=speaker.text),
        value_words=speaker.words,
        anchor=anchor,
        clause=clause,
        statement=True,
    )


def _by_according(sight: Sight) -> Iterator[Draft]:
    """ "According to X, the bridge is safe": X says what the rest of the sentence says."""
    for word in sight.page.tree.words:
        to = word.child("prep") if word.lower == "according" else None
        head = to.child("pobj") if to is not None else None
        verb = word.head
        speaker = sight.referents.of(head) if head is not None else None
        if speaker is None or not _can_speak(speaker) or not verb.is_verb or verb.dep != "ROOT":
            continue
        if verb.child("nsubj", "nsubjpass") is None:
            continue
        mine = {one.place for one in word.subtree()}
        statement = [one for one in verb.subtree() if one.place not in mine and one.dep != "punct"]
        if len(statement) >= SHORTEST and len({one.sentence for one in statement}) == 1 and _in_one_run(statement, mine):
            yield _draft(sight, "say", speaker, statement, word, None)


def _in_one_run(statement: list[Word], between: set[int]) -> bool:
    """Whether the speaker stands before or after the statement, not inside it."""
    return not any(statement[0].place < place < statement[-1].place for place in between)


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
