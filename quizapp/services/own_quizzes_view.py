"""A quiz as its teacher builds it: questions with what the articles say of them, the balance, and what keeps it from being published."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from quizapp.knowledge.fact import Verdict
from quizapp.play.balance import Balance, balance, band
from quizapp.play.quiz import QuizSettings
from quizapp.questions.item import Kind
from quizapp.services.database import Database
from quizapp.services.own_quizzes import OwnQuiz, quiz_of
from quizapp.services.own_quizzes_pool import Chosen, Pool, chosen, pool_of
from quizapp.services.own_quizzes_rules import faults_of
from quizapp.storage.bank_values import StoredItem


@dataclass(frozen=True, kw_only=True, slots=True)
class QuestionLine:
    """A question to choose or chosen; `question` is the row of its version, `articles` their titles, `own` when it is the teacher's.

    `sources` counts independent reports, `told` articles that tell the answer; `own_article` is the slug of the article of hers
    on which she edits it.
    """

    question: int
    item: str
    stem: str
    options: tuple[str, ...]
    key: int
    kind: Kind
    difficulty: str
    verdict: Verdict
    sources: int
    told: int
    articles: tuple[str, ...]
    own: bool
    own_article: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ChosenLine:
    """A question of a quiz at its place, from 1; not `good` when it may not be played any more.

    `newer` is the newer wording that may take its place; `waits` says that there is one which nobody approved yet.
    """

    place: int
    line: QuestionLine
    good: bool
    newer: QuestionLine | None
    waits: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class BuilderView:
    """A quiz with all that its teacher decides on; `faults` keep it from being published.

    `number` is the version shown, `played` the one that is played, None while there is none.
    """

    slug: str
    title: str
    note: str
    settings: QuizSettings
    number: int
    played: int | None
    is_draft: bool
    lines: tuple[ChosenLine, ...]
    balance: Balance
    faults: tuple[str, ...]


def builder_view(db: Database, *, owner: int, quiz: str) -> BuilderView:
    """The newest version of a quiz; raises NotFound."""
    with db.reading() as connection:
        found = quiz_of(connection, quiz, owner)
        pool = pool_of(db, connection, owner=owner)
        return _view(connection, pool, found)


def question_line(pool: Pool, item: StoredItem) -> QuestionLine:
    """A question as a line."""
    verdict, sources, told = pool.verdict(item)
    return QuestionLine(
        question=item.row,
        item=item.item,
        stem=item.value.stem,
        options=item.value.options,
        key=item.value.key,
        kind=item.value.kind,
        difficulty=band(item.value.difficulty),
        verdict=verdict,
        sources=sources,
        told=told,
        articles=tuple(one.title for one in pool.articles(item)),
        own=item.item in pool.own_items,
        own_article=pool.own_article(item),
    )


def _view(connection: Connection, pool: Pool, quiz: OwnQuiz) -> BuilderView:
    questions = chosen(connection, pool, quiz.items)
    items = [one.item.value for one in questions]
    return BuilderView(
        slug=quiz.slug,
        title=quiz.title,
        note=quiz.note,
        settings=quiz.settings,
        number=quiz.number,
        played=quiz.last_published,
        is_draft=quiz.is_draft,
        lines=_lines(pool, questions),
        balance=balance(items, shuffled=quiz.settings.shuffle_options),
        faults=faults_of(pool, questions),
    )


def _lines(pool: Pool, questions: Sequence[Chosen]) -> tuple[ChosenLine, ...]:
    return tuple(
        ChosenLine(
            place=place,
            line=question_line(pool, one.item),
            good=one.good,
            newer=question_line(pool, one.newer) if one.newer else None,
            waits=one.waits,
        )
        for place, one in enumerate(questions, 1)
    )
