"""Wrong options for an answer that is a code, such as a flight's or a road's: what the articles write in the same shape."""

import re
from collections.abc import Iterator

from quizapp.knowledge.claim import Evidence
from quizapp.questions.background import Background

LONGEST_CODE = 24
_IS_CODE = re.compile(r"(?=.*\d)(?=.*[A-Za-z])[A-Za-z\d]+(?:[-./ ][A-Za-z\d]+){0,2}")
_PARTS = re.compile(r"\d+|[A-Z]+(?![a-z])|.")


def codes_like(answer: str, evidence: Evidence, background: Background) -> tuple[str, ...]:
    """Words of the articles in the answer's shape, the answer itself left out: first those that begin alike, those of its article first."""
    if len(answer) > LONGEST_CODE or not _IS_CODE.fullmatch(answer):
        return ()
    articles = sorted(background.scope.articles.values(), key=lambda one: (one.name != evidence.article, one.name))
    shapes = (_shape(answer, loosely=False), _shape(answer, loosely=True))
    found = dict.fromkeys(code for shape in shapes for article in articles for code in shape.findall(article.text))
    return tuple(code for code in found if code != answer)


def _shape(answer: str, *, loosely: bool) -> re.Pattern[str]:
    """The answer with any digits for its digits; `loosely` also with as many other capitals for its capitals."""
    return re.compile(r"(?<![\w-])" + "".join(_parts(answer, loosely=loosely)) + r"(?![\w-])")


def _parts(answer: str, *, loosely: bool) -> Iterator[str]:
    for part in _PARTS.findall(answer):
        if part.isdigit():
            yield r"\d+"
        elif loosely and part.isupper():
            yield f"[A-Z]{{{len(part)}}}"
        else:
            yield re.escape(part)
