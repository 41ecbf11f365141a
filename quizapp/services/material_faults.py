"""Values that contradict each other are refused before anything is stored."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from quizapp.knowledge.article import Article
from quizapp.knowledge.rulings import Ruling, spelling_cases
from quizapp.knowledge.scope import Scope
from quizapp.play.quiz import FeaturedQuiz
from quizapp.questions.item import Candidate
from quizapp.services.errors import Invalid
from quizapp.services.evidence import words_gone


def refuse_material(
    articles: Mapping[str, Article],
    scope: Scope,
    rulings: Sequence[Ruling],
    candidates: Sequence[Candidate],
    quizzes: Sequence[FeaturedQuiz],
) -> None:
    """Raise Invalid saying the first thing that does not fit."""
    faults = (
        *_of_articles(articles, scope),
        *_of_rulings(scope, rulings),
        *_of_evidence(scope, candidates),
        *_of_quizzes(candidates, quizzes),
    )
    if faults:
        raise Invalid(faults[0])


def _of_articles(articles: Mapping[str, Article], scope: Scope) -> Iterator[str]:
    if dict(articles) != dict(scope.articles):
        yield "The articles given are not those of the scope."
    for slug in _twice(article.slug for article in articles.values()):
        yield f"Two articles have the address “{slug}”; give one of them another slug in its sidecar."


def _of_rulings(scope: Scope, rulings: Sequence[Ruling]) -> Iterator[str]:
    if spelling_cases(rulings) != scope.names.cases:
        yield "The spelling cases of the scope are not those that the rulings decide."


def _of_evidence(scope: Scope, candidates: Sequence[Candidate]) -> Iterator[str]:
    of_claims = (claim.evidence for claim in scope.claims)
    of_items = (evidence for one in candidates for evidence in one.item.evidence)
    unproved = [evidence for evidence in (*of_claims, *of_items) if not scope.proves(evidence)]
    yield from (f"{one.article}: {gone}" for one in unproved if (gone := words_gone(scope, one)))
    yield from (f"{one.article}: “{one.quote[:60]}” rests on another revision of this text." for one in unproved)
    for item in _twice(one.item.id for one in candidates):
        yield f"Two questions have the id {item}."


def _of_quizzes(candidates: Sequence[Candidate], quizzes: Sequence[FeaturedQuiz]) -> Iterator[str]:
    known = {one.item.id for one in candidates}
    for quiz in quizzes:
        for item in quiz.items:
            if item not in known:
                yield f"The quiz “{quiz.slug}” asks {item}, which is no question of the library."
    for slug in _twice(quiz.slug for quiz in quizzes):
        yield f"Two quizzes have the address “{slug}”."


def _twice(words: Iterable[str]) -> list[str]:
    return [word for word, times in Counter(words).items() if times > 1]
