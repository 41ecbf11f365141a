"""What an article speaks of throughout: the name that many of its sentences hold, whom it begins with, or what is its title."""

from collections.abc import Iterable

from quizapp.knowledge.fold import fold_name
from quizapp.questions.background import Background

_LONGEST_TITLE = 4


def is_topic(name: str, articles: Iterable[str], background: Background) -> bool:
    """Whether one of the articles speaks of a name throughout, or has it as its title."""
    named, mine = background.named, background.names.canonical(name)
    return any(
        mine in {named.topics.get(one), named.leads.get(one)} or _is_title(name, background.scope.articles[one].title) for one in articles
    )


def _is_title(name: str, title: str) -> bool:
    """Whether the title is the name, longer or shorter; headlines are not names."""
    words, mine = set(fold_name(title).split()), set(fold_name(name).split())
    return bool(words and mine) and (words <= mine or (mine <= words and len(words) <= _LONGEST_TITLE))
