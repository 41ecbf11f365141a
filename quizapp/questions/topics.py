"""What an article speaks of throughout: the name that most of its sentences hold, or the one that is its title."""

from collections.abc import Iterable

from quizapp.knowledge.fold import fold_name
from quizapp.questions.background import Background

_LONGEST_TITLE = 4


def is_topic(name: str, articles: Iterable[str], background: Background) -> bool:
    """Whether one of the articles speaks of a name throughout, or has it as its title."""
    topics, mine = background.named.topics, background.names.canonical(name)
    return any(topics.get(one) == mine or _is_title(name, background.scope.articles[one].title) for one in articles)


def _is_title(name: str, title: str) -> bool:
    """Whether the title is the name, longer or shorter; headlines are not names."""
    words, mine = set(fold_name(title).split()), set(fold_name(name).split())
    return bool(words and mine) and (words <= mine or (mine <= words and len(words) <= _LONGEST_TITLE))
