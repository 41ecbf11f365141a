"""The same use cases from a shell: data on stdout, messages on stderr; exit 0 done, 1 the work found problems, 2 wrong use."""

import sys
from collections.abc import Callable, Iterable
from functools import wraps
from pathlib import Path
from typing import ParamSpec, TypeVar

import click

from quizapp.accounts_cli import accounts
from quizapp.articles_cli import articles
from quizapp.backup_cli import backup, restore
from quizapp.bank_cli import export_bank, import_bank
from quizapp.confidence_cli import confidence
from quizapp.demo_cli import demo
from quizapp.exchange.comparison_lines import comparison_lines, comparison_text
from quizapp.exchange.jsonlines import claim_line, encode, fact_line, item_line
from quizapp.exchange.plain import claim_text, fact_text, item_text
from quizapp.knowledge.errors import MaterialError
from quizapp.resources import resource_folder
from quizapp.rulings_cli import rulings
from quizapp.services.analysis import Analysis, analyse
from quizapp.services.database import DatabaseRefusedError
from quizapp.services.proving import prove_everything
from quizapp.settings import SettingsError, load_settings
from quizapp.work_cli import work

P = ParamSpec("P")
R = TypeVar("R")
PATHS = click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
JSON = click.option("--json", "as_json", is_flag=True, help="One JSON object a line instead of lines for people.")


def main() -> None:
    """Run the command line."""
    commands(windows_expand_args=False)


def speaks_plainly(command: Callable[P, R]) -> Callable[P, R]:
    """Turn material and settings that cannot be used into one message and exit 2."""

    @wraps(command)
    def wrapped(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return command(*args, **kwargs)
        except (MaterialError, SettingsError, DatabaseRefusedError) as error:
            click.echo(f"quizapp: {error}", err=True)
            sys.exit(2)

    return wrapped


@click.group()
@click.version_option(package_name="quizapp")
def commands() -> None:
    """Questions that grow out of facts, facts that grow out of words in an article."""


commands.add_command(accounts)
commands.add_command(rulings)
commands.add_command(confidence)
for _command in (articles, work, backup, restore, export_bank, import_bank, demo):
    commands.add_command(_command)


@commands.command()
@PATHS
@JSON
@speaks_plainly
def claims(paths: tuple[Path, ...], as_json: bool) -> None:
    """What articles claim, and where exactly (default: the shipped seeds)."""
    found = sorted(_analysis(paths).scope.claims, key=lambda claim: (claim.evidence, claim.id))
    _write(encode(map(claim_line, found)) if as_json else map(claim_text, found))


@commands.command()
@PATHS
@JSON
@click.option("--compare", is_flag=True, help="Instead: what extraction alone finds of the claims that people read there.")
@speaks_plainly
def facts(paths: tuple[Path, ...], as_json: bool, compare: bool) -> None:
    """What articles say of the same thing, with a verdict (default: the shipped seeds)."""
    if compare:
        _write_comparison(paths, as_json=as_json)
        return
    found = _analysis(paths).scope.facts
    _write(encode(map(fact_line, found)) if as_json else map(fact_text, found))


@commands.command()
@PATHS
@JSON
@speaks_plainly
def items(paths: tuple[Path, ...], as_json: bool) -> None:
    """The questions that grow out of articles, with every check (default: the shipped seeds with their decisions)."""
    found = _analysis(paths).candidates()
    _write(encode(map(item_line, found)) if as_json else map(item_text, found))


def _analysis(paths: tuple[Path, ...]) -> Analysis:
    found = analyse(paths or (resource_folder("seeds"),))
    if found.trouble is not None:
        click.echo(f"quizapp: {found.trouble}", err=True)
    return found


def _write_comparison(paths: tuple[Path, ...], *, as_json: bool) -> None:
    from quizapp.services.comparing_readings import compare_readings  # the language model is loaded only where it is needed

    report = compare_readings(paths or (resource_folder("seeds"),))
    _write(encode(comparison_lines(report)) if as_json else comparison_text(report))


def _write(lines: Iterable[bytes]) -> None:
    sys.stdout.buffer.writelines(lines)
    sys.stdout.buffer.flush()


@commands.command()
@speaks_plainly
def check() -> None:
    """Prove the whole bank again: the shipped seeds, and the database if there is one."""
    problems = prove_everything(load_settings(), resource_folder("seeds"))
    for problem in problems:
        click.echo(f"{problem.place}: {problem.what}", err=True)
    click.echo(f"{len(problems)} problems" if problems else "Every question stands by its proof.", err=True)
    sys.exit(1 if problems else 0)


@commands.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535), help="The port; 0 takes a free one.")
@click.option(
    "--workers", default=1, show_default=True, type=click.IntRange(0, 16), help="Job workers beside the site; 0 where others work."
)
@speaks_plainly
def run(host: str, port: int, workers: int) -> None:
    """Make or migrate the database, load the seeds once, and serve the site with a job worker beside it."""
    from quizapp.serving import serve  # the web is loaded only where it is needed

    serve(load_settings(), host=host, port=port, workers=workers, tell=lambda line: click.echo(line, err=True))
