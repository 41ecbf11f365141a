"""Statistics of stored questions over the first attempts of all their players."""

from collections.abc import Collection

from sqlalchemy import Connection

from quizapp.play.answers_chosen import Findings, find
from quizapp.storage.item_answers import first_answers

__all__ = ["Findings", "item_statistics"]


def item_statistics(connection: Connection, versions: Collection[int]) -> dict[int, Findings]:
    """What first answers tell about these item versions, by their rows; a version that nobody answered is left out.

    Attempts differ in length, so how well a player did otherwise is the share of the attempt's other questions that is right.
    """
    return {
        version: find([one.chosen for one in found.answers], [one.rest for one in found.answers], options=found.options, right=found.right)
        for version, found in first_answers(connection, versions).items()
    }
