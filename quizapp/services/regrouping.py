"""Changing what is known in the library: facts are grouped anew from claims, questions made of new facts, all others re-checked."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from quizapp.knowledge.article import Article
from quizapp.knowledge.claim import Claim, Evidence
from quizapp.knowledge.fact import Fact
from quizapp.knowledge.reading.passages import passage_of
from quizapp.knowledge.reading.spans import Span
from quizapp.knowledge.rulings import Ruling
from quizapp.knowledge.scope import Pack, Scope, make_scope
from quizapp.questions.background import survey
from quizapp.questions.bank import make_candidates
from quizapp.questions.item import Candidate
from quizapp.questions.passages import reading_of
from quizapp.services.deciding import Actor
from quizapp.services.rechecking import Rechecked, approval_before, find_touched, recheck
from quizapp.services.rechecking_own import recheck_own_scopes
from quizapp.storage.bank import read_bank
from quizapp.storage.bank_store import Shelf, store_version
from quizapp.storage.bank_values import StoredItem
from quizapp.storage.knowledge_store import replace_knowledge, revision_rows
from quizapp.storage.scopes import ScopeHead, mark_changed


@dataclass(frozen=True, kw_only=True, slots=True)
class FactChange:
    """A fact before and after; None where it was not, or is no more."""

    before: Fact | None
    after: Fact | None

    @property
    def fact(self) -> Fact:
        """The fact as it is, or as it was."""
        found = self.after or self.before
        if found is None:
            raise ValueError("a change of no fact")
        return found


@dataclass(frozen=True, kw_only=True, slots=True)
class Effect:
    """What changes: facts, questions of which other checks fail now, and questions that new facts give."""

    facts: tuple[FactChange, ...]
    touched: tuple[Rechecked, ...]
    new: tuple[Candidate, ...]


def regroup(
    scope: Scope, rulings: Sequence[Ruling], *, articles: Mapping[str, Article] | None = None, claims: Iterable[Claim] | None = None
) -> Scope:
    """The scope with facts grouped anew under these rulings, and with other articles and claims where they are given."""
    pack = Pack(
        names=scope.names.entries,
        relations=tuple(scope.catalogue.values()),
        claims=scope.claims if claims is None else tuple(claims),
        rulings=tuple(rulings),
        proposals=scope.proposals,
    )
    return make_scope(scope.articles if articles is None else articles, pack, catalogue={})


def foresee(connection: Connection, head: ScopeHead, before: Scope, after: Scope, bank: tuple[StoredItem, ...]) -> Effect:
    """What storing `after` in place of `before` would change, questions that come back included; nothing is stored."""
    found = find_touched(bank, survey(after), survey(before))
    touched = tuple(one.told(came_back=approval_before(connection, head.id, one) is not None) for one in found)
    return Effect(facts=changed_facts(before, after), touched=touched, new=new_candidates(before, after, bank))


def store_regrouped(
    connection: Connection,
    head: ScopeHead,
    before: Scope,
    after: Scope,
    *,
    why: str,
    actor: Actor | None,
    now: datetime,
    bring_back: bool = False,
    as_stored: bool = False,
) -> Effect:
    """Make `after` what is known in the library, with its questions; articles and revisions are stored already.

    Teachers' own questions are checked anew with it.

    Touched are questions of which other checks fail than did in `before`, or with `as_stored`, than are stored.
    """
    mark_changed(connection, head, head.digest)
    revisions = revision_rows(connection, head.id)
    replace_knowledge(connection, head.id, after, revisions)
    bank = read_bank(connection, head.id)
    new, known = new_candidates(before, after, bank), {one.item for one in bank}
    shelf = shelf_of(head.id, after, revisions)
    for one in new:
        store_version(connection, shelf, one, None, now=now)
    was = None if as_stored else before
    touched = recheck(connection, scope=head.id, known=after, now=now, why=why, actor=actor, bring_back=bring_back, among=known, before=was)
    recheck_own_scopes(connection, library=head, known=after, now=now, why=why, actor=actor, bring_back=bring_back)
    return Effect(facts=changed_facts(before, after), touched=touched, new=new)


def shelf_of(scope: int, known: Scope, revisions: Mapping[str, int]) -> Shelf:
    """Where the scope's questions are put."""

    def passage(evidence: Evidence) -> Span:
        return passage_of(reading_of(known.articles[evidence.article]), Span(start=evidence.start, end=evidence.end))

    return Shelf(scope=scope, revisions=revisions, passage=passage)


def changed_facts(before: Scope, after: Scope) -> tuple[FactChange, ...]:
    """Every fact that is new, gone or different, by id."""
    old, new = {fact.id: fact for fact in before.facts}, {fact.id: fact for fact in after.facts}
    ids = sorted(old.keys() | new.keys())
    return tuple(FactChange(before=old.get(one), after=new.get(one)) for one in ids if old.get(one) != new.get(one))


def new_candidates(before: Scope, after: Scope, bank: tuple[StoredItem, ...]) -> tuple[Candidate, ...]:
    """The questions that facts which changed give, as far as the bank does not hold them already."""
    changed = {change.fact.id for change in changed_facts(before, after) if change.after}
    known = {one.item for one in bank}
    made = make_candidates(after) if changed else ()
    return tuple(one for one in made if one.item.fact in changed and one.item.id not in known)
