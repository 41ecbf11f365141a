"""Addresses of articles: each has one of its own."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from quizapp.knowledge.article import Article


def free_slug(slug: str, taken: Collection[str]) -> str:
    """The address, or the first free one after it: with "-2", "-3" …"""
    found, number = slug, 2
    while found in taken:
        found, number = f"{slug}-{number}", number + 1
    return found


def with_free_slugs(articles: Mapping[str, Article], others: Iterable[Article]) -> dict[str, Article]:
    """The articles, by their names as given, at addresses that neither they nor the others share."""
    taken = {article.slug for article in others}
    free: dict[str, Article] = {}
    for name, article in articles.items():
        free[name] = replace(article, slug=free_slug(article.slug, taken))
        taken.add(free[name].slug)
    return free
