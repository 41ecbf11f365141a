"""What keeps a quiz from being published, in words."""

from collections.abc import Sequence

from sqlalchemy import Connection

from quizapp.play.balance import Clash, clashes
from quizapp.services.own_quizzes import OwnQuiz
from quizapp.services.own_quizzes_pool import Chosen, Pool, chosen

MOST_SAID = 8


def why_not_published(connection: Connection, pool: Pool, quiz: OwnQuiz) -> tuple[str, ...]:
    """Every reason why this version cannot be published; none when it can."""
    return faults_of(pool, chosen(connection, pool, quiz.items))


def faults_of(pool: Pool, questions: Sequence[Chosen]) -> tuple[str, ...]:
    """The same for these questions."""
    if not questions:
        return ("The quiz has no questions yet. Add some from the bank, or let the site take ten for you.",)
    gone = [place for place, one in enumerate(questions, 1) if not one.good]
    found = clashes([one.item.value for one in questions], pool.known.background)
    return (*(_gone(place, questions[place - 1]) for place in gone), *_said(found))


def say_clash(clash: Clash) -> str:
    """Which questions clash, and what to do."""
    first, second = clash.first + 1, clash.second + 1
    if clash.tells:
        return f"Question {first} tells the answer to question {second} (“{clash.answer}”). Take one of them out."
    return f"Questions {first} and {second} ask about the same thing. Take one of them out."


def _said(found: Sequence[Clash]) -> tuple[str, ...]:
    said = tuple(say_clash(clash) for clash in found[:MOST_SAID])
    left = len(found) - len(said)
    return (*said, f"{left} more pairs of questions do not go together.") if left else said


def _gone(place: int, question: Chosen) -> str:
    if question.newer is not None:
        return f"Question {place} was changed, and this wording is no longer approved. Exchange it for the new one, or take it out."
    return f"Question {place} is no longer approved. Take it out."
