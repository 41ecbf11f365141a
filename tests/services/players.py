"""Many players, of whom the stronger miss one question."""

from random import Random

from quizapp.services.database import Database
from quizapp.services.players import begin_visit
from services.balloon import NOW
from services.playing import begin, key_of


def many_play(db: Database, missed: str, *, players: int = 12) -> None:
    """Half of the players get everything right but the question that begins so, the others the other way round."""
    for number in range(players):
        player = begin_visit(db, now=NOW, rng=Random(number)).visit.player
        game, strong = begin(db, player, seed=number), number % 2 == 0
        for _ in range(game.current().progress.total):
            view = game.current()
            is_missed = view.stem.startswith(missed)
            key = key_of(view)
            wrong = min(option.text for option in view.options if option.text != key)
            game.answer(view, key if strong != is_missed else wrong)
