"""Facts as admins see them: found by words, each with every passage, its rulings and its questions."""

from dataclasses import dataclass

from quizapp.knowledge.claim import Claim
from quizapp.knowledge.fact import Fact, Verdict
from quizapp.knowledge.fold import fold, fold_name
from quizapp.knowledge.rulings import NAME_KINDS, Ruling, RulingKind
from quizapp.services.database import Database
from quizapp.services.errors import NotFound
from quizapp.services.known import Known
from quizapp.services.passages import show_claim
from quizapp.services.ruling_words import QuestionLine, name_of, question_line, read_ruled, words_of_qualifiers
from quizapp.services.views import PassageView
from quizapp.storage.rulings import StoredRuling

FACTS_A_PAGE = 40
MOST_TO_MERGE = 20


@dataclass(frozen=True, kw_only=True, slots=True)
class FactLine:
    """A fact in a list: what it is about, the values articles give, and how many questions on it are in play."""

    fact: str
    subject: str
    about: str
    qualifiers: tuple[str, ...]
    verdict: Verdict
    askable: bool
    values: tuple[str, ...]
    articles: int
    in_play: int

    @property
    def name(self) -> str:
        """What it is about, in words."""
        return name_of(self.subject, self.about)


@dataclass(frozen=True, kw_only=True, slots=True)
class FactList:
    """One page of facts, of `total` that were looked for; `counts` are those of every verdict."""

    lines: tuple[FactLine, ...]
    total: int
    page: int
    pages: int
    counts: tuple[tuple[Verdict, int], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class ClaimView:
    """What one article says at one place."""

    claim: str
    passage: PassageView
    modality: str


@dataclass(frozen=True, kw_only=True, slots=True)
class PositionView:
    """One position with everything that takes it."""

    value: str
    negated: bool
    claims: tuple[ClaimView, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class FactView:
    """A fact with its positions, the rulings on it and the questions that ask it."""

    line: FactLine
    positions: tuple[PositionView, ...]
    rulings: tuple[StoredRuling, ...]
    questions: tuple[QuestionLine, ...]
    value_type: str


def list_facts(db: Database, *, words: str = "", verdict: Verdict | None = None, page: int = 1) -> FactList:
    """Facts with these words in subject, relation or values, disputed ones first."""
    library, _ = read_ruled(db)
    found = [fact for fact in library.scope.facts if _holds(fact, words)]
    counts = tuple((one, sum(fact.verdict is one for fact in found)) for one in Verdict)
    shown = sorted((fact for fact in found if verdict is None or fact.verdict is verdict), key=_order)
    pages = max(1, -(-len(shown) // FACTS_A_PAGE))
    page = min(max(page, 1), pages)
    start = (page - 1) * FACTS_A_PAGE
    lines = tuple(_line(library, fact) for fact in shown[start : start + FACTS_A_PAGE])
    return FactList(lines=lines, total=len(shown), page=page, pages=pages, counts=counts)


def one_fact(db: Database, *, fact: str) -> FactView:
    """A fact with everything known of it; raises NotFound."""
    library, rulings = read_ruled(db)
    found = _fact(library, fact)
    return FactView(
        line=_line(library, found),
        positions=tuple(
            PositionView(value=one.value.display(), negated=one.negated, claims=tuple(_claim(library, claim) for claim in one.claims))
            for one in found.positions
        ),
        rulings=tuple(one for one in rulings if one.stands and _speaks_of(one.value, found)),
        questions=tuple(question_line(library, one.item) for one in library.bank if one.value.fact == fact),
        value_type=found.relation.value_type.value,
    )


def facts_to_merge(db: Database, *, fact: str, words: str = "") -> tuple[FactLine, ...]:
    """Facts that may say the same as this one: answered by the same type of thing, nearest first. Raises NotFound."""
    library, _ = read_ruled(db)
    mine = _fact(library, fact)
    others = (one for one in library.scope.facts if one.id != fact and one.relation.value_type is mine.relation.value_type)
    found = sorted((one for one in others if _holds(one, words)), key=lambda one: (-_nearness(one, mine), *_order(one)))
    return tuple(_line(library, one) for one in found[:MOST_TO_MERGE])


def fact_key(db: Database, *, fact: str) -> tuple[str, str, tuple[tuple[str, str], ...]]:
    """The key of a fact as rulings name it: subject, relation, qualifiers. Raises NotFound."""
    library, _ = read_ruled(db)
    found = _fact(library, fact)
    return found.subject, found.relation.key, found.qualifiers


def _fact(library: Known, fact: str) -> Fact:
    found = library.scope.fact(fact)
    if found is None:
        raise NotFound("There is no such fact any more; a ruling may have changed it.")
    return found


def _holds(fact: Fact, words: str) -> bool:
    if not words.strip():
        return True
    wanted = [fold(word) for word in words.split()]
    held = fold(" ".join([fact.subject, fact.relation.about, *(one.value.display() for one in fact.positions)]))
    return all(word and word in held for word in wanted)


def _order(fact: Fact) -> tuple[int, str, str, str]:
    return list(Verdict)[::-1].index(fact.verdict), fold(fact.subject), fact.relation.key, fact.id


def _nearness(one: Fact, other: Fact) -> int:
    return 2 * (one.relation.key == other.relation.key) + (one.subject_key == other.subject_key)


def _line(library: Known, fact: Fact) -> FactLine:
    return FactLine(
        fact=fact.id,
        subject=fact.subject,
        about=fact.relation.about,
        qualifiers=words_of_qualifiers(fact.qualifiers),
        verdict=fact.verdict,
        askable=fact.askable,
        values=tuple(("not " if one.negated else "") + one.value.display() for one in fact.positions),
        articles=len({claim.evidence.article for claim in fact.claims}),
        in_play=sum(one.value.fact == fact.id for one in library.playable.values()),
    )


def _claim(library: Known, claim: Claim) -> ClaimView:
    return ClaimView(claim=claim.id, passage=show_claim(library, claim), modality=claim.modality.value)


def _speaks_of(ruling: Ruling, fact: Fact) -> bool:
    if ruling.kind in NAME_KINDS:
        return bool(ruling.names) and bool({fold_name(one) for one in ruling.names or ()} & _names_in(fact))
    merged = ruling.kind is RulingKind.SAME_FACT and ruling.into == (fact.subject, fact.relation.key, fact.qualifiers)
    split = ruling.kind is RulingKind.DIFFERENT_FACT and bool(set(ruling.claims) & {claim.id for claim in fact.claims})
    return ruling.fact == fact.id or merged or split


def _names_in(fact: Fact) -> set[str]:
    return {fold_name(claim.subject) for claim in fact.claims} | {fold_name(claim.value.display()) for claim in fact.claims}
