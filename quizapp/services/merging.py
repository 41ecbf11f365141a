"""The library is what its files say and what people did here: the two brought together, as values."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from quizapp.knowledge.article import Article
from quizapp.knowledge.carrying import Carrier, words_of_its_own
from quizapp.knowledge.claim import Claim
from quizapp.knowledge.names import NameEntry
from quizapp.knowledge.rulings import Ruling
from quizapp.knowledge.scope import Pack, Proposal, Scope, make_scope
from quizapp.questions.background import Background, survey
from quizapp.questions.decisions import Decision, apply_decisions
from quizapp.questions.item import Candidate, State
from quizapp.services.addresses import with_free_slugs
from quizapp.services.rechecking import checks_of
from quizapp.services.regrouping import new_candidates
from quizapp.storage.knowledge_values import ruling_digest
from quizapp.storage.made_here import MadeHere


@dataclass(frozen=True, kw_only=True, slots=True)
class Library:
    """What is known, the rulings of the files that stand, and the questions in the state their decisions left them in."""

    scope: Scope
    rulings: tuple[Ruling, ...]
    candidates: tuple[Candidate, ...]


def merge(
    files: Scope, rulings: Sequence[Ruling], candidates: Sequence[Candidate], decisions: Sequence[Decision], here: MadeHere
) -> Library:
    """The files' scope with what people did; where they did nothing, it is left as it is."""
    if here.nothing:
        return Library(scope=files, rulings=tuple(rulings), candidates=tuple(candidates))
    kept = tuple(one for one in rulings if ruling_digest(one) not in here.taken_back)
    standing = {ruling_digest(one): one for one in (*kept, *here.rulings)}
    scope = _scope(files, tuple(standing.values()), here)
    return Library(scope=scope, rulings=kept, candidates=_candidates(files, scope, candidates, decisions))


def _scope(files: Scope, rulings: tuple[Ruling, ...], here: MadeHere) -> Scope:
    kept = {name: here.corrected.get(name, article) for name, article in files.articles.items() if name not in here.withdrawn}
    added = with_free_slugs({name: one for name, one in here.added.items() if name not in files.articles}, kept.values())
    carried = Carrier(files.articles, kept).claims(files.claims)
    own = tuple(_own(here, files, added, frozenset(claim.id for claim in carried)))
    used = {claim.relation for claim in own}
    pack = Pack(
        names=(*files.names.entries, *_names(files, here, {**here.corrected, **added})),
        relations=(
            *files.catalogue.values(),
            *(one for key, one in here.scope.catalogue.items() if key in used and key not in files.catalogue),
        ),
        claims=(*carried, *own),
        rulings=rulings,
        proposals=(*files.proposals, *_proposals(files, here, own)),
    )
    return make_scope({**kept, **added}, pack, catalogue={})


def _own(here: MadeHere, files: Scope, added: Mapping[str, Article], carried: frozenset[str]) -> Iterator[Claim]:
    """What no file says: the claims of articles added here, and those that were read in words which a correction brought."""
    corrected = {name: article for name, article in here.corrected.items() if name in files.articles}
    read = [claim for claim in here.scope.claims if claim.evidence.article in corrected and claim.id not in carried]
    fresh = {
        claim.id
        for name, article in corrected.items()
        for claim in words_of_its_own((one for one in read if one.evidence.article == name), article, before=files.articles[name].text)
    }
    for claim in here.scope.claims:
        if claim.evidence.article in added or claim.id in fresh:
            yield claim


def _names(files: Scope, here: MadeHere, changed: Mapping[str, Article]) -> tuple[NameEntry, ...]:
    """Names known here of which the files know no form, and which stand in an article that was added or corrected."""
    texts = [article.text for article in changed.values()]
    return tuple(
        entry
        for entry in here.scope.names.entries
        if not any(files.names.find(form) for form in entry.forms()) and any(form in text for form in entry.forms() for text in texts)
    )


def _proposals(files: Scope, here: MadeHere, own: Sequence[Claim]) -> tuple[Proposal, ...]:
    """Wrong options proposed for facts that articles added here speak of, as far as the files have none for them."""
    asked = {(claim.subject, claim.relation) for claim in own}
    have = {(one.subject, one.relation, one.qualifiers) for one in files.proposals}
    known = here.scope.proposals
    return tuple(one for one in known if (one.subject, one.relation) in asked and (one.subject, one.relation, one.qualifiers) not in have)


def _candidates(files: Scope, scope: Scope, candidates: Sequence[Candidate], decisions: Sequence[Decision]) -> tuple[Candidate, ...]:
    """The files' questions as they read now, and those that facts give which the files do not have so."""
    background, carrier = survey(scope), Carrier(files.articles, scope.articles)
    kept = tuple(fresh for one in candidates if (fresh := _carried(one, carrier, background)) is not None)
    known = {one.item.id for one in kept}
    made = tuple(one for one in new_candidates(files, scope, ()) if one.item.id not in known)
    return apply_decisions((*kept, *made), decisions)


def _carried(candidate: Candidate, carrier: Carrier, background: Background) -> Candidate | None:
    evidence = [carrier.evidence(one) for one in candidate.item.evidence]
    whole = tuple(one for one in evidence if one is not None)
    if len(whole) < len(evidence) or background.scope.fact(candidate.item.fact) is None:
        return None
    item = replace(candidate.item, evidence=whole)
    return replace(candidate, item=item, checks=checks_of(item, background), state=State.CANDIDATE)
