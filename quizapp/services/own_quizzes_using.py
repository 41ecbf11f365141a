"""In which of a teacher's quizzes a question stands, so that she knows what a change of it touches."""

from sqlalchemy import Connection

from quizapp.storage import own_quizzes


def quizzes_with(connection: Connection, *, owner: int, question: int) -> tuple[tuple[str, str], ...]:
    """(slug, title) of every quiz of this teacher that holds a question, by the row of its newest version, in whatever wording.

    A quiz counts that holds it in its draft or in the version that is played.
    """
    found: list[tuple[str, str]] = []
    for one in own_quizzes.newest_versions(connection, owner=owner):
        played = own_quizzes.played_version(connection, one.quiz) if one.is_draft else None
        rows = {*one.items, *(played.items if played else ())}
        if question in own_quizzes.current_rows(connection, rows).values():
            found.append((one.slug, one.title))
    return tuple(found)
