"""Proofs whose articles are shut for their reader: the passage stands, and nothing leads to the page that is shut."""

from collections.abc import Collection
from dataclasses import replace

from quizapp.services.views import PassageView, ProofView


def without_links(proof: ProofView, shut: Collection[str]) -> ProofView:
    """The proof, with no way to the articles of these slugs."""
    return replace(
        proof,
        main=without_link(proof.main, shut),
        agreeing=tuple(without_link(one, shut) for one in proof.agreeing),
        disagreeing=tuple(without_link(one, shut) for one in proof.disagreeing),
    )


def without_link(passage: PassageView, shut: Collection[str]) -> PassageView:
    """The same for one passage."""
    return replace(passage, article_slug="") if passage.article_slug in shut else passage
