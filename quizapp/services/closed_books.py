"""Articles that are shut for somebody who takes part in a closed-book quiz, until it closes."""

from datetime import datetime

from sqlalchemy import Connection

from quizapp.services.errors import Forbidden
from quizapp.services.opening import Standing, standing
from quizapp.storage.closed_books import closed_books


class BookClosed(Forbidden):
    """An article that a closed-book quiz keeps shut; `until` is when it closes, None while its teacher has not said."""

    def __init__(self, quiz: str, until: datetime | None) -> None:
        super().__init__(f"This article belongs to “{quiz}”, which is answered without it.")
        self.quiz = quiz
        self.until = until


def shut_articles(connection: Connection, player: int | None, now: datetime) -> dict[str, BookClosed]:
    """The articles that are shut for this player now, by their slug."""
    if player is None:
        return {}
    found: dict[str, BookClosed] = {}
    for one in closed_books(connection, player):
        if standing(one.terms, now=now) is Standing.OPEN:
            found.update({slug: BookClosed(one.title, one.terms.closes_at) for slug in one.articles})
    return found
