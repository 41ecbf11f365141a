"""From files to a scope and its questions, without a database: what the command line and the first start use."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from quizapp.knowledge.article import Article
from quizapp.knowledge.catalogue import shipped_catalogue
from quizapp.knowledge.pack import read_pack
from quizapp.knowledge.rulings import Ruling
from quizapp.knowledge.scope import Pack, Scope, make_scope
from quizapp.play.featured import read_featured
from quizapp.play.quiz import FeaturedQuiz
from quizapp.questions.bank import make_candidates
from quizapp.questions.decisions import Decision, apply_decisions, read_decisions
from quizapp.questions.item import Candidate
from quizapp.services.material import Material, read_material


@dataclass(frozen=True, kw_only=True, slots=True)
class Analysis:
    """A scope with the rulings, decisions and featured quizzes that came with its files; `trouble` says why less was read than could be."""

    scope: Scope
    rulings: tuple[Ruling, ...] = ()
    decisions: tuple[Decision, ...] = ()
    quizzes: tuple[FeaturedQuiz, ...] = ()
    trouble: str | None = None

    def candidates(self) -> tuple[Candidate, ...]:
        """Every item the facts give, with its checks and the state its decision left it in."""
        return apply_decisions(make_candidates(self.scope), self.decisions)


def analyse(paths: Sequence[Path]) -> Analysis:
    """Read articles and the pack below `paths`; articles of which no pack speaks are read by extraction. Raises MaterialError."""
    return analyse_material(read_material(paths))


def analyse_material(material: Material) -> Analysis:
    """The same for files that were read already."""
    hand = read_hand(material)
    spoken_of = {claim.evidence.article for claim in hand.claims}
    unread = [article for name, article in material.articles.items() if name not in spoken_of]
    pack = _joined(hand, _extracted(unread))
    scope = make_scope(material.articles, pack, catalogue=shipped_catalogue())
    return Analysis(
        scope=scope,
        rulings=pack.rulings,
        decisions=_decisions(material.files),
        quizzes=_quizzes(material.files),
        trouble=_trouble() if unread else None,
    )


def read_hand(material: Material) -> Pack:
    """What people read in the articles: the pack that lies beside them."""
    return read_pack(material.files, articles=material.articles, catalogue=shipped_catalogue())


def _extracted(articles: Sequence[Article]) -> Pack:
    if not articles:
        return Pack()
    from quizapp.knowledge.extractors import extract  # the language model is loaded only where it is needed

    return extract(articles)


def _trouble() -> str | None:
    from quizapp.knowledge.extractors.model import missing  # as above

    return missing()


def _joined(hand: Pack, extracted: Pack) -> Pack:
    if not extracted.claims:
        return hand
    known = {relation.key for relation in hand.relations}
    return replace(
        hand,
        names=(*hand.names, *extracted.names),
        relations=(*hand.relations, *(relation for relation in extracted.relations if relation.key not in known)),
        claims=(*hand.claims, *extracted.claims),
        rulings=(*hand.rulings, *extracted.rulings),
        proposals=(*hand.proposals, *extracted.proposals),
    )


def _decisions(files: Mapping[str, bytes]) -> tuple[Decision, ...]:
    return read_decisions("decisions.toml", files["decisions.toml"]) if "decisions.toml" in files else ()


def _quizzes(files: Mapping[str, bytes]) -> tuple[FeaturedQuiz, ...]:
    return read_featured("quizzes.toml", files["quizzes.toml"]) if "quizzes.toml" in files else ()
