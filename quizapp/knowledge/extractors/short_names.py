"""Short names of one article that stand for a full name of another: "Haug" for "Sigrid Haug", where both tell of the same things."""

from collections import defaultdict
from collections.abc import Mapping

from quizapp.knowledge.extractors.naming import ArticleNames, Thing
from quizapp.knowledge.values.base import ValueType

_SHORTENED = frozenset(
    {ValueType.PERSON, ValueType.ORGANISATION, ValueType.PLACE, ValueType.VEHICLE, ValueType.EVENT, ValueType.WORK, ValueType.TEXT}
)


def full_names(found: Mapping[str, ArticleNames]) -> dict[str, str]:
    """The key of a short name to that of the one full name it ends or, of a person, begins.

    Only when each article with the short name shares another name with one that has the full name, none has both as two things,
    and no second full name fits anywhere in the scope.
    """
    articles = {name: {thing.key: thing for thing in names.things} for name, names in found.items()}
    where: dict[str, set[str]] = defaultdict(set)
    for name, things in articles.items():
        for key in things:
            where[key].add(name)
    longer = _longer(where)
    return {
        short: full
        for short, fulls in sorted(longer.items())
        if len(fulls) == 1 and (full := next(iter(fulls))) and _fit(short, full, where, articles) and _shared(short, full, where, articles)
    }


def _longer(where: Mapping[str, set[str]]) -> dict[str, set[str]]:
    """Every key with the longer ones that end with it."""
    found: dict[str, set[str]] = defaultdict(set)
    for key in where:
        words = key.split()
        for begin in range(1, len(words)):
            short = " ".join(words[begin:])
            if short in where:
                found[short].add(key)
    return found


def _fit(short: str, full: str, where: Mapping[str, set[str]], articles: Mapping[str, Mapping[str, Thing]]) -> bool:
    """Whether the two can be one by their types."""
    mine = {articles[name][short].type for name in where[short]}
    theirs = {things[full].type for name in where[full] if (things := articles[name])[full].sure}
    return len(theirs) == 1 and bool(theirs & _SHORTENED) and mine <= theirs | {ValueType.TEXT}


def _shared(short: str, full: str, where: Mapping[str, set[str]], articles: Mapping[str, Mapping[str, Thing]]) -> bool:
    """Whether every article with the short name tells of something else that an article with the full name tells of too."""
    if where[short] & where[full]:
        return False
    known = set[str]().union(*(_sure(articles[name]) for name in where[full])) - {full}
    return all((_sure(articles[name]) - {short}) & known for name in where[short])


def _sure(things: Mapping[str, Thing]) -> set[str]:
    return {key for key, thing in things.items() if thing.sure}
