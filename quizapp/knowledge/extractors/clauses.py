"""Clauses: each verb of an article with who does what, where and when, as the parse has it."""

from collections.abc import Iterator
from dataclasses import dataclass

from quizapp.knowledge.extractors.tree import Tree, Word

_HEADS = frozenset({"ROOT", "conj", "relcl", "acl", "advcl", "ccomp", "xcomp", "pcomp", "parataxis", "dep"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_NO_ARGUMENT = frozenset(
    {
        "according",
        "due",
        "because",
        "instead",
        "such",
        "prior",
        "thanks",
        "including",
        "along",
        "like",
        "unlike",
        "despite",
        "as",
        "besides",
        "except",
        "than",
    }
) - {"as"}
LIGHT = frozenset(
    {
        "seem",
        "appear",
        "begin",
        "start",
        "continue",
        "go",
        "want",
        "plan",
        "try",
        "hope",
        "need",
        "have",
        "come",
        "tend",
        "manage",
        "intend",
    }
)
READY = frozenset({"due", "set", "able", "unable", "ready", "likely", "unlikely", "bound", "willing", "unwilling", "eager", "keen"})
"""Adjectives whose bearer does the deed that follows: "is due to open"; not "is easy to find"."""
_POSTS = frozenset({"wheel", "helm", "controls", "head"})
_NEAR = 5
DENYING = frozenset({"unable", "unwilling"})
_LEMMAS = {"born": "bear", "wed": "wed", "premiered": "premiere"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Oblique:
    """A prepositional argument: the preposition and the word it governs."""

    preposition: Word
    head: Word

    @property
    def name(self) -> str:
        return self.preposition.lower


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A verb and its arguments; in a passive the surface subject is `object` and the by-phrase `agent`.

    `shared` says that the subject stands in another clause; `relative` that it is the noun which the clause describes.
    """

    verb: Word
    lemma: str
    agent: Word | None
    object: Word | None
    passive: bool
    obliques: tuple[Oblique, ...]
    negated: bool
    shared: bool = False
    relative: bool = False
    attribute: Word | None = None

    @property
    def subject(self) -> Word | None:
        """The surface subject."""
        return self.object if self.passive else self.agent

    @property
    def copula(self) -> bool:
        return self.lemma == "be" and not self.passive


def find_clauses(tree: Tree) -> tuple[Clause, ...]:
    """Every clause of the tree in order of its verb."""
    return tuple(_clause(word) for word in tree.words if _is_head(word))


def _is_head(word: Word) -> bool:
    return word.is_verb and word.dep in _HEADS


def _clause(verb: Word) -> Clause:
    passive = is_passive(verb)
    subject, shared, relative = _subject(verb)
    by = _by(verb) if passive else None
    target = _target(verb)
    return Clause(
        verb=verb,
        lemma=lemma_of(verb),
        agent=by if passive else subject,
        object=subject if passive else target,
        passive=passive,
        obliques=tuple(_obliques(verb)),
        negated=verb.child("neg") is not None or _negative_subject(subject) or verb.head.lower in DENYING,
        shared=shared,
        relative=relative,
        attribute=verb.child("attr", "oprd") if not passive else verb.child("oprd", "attr") or None,
    )


def lemma_of(verb: Word) -> str:
    """The verb's lemma, its particle joined by "_"."""
    lemma = _LEMMAS.get(verb.lower, verb.lemma.replace("-", "_").replace("'", ""))
    lemma = "be" if verb.lower in {"'s", "'re", "'m", "is", "are", "was", "were", "been", "being", "be"} else lemma
    particle = verb.child("prt")
    return f"{lemma}_{particle.lower}" if particle and particle.place - verb.place <= _NEAR else lemma


def is_passive(verb: Word) -> bool:
    """Whether the verb stands in the passive, a bare participle after its noun included."""
    if verb.child("auxpass", "nsubjpass"):
        return True
    if verb.tag in {"VBN", "VBD"} and verb.child("agent") is not None and verb.child("aux", "dobj") is None:
        return True
    if verb.tag != "VBN" or verb.child("aux"):
        return False
    if verb.dep == "acl" or (verb.dep == "advcl" and not verb.child("nsubj", "dobj")):
        return True
    return verb.dep == "conj" and not verb.child("nsubj", "dobj") and is_passive(verb.head)


def _subject(verb: Word, depth: int = 0) -> tuple[Word | None, bool, bool]:
    own = verb.child("nsubjpass") or verb.child("nsubj")
    if own is not None:
        if verb.dep == "relcl" and own.lower in _RELATIVE:
            wrong = own.lower == "which" and verb.head.entity == "PERSON"
            return None if wrong else verb.head, False, True
        return own, False, False
    if depth > 4 or verb.child("expl", "csubj"):
        return None, True, False
    return _borrowed(verb, depth)


def _borrowed(verb: Word, depth: int) -> tuple[Word | None, bool, bool]:
    head = verb.head
    if verb.dep == "acl" and head.is_nominal and verb.tag in {"VBN", "VBG"}:
        return head, False, True
    if verb.dep == "conj" and head.is_verb:
        subject, _, relative = _subject(head, depth + 1)
        return subject, True, relative
    if verb.dep == "xcomp" and head.is_verb:
        controller = head.child("dobj")
        return (controller, True, False) if controller else (_subject(head, depth + 1)[0], True, False)
    if verb.dep == "xcomp" and head.lower in READY and head.head.is_verb:
        return head.child("nsubj") or _subject(head.head, depth + 1)[0], True, False
    if verb.dep == "advcl" and head.is_verb and (verb.tag == "VBG" or (verb.tag == "VBN" and verb.place < head.place)):
        return _subject(head, depth + 1)[0], True, False
    if verb.dep == "advcl" and head.is_verb and verb.tag == "VB" and not verb.child("mark"):
        return _subject(head, depth + 1)[0], True, False
    if (
        verb.dep == "pcomp"
        and verb.tag == "VBG"
        and head.lower in {"after", "before", "since", "while", "by", "for", "without", "in", "on"}
        and head.head.is_verb
        and not (head.lower == "by" and is_passive(head.head))
    ):
        return _subject(head.head, depth + 1)[0], True, False
    return None, True, False


def _target(verb: Word) -> Word | None:
    """The direct object; of a relative clause whose object is "which" or "that" the noun it describes."""
    target = verb.child("dobj")
    return verb.head if target is not None and verb.dep == "relcl" and target.lower in _RELATIVE else target


def _by(verb: Word) -> Word | None:
    by = verb.child("agent")
    return by.child("pobj") if by else None


def _obliques(verb: Word) -> Iterator[Oblique]:
    for preposition in verb.all("prep", "dative"):
        yield from _below(preposition)


def _below(preposition: Word) -> Iterator[Oblique]:
    if preposition.lower in _NO_ARGUMENT:
        return
    for head in preposition.all("pobj"):
        if preposition.lower == "with" and _has_post(head):
            continue
        yield Oblique(preposition=preposition, head=head)
        for other in conjuncts(head):
            yield Oblique(preposition=preposition, head=other)
    for inner in preposition.all("prep"):
        yield from _below(inner)
    for other in preposition.all("conj"):
        yield from _below(other)


def _has_post(head: Word) -> bool:
    """Whether "with X at the wheel" tells of X, not of the deed."""
    return any(one.lower in _POSTS for at in head.all("prep") if at.lower == "at" for one in at.all("pobj"))


def conjuncts(word: Word) -> list[Word]:
    """The words joined to this one by "and" or commas, itself left out."""
    found = []
    for other in word.all("conj"):
        found.extend([other, *conjuncts(other)])
    return found


def _negative_subject(subject: Word | None) -> bool:
    if subject is None:
        return False
    return subject.lower in {"nobody", "none", "neither", "nothing"} or any(
        child.dep == "det" and child.lower in {"no", "neither"} for child in subject.children
    )
