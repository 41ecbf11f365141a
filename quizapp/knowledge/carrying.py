"""Claims and evidence carried from one text of an article to its correction."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from quizapp.knowledge.anchoring import Anchoring
from quizapp.knowledge.article import Article
from quizapp.knowledge.claim import Claim, Evidence, cite


@dataclass(frozen=True, slots=True)
class Carrier:
    """Articles as they were and as they are; evidence in a text that stayed is left alone."""

    before: Mapping[str, Article]
    after: Mapping[str, Article]
    _made: dict[str, Anchoring] = field(init=False, repr=False, compare=False, default_factory=dict)

    def evidence(self, evidence: Evidence) -> Evidence | None:
        """The same words in the text as it is now; None when they are gone, or stand in several places, or the article is gone."""
        old, new = self.before.get(evidence.article), self.after.get(evidence.article)
        if new is None or evidence.holds_in(new):
            return evidence if new else None
        if old is None or not evidence.holds_in(old):
            return None
        found = self._anchoring(old, new).find(evidence.start, evidence.end)
        return cite(new, *found) if found else None

    def claim(self, claim: Claim) -> Claim | None:
        """The claim with its evidence carried along; None when that is not possible."""
        moved = self.evidence(claim.evidence)
        if moved is None or moved == claim.evidence:
            return claim if moved else None
        return replace(claim, evidence=moved)

    def claims(self, claims: Iterable[Claim]) -> tuple[Claim, ...]:
        """Those of the claims whose words still stand."""
        return tuple(moved for claim in claims if (moved := self.claim(claim)) is not None)

    def _anchoring(self, old: Article, new: Article) -> Anchoring:
        if old.name not in self._made:
            self._made[old.name] = Anchoring(old.text, new.text)
        return self._made[old.name]


def words_of_its_own(claims: Iterable[Claim], article: Article, *, before: str) -> tuple[Claim, ...]:
    """Those of the article's claims whose words did not stand in the text before."""
    back = Carrier({article.name: article}, {article.name: replace(article, text=before)})
    return tuple(claim for claim in claims if back.evidence(claim.evidence) is None)
