"""Filling the wordings of a relation: stems that begin with a capital, sentences that can follow “According to …, ”."""

import re

from quizapp.knowledge.article import Article
from quizapp.knowledge.fact import Fact
from quizapp.knowledge.names import Names

_PLACE = re.compile(r"(?:\b(?P<article>[Aa])n? )?\{(?P<name>\w+)\}")
_NOUN_LIKE = re.compile(r"[A-Z][^a-z]|[A-Z]\w*[A-Z\d]")
_VOWELS = "aeiou"
_INNER_QUOTES = str.maketrans({"“": "‘", "”": "’", "„": "‘", "«": "‘", "»": "’", '"': "’"})


def fill(template: str, fact: Fact, value: str) -> str:
    """A wording with subject, value and qualifiers in their places, "a" or "an" as the next word wants it."""
    words = {**dict(fact.qualifiers), "subject": fact.subject, "value": value}

    def put(found: re.Match[str]) -> str:
        word = words.get(found["name"], found[0])
        if not found["article"]:
            return word
        return f"{found['article']}{'n' if word[:1].lower() in _VOWELS else ''} {word}"

    return " ".join(_PLACE.sub(put, template).split())


def stem_of(template: str, fact: Fact, value: str = "") -> str:
    """A filled wording as a question of its own."""
    return capital(fill(template, fact, value))


def told(template: str, fact: Fact, value: str) -> str:
    """A filled wording as a sentence of its own."""
    return capital(fill(template, fact, value))


def lowered(template: str, fact: Fact, value: str, names: Names) -> str:
    """A filled wording that follows a comma: its first letter small unless it begins with a name."""
    text = fill(template, fact, value)
    if template.startswith("{"):
        return text
    first = text.split()[0].strip("“”‘’,;:")
    if names.find(first) or _NOUN_LIKE.match(first):
        return text
    return text[:1].lower() + text[1:]


def capital(text: str) -> str:
    """The text with its first letter large."""
    return text[:1].upper() + text[1:]


def cited(article: Article) -> str:
    """The same inside a sentence that tells: an editor's short title without its square brackets."""
    return titled(article).replace("“[", "“").replace("]”", "”")


def titled(article: Article) -> str:
    """An article's title in quotation marks, marks inside it made single."""
    return f"“{article.title.translate(_INNER_QUOTES)}”"
