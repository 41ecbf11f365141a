"""`quizapp confidence`: learning from decisions how likely a question is to be accepted, and going back."""

import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypeVar

import click

from quizapp.questions.calibration import Calibration
from quizapp.services.database import Database, DatabaseRefusedError, open_database
from quizapp.services.errors import Conflict, ServiceError
from quizapp.settings import SettingsError, load_settings

if TYPE_CHECKING:
    from quizapp.services.confidence import Fitted

R = TypeVar("R")
ACTOR = "command line"


@click.group()
def confidence() -> None:
    """How sure the program is that a question will be accepted."""


@confidence.command("fit")
def fit_command() -> None:
    """Fit the estimates to the decisions made on this site; prints how well they agree with them before and after."""
    from quizapp.services.confidence import fit_confidence  # loads what checking questions needs

    done = _with_database(lambda db: fit_confidence(db, actor=ACTOR, now=datetime.now(UTC)))
    for line in _told(done):
        click.echo(line)


@confidence.command()
def back() -> None:
    """Use the coefficients that were used before the last fit."""
    from quizapp.services.confidence import go_back

    done = _with_database(lambda db: go_back(db, actor=ACTOR, now=datetime.now(UTC)))
    used = f"version {done.version}" if done.version else "the coefficients that come with the program"
    click.echo(f"Using {used}; {done.written} questions estimated anew.", err=True)


def _with_database(work: Callable[[Database], R]) -> R:
    try:
        settings = load_settings()
        db = open_database(settings.database(), settings.instance)
        try:
            return work(db)
        finally:
            db.close()
    except Conflict as error:
        click.echo(f"quizapp: {error}", err=True)
        sys.exit(1)
    except (SettingsError, DatabaseRefusedError, ServiceError) as error:
        click.echo(f"quizapp: {error}", err=True)
        sys.exit(2)


def _told(done: "Fitted") -> Iterator[str]:
    yield f"decisions: {done.cases}, accepted unchanged: {done.accepted}"
    yield "before: the estimates shown until now"
    yield from _lines(done.before)
    yield "after: estimates for decisions the fit had not seen"
    yield from _lines(done.after)
    yield f"version {done.version} is in use; {done.written} questions estimated anew. Back with: quizapp confidence back"


def _lines(found: Calibration) -> Iterator[str]:
    yield f"  Brier score {found.brier:.3f}, calibration error {found.error:.3f}"
    for one in found.bins:
        yield f"  {one.low:.1f}-{one.high:.1f}  {one.cases:5} questions  expected {one.expected:4.0%}  accepted {one.seen:4.0%}"
