"""Proving the whole bank: the shipped seeds as files, and what the database holds."""

from pathlib import Path

from quizapp.knowledge.errors import ArticleError, PackError
from quizapp.services.analysis import analyse
from quizapp.services.check import Problem, check_bank, check_values
from quizapp.services.database import open_database
from quizapp.settings import Settings


def prove_everything(settings: Settings, seeds: Path) -> tuple[Problem, ...]:
    """Every problem of the seeds and of the database, if there is one; raises ArticleError for a file that is no article."""
    return (*_prove_seeds(seeds), *_prove_database(settings))


def _prove_seeds(seeds: Path) -> tuple[Problem, ...]:
    try:
        analysis = analyse([seeds])
    except ArticleError:
        raise
    except PackError as error:
        return (Problem(place=error.where, what=f"found {error.found}; expected {error.expected}. {error.do}"),)
    return check_values(scope=analysis.scope, candidates=analysis.candidates(), quizzes=analysis.quizzes, decisions=analysis.decisions)


def _prove_database(settings: Settings) -> tuple[Problem, ...]:
    address = settings.database()
    path = Path(address.removeprefix("sqlite:///"))
    if address.startswith("sqlite:") and not path.exists():
        return ()
    database = open_database(address, settings.instance)
    try:
        return check_bank(database)
    finally:
        database.close()
