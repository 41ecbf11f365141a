"""Statistics of guesses by structure: who looks at the form of the shipped questions alone learns nothing about the answers.

Five guests are each shown the whole bank, 560 questions in all, through the services that the pages use. Counted is where the right
option stands, how its id sorts among the ids shown, how long it is among its neighbours, and how long the server took to make the page.
Each count is compared with an even spread by Pearson's chi-square with 3 degrees of freedom, where a value above 16.27 happens once in a
thousand times. Chance is seeded, so all but the time repeat exactly; time is measured anew up to three times before it counts.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter_ns

import pytest

from quizapp.play.attempt import Mode
from quizapp.play.quiz import QuizSettings
from quizapp.questions.item import Item, State
from quizapp.services import play
from quizapp.services.analysis import Analysis
from quizapp.services.database import Database, open_database
from quizapp.services.players import begin_visit
from quizapp.services.starting import hold_library, start
from quizapp.services.startup import load_seeds
from quizapp.storage.attempts import Source

NOW = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
GUESTS = 5
ONCE_IN_A_THOUSAND = 16.27
SEEDS = Path(__file__).resolve().parents[2] / "seeds"


@dataclass(frozen=True, kw_only=True)
class Shown:
    """A question as one guest saw it: texts and ids in the order shown, and what took how many nanoseconds."""

    item: Item
    texts: tuple[str, ...]
    tokens: tuple[str, ...]
    took: int

    @property
    def place(self) -> int:
        """Where the right option stands."""
        return self.texts.index(self.item.answer)


@dataclass(frozen=True, kw_only=True)
class Round:
    """A guest's attempt at the whole bank."""

    player: int
    attempt: str
    total: int


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    folder = tmp_path_factory.mktemp("guessing")
    made = open_database(f"sqlite:///{folder / 'quizapp.sqlite'}", folder)
    load_seeds(made, folder=SEEDS, now=NOW)
    yield made
    made.close()


@pytest.fixture(scope="module")
def rounds(db: Database) -> list[Round]:
    rng = Random(20260302)
    return [begin(db, rng) for _ in range(GUESTS)]


@pytest.fixture(scope="module")
def bank(seeds: Analysis) -> dict[str, Item]:
    return {one.item.stem: one.item for one in seeds.candidates() if one.state is State.APPROVED}


@pytest.fixture(scope="module")
def shown(db: Database, rounds: list[Round], bank: dict[str, Item]) -> list[Shown]:
    return look(db, rounds, bank)


def begin(db: Database, rng: Random) -> Round:
    player = begin_visit(db, now=NOW, rng=rng).visit.player
    with db.writing() as connection:
        items = list(hold_library(db, connection, player).playable.values())
        attempt = start(connection, player, Source(mode=Mode.QUICK, title="All of it"), items, QuizSettings(), NOW, rng)
    return Round(player=player, attempt=attempt, total=len(items))


def look(db: Database, rounds: Iterable[Round], bank: Mapping[str, Item]) -> list[Shown]:
    return [see(db, one, str(number), bank) for one in rounds for number in range(1, one.total + 1)]


def see(db: Database, one: Round, question: str, bank: Mapping[str, Item]) -> Shown:
    before = perf_counter_ns()
    view = play.question(db, player=one.player, attempt=one.attempt, question=question, now=NOW)
    took = perf_counter_ns() - before
    texts, tokens = tuple(option.text for option in view.options), tuple(option.token for option in view.options)
    return Shown(item=bank[view.stem], texts=texts, tokens=tokens, took=took)


def uneven(counts: Iterable[float]) -> float:
    """Pearson's chi-square against an even spread."""
    found = list(counts)
    expected = sum(found) / len(found)
    return sum((one - expected) ** 2 / expected for one in found)


def of_four(places: Iterable[int]) -> list[float]:
    counted = Counter(places)
    return [float(counted[place]) for place in range(4)]


def test_more_than_four_hundred_questions_are_looked_at(shown: list[Shown]) -> None:
    assert len(shown) > 400
    assert {len(one.texts) for one in shown} == {4}


def test_where_an_option_stands_tells_nothing(shown: list[Shown]) -> None:
    assert uneven(of_four(one.place for one in shown if not one.item.ordered)) < ONCE_IN_A_THOUSAND


def test_where_the_right_one_stands_among_ascending_numbers_tells_nothing(bank: dict[str, Item]) -> None:
    """These stand the same for everybody, so each counts once."""
    assert uneven(of_four(item.key for item in bank.values() if item.ordered)) < ONCE_IN_A_THOUSAND


def test_how_ids_sort_tells_nothing(shown: list[Shown]) -> None:
    assert uneven(of_four(sorted(one.tokens).index(one.tokens[one.place]) for one in shown)) < ONCE_IN_A_THOUSAND
    assert len({token for one in shown for token in one.tokens}) == sum(len(one.tokens) for one in shown)


def test_length_tells_nothing(bank: dict[str, Item]) -> None:
    """Options of one length share their ranks; each question counts once, since its wording is the same for everybody."""
    ranks = [0.0] * 4
    for item in bank.values():
        lengths = [len(option) for option in item.options]
        shorter, alike = sum(one < len(item.answer) for one in lengths), lengths.count(len(item.answer))
        for rank in range(shorter, shorter + alike):
            ranks[rank] += 1 / alike
    assert uneven(ranks) < ONCE_IN_A_THOUSAND


def test_the_time_a_page_takes_tells_nothing(db: Database, rounds: list[Round], bank: dict[str, Item]) -> None:
    """Slower and faster than the middle, by where the right option stands."""
    assert any(time_uneven(look(db, rounds, bank)) < ONCE_IN_A_THOUSAND for _ in range(3))


def time_uneven(shown: list[Shown]) -> float:
    middle = median(one.took for one in shown)
    total, slow = of_four(one.place for one in shown), of_four(one.place for one in shown if one.took > middle)
    share = sum(slow) / sum(total)
    return sum((found - many * share) ** 2 / (many * share * (1 - share)) for found, many in zip(slow, total, strict=True))
