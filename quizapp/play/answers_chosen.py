"""Which answers players chose, the stronger and the weaker ones apart, and what that says about a question."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from quizapp.play.statistics import DUBIOUS, ENOUGH, discrimination, efficiency, facility

RARE = 0.05
"""A wrong answer chosen by a smaller share than this misleads nobody."""
EASY, HARD = 0.95, 0.3


@dataclass(frozen=True, kw_only=True, slots=True)
class Chosen:
    """One option: how many chose it, and how many of the stronger and of the weaker players.

    `works` says whether a wrong one does its work: chosen by some, and not by the stronger before the weaker. It is None for a right one,
    and while there are few players.
    """

    option: int
    right: bool
    players: int
    stronger: int
    weaker: int
    works: bool | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Findings:
    """One question: counts always, statistics from `ENOUGH` players on. `stronger` and `weaker` count the players of both sides."""

    players: int
    right: int
    unanswered: int
    stronger: int
    weaker: int
    options: tuple[Chosen, ...]
    facility: float | None = None
    discrimination: float | None = None
    efficiency: float | None = None

    @property
    def enough(self) -> bool:
        """Whether there are players enough for statistics."""
        return self.players >= ENOUGH

    @property
    def preferred(self) -> Chosen | None:
        """The wrong option that stronger players chose more than any right one: perhaps the right one is marked wrongly."""
        best = max((one.stronger for one in self.options if one.right), default=0)
        worst = max((one for one in self.options if not one.right), key=lambda one: one.stronger, default=None)
        return worst if self.enough and worst is not None and worst.stronger > max(best, 1) else None


def find(choices: Sequence[int | None], rest: Sequence[float], *, options: int, right: frozenset[int]) -> Findings:
    """What the first answers to one question tell; None is no answer, `rest` how well each player did otherwise.

    Stronger is who did better than the middle, weaker who did worse; those in the middle are neither.
    """
    if len(choices) != len(rest):
        raise ValueError(f"{len(choices)} answers of {len(rest)} players")
    middle = median(rest) if rest else 0
    strong = [choice for choice, points in zip(choices, rest, strict=True) if points > middle]
    weak = [choice for choice, points in zip(choices, rest, strict=True) if points < middle]
    marks = [float(choice in right) for choice in choices]
    enough = len(choices) >= ENOUGH
    return Findings(
        players=len(choices),
        right=int(sum(marks)),
        unanswered=sum(choice is None for choice in choices),
        stronger=len(strong),
        weaker=len(weak),
        options=tuple(_chosen(option, option in right, choices, strong, weak) for option in range(options)),
        facility=facility(marks) if enough else None,
        discrimination=discrimination(marks, rest) if enough else None,
        efficiency=efficiency(marks, rest) if enough else None,
    )


def say(found: Findings, options: Sequence[str]) -> str:
    """The one thing worth saying about a question, in a sentence.

    An answer is named by its words, as its letter differs from player to player.
    """
    if not found.players:
        return "Nobody has answered it yet."
    if found.preferred is not None:
        return f"Stronger players chose “{options[found.preferred.option]}”: look at which answer is marked right."
    if not found.enough:
        return f"{found.right} of {found.players} got it."
    return _say_statistics(found)


def _say_statistics(found: Findings) -> str:
    share, parted = found.facility or 0.0, found.efficiency
    if share > EASY:
        return "Almost everybody got it: good as a warm-up."
    if parted is not None and parted < 0:
        return "Weaker players got it more often than stronger ones: read the question again."
    if share < HARD:
        return "Few got it: worth talking about."
    if parted is not None and parted < DUBIOUS:
        return "It tells little about who knows more."
    return "It tells well who has understood."


def _chosen(option: int, right: bool, all_: Sequence[int | None], strong: Sequence[int | None], weak: Sequence[int | None]) -> Chosen:
    players, stronger, weaker = all_.count(option), strong.count(option), weak.count(option)
    works = players / len(all_) >= RARE and _share(stronger, strong) <= _share(weaker, weak) if len(all_) >= ENOUGH else None
    return Chosen(option=option, right=right, players=players, stronger=stronger, weaker=weaker, works=None if right else works)


def _share(count: int, players: Sequence[int | None]) -> float:
    return count / len(players) if players else 0.0
