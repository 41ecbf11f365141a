"""What first attempts tell about stored questions."""

from random import Random

from quizapp.services.database import Database
from quizapp.services.item_statistics import item_statistics
from quizapp.services.players import begin_visit
from quizapp.storage.attempts import load_attempt
from services.balloon import NOW
from services.playing import Game, begin, key_of


def play(db: Database, player: int, *, rightly: bool, minutes: int = 0) -> Game:
    game = begin(db, player, minutes=minutes)
    while (view := game.current_or_none()) is not None:
        game.answer_right(view) if rightly else game.answer_wrong(view)
    return game


def versions(db: Database, game: Game) -> dict[int, str]:
    with db.reading() as connection:
        stored = load_attempt(connection, player=game.player, public=game.attempt)
    assert stored is not None
    return {one.version: str(one.number) for one in stored.value.questions}


def guests(db: Database, many: int) -> list[int]:
    rng = Random(3)
    return [begin_visit(db, now=NOW, rng=rng).visit.player for _ in range(many)]


def test_counts_are_there_for_a_single_player(db: Database, paul: int) -> None:
    game = play(db, paul, rightly=True)
    with db.reading() as connection:
        found = item_statistics(connection, versions(db, game))
    assert set(found) == set(versions(db, game))
    assert {(one.players, one.right, one.facility) for one in found.values()} == {(1, 1, None)}


def test_statistics_come_with_the_tenth_player(db: Database) -> None:
    players = guests(db, 10)
    games = [play(db, player, rightly=place % 2 == 0) for place, player in enumerate(players)]
    with db.reading() as connection:
        found = item_statistics(connection, versions(db, games[0]))
    assert {(one.players, one.right, one.facility) for one in found.values()} == {(10, 5, 0.5)}
    assert all((one.discrimination or 0) > 99 for one in found.values())


def test_only_the_first_attempt_of_a_player_counts(db: Database, paul: int) -> None:
    game = play(db, paul, rightly=False)
    play(db, paul, rightly=True, minutes=5)
    with db.reading() as connection:
        found = item_statistics(connection, versions(db, game))
    assert {(one.players, one.right) for one in found.values()} == {(1, 0)}


def test_unfinished_attempts_and_unknown_questions_tell_nothing(db: Database, paul: int) -> None:
    game = begin(db, paul)
    view = game.current()
    game.answer(view, key_of(view))
    with db.reading() as connection:
        assert item_statistics(connection, [*versions(db, game), 99_999]) == {}
