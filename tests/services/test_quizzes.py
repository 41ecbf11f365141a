"""Featured quizzes, starting one once, and ten questions that were not seen yet."""

import re
import threading
from dataclasses import replace
from datetime import timedelta
from random import Random

import pytest

from quizapp.play.quiz import FeaturedQuiz
from quizapp.questions.item import State
from quizapp.services import play, quizzes
from quizapp.services.database import Database
from quizapp.services.errors import NotFound
from quizapp.services.views import QuizCard
from services.balloon import NOW, World
from services.playing import QUIZ, begin, count


def test_before_the_library_is_loaded_there_is_nothing_to_play(bare: Database) -> None:
    assert quizzes.featured(bare, now=NOW) == ()
    with pytest.raises(NotFound):
        quizzes.start_attempt(bare, player=1, quiz=QUIZ, now=NOW, rng=Random(1))
    with pytest.raises(NotFound):
        quizzes.quick_ten(bare, player=1, now=NOW, rng=Random(1))


def test_a_card_counts_questions_and_articles(db: Database, balloon: World) -> None:
    asked = len(balloon.quizzes[0].items)
    (card,) = quizzes.featured(db, now=NOW)
    assert card == QuizCard(slug=QUIZ, title="Over the strait", note="A balloon.", questions=asked, articles=3, level="Easy", disputed=True)


def test_an_unapproved_question_is_neither_counted_nor_asked(bare: Database, balloon: World) -> None:
    first = balloon.quizzes[0].items[0]
    candidates = tuple(replace(one, state=State.CANDIDATE) if one.item.id == first else one for one in balloon.candidates)
    only = FeaturedQuiz(slug="only", title="Only", note="", level="Easy", items=(first,))
    replace(balloon, candidates=candidates, quizzes=(*balloon.quizzes, only), decisions=()).load(bare)
    (card,) = quizzes.featured(bare, now=NOW)
    assert card.questions == len(balloon.quizzes[0].items) - 1
    with pytest.raises(NotFound):
        begin(bare, 1, quiz="only")


def test_starting_draws_every_question_of_the_quiz_once(db: Database, paul: int, balloon: World) -> None:
    game = begin(db, paul)
    stems = {one.item.id: one.item.stem for one in balloon.candidates}
    asked = []
    for _ in balloon.quizzes[0].items:
        view = game.current()
        asked.append(view.stem)
        game.answer_wrong(view)
    assert sorted(asked) == sorted(stems[item] for item in balloon.quizzes[0].items)


def test_the_id_is_random_and_fits_an_address(db: Database, paul: int, sam: int) -> None:
    ids = {begin(db, paul, seed=1).attempt, begin(db, sam, seed=2).attempt}
    assert len(ids) == 2
    assert all(re.fullmatch(r"[A-Za-z0-9_-]{22}", one) for one in ids)


def test_a_double_click_starts_one_attempt(db: Database, paul: int) -> None:
    ids: list[str] = []
    threads = [threading.Thread(target=lambda seed=seed: ids.append(begin(db, paul, seed=seed).attempt)) for seed in range(8)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert len(ids) == 8
    assert len(set(ids)) == count(db, "attempt") == 1


def test_it_is_another_attempt_for_another_player_later_or_once_something_was_answered(db: Database, paul: int, sam: int) -> None:
    game = begin(db, paul, seed=1)
    assert begin(db, sam, seed=2).attempt != game.attempt
    assert begin(db, paul, seed=3, minutes=1).attempt != game.attempt


def test_an_attempt_with_an_answer_or_a_skip_is_not_taken_for_a_double_click(db: Database, paul: int, sam: int) -> None:
    game, skipped = begin(db, paul, seed=1), begin(db, sam, seed=2)
    game.answer_right(game.current())
    play.skip(db, player=sam, attempt=skipped.attempt, question="1")
    assert begin(db, paul, seed=3).attempt != game.attempt
    assert begin(db, sam, seed=4).attempt != skipped.attempt


@pytest.mark.parametrize("slug", ["", "over", "over-the-strait-2", "x" * 10_000, "'; --"])
def test_an_unknown_quiz_is_not_found(db: Database, paul: int, slug: str) -> None:
    with pytest.raises(NotFound):
        begin(db, paul, quiz=slug)


def test_an_unknown_player_starts_nothing(db: Database) -> None:
    with pytest.raises(NotFound):
        begin(db, 10**6)
    assert count(db, "attempt") == 0


def test_quick_ten_asks_one_question_a_fact_and_says_so_in_its_title(db: Database, paul: int, balloon: World) -> None:
    attempt = quizzes.quick_ten(db, player=paul, now=NOW, rng=Random(3))
    assert quizzes.quick_ten(db, player=paul, now=NOW, rng=Random(4)) == attempt
    stood = play.progress(db, player=paul, attempt=attempt, now=NOW)
    facts = {one.item.fact for one in balloon.candidates if one.state is State.APPROVED}
    assert (stood.quiz_title, stood.answered, stood.right) == ("Quick ten", 0, 0)
    assert 3 <= stood.total <= len(facts)


def test_quick_ten_asks_what_was_not_seen_first(db: Database, paul: int, balloon: World) -> None:
    game = begin(db, paul)
    seen = next(
        one.item
        for one in balloon.candidates
        if one.item.fact == balloon.fact("flight_time").id and one.item.id in balloon.quizzes[0].items
    )
    game.answer_right(game.ask(seen.stem))
    for minutes in range(1, 6):
        attempt = quizzes.quick_ten(db, player=paul, now=NOW + timedelta(minutes=minutes), rng=Random(minutes))
        assert seen.stem not in _stems(db, paul, attempt)
        assert len(set(balloon.items("flight_time")) & _items(balloon, _stems(db, paul, attempt))) == 1


def _stems(db: Database, player: int, attempt: str) -> set[str]:
    total = play.progress(db, player=player, attempt=attempt, now=NOW).total
    return {play.question(db, player=player, attempt=attempt, question=str(number), now=NOW).stem for number in range(1, total + 1)}


def _items(balloon: World, stems: set[str]) -> set[str]:
    return {one.item.id for one in balloon.candidates if one.item.stem in stems}


def test_quick_ten_keeps_to_the_articles_chosen(db: Database, paul: int, balloon: World) -> None:
    slug = balloon.articles["morning.txt"].slug
    attempt = quizzes.quick_ten(db, player=paul, now=NOW, rng=Random(3), articles=(slug,))
    of_it = {one.item.stem for one in balloon.candidates if any(proof.article == "morning.txt" for proof in one.item.evidence)}
    assert _stems(db, paul, attempt) <= of_it
    with pytest.raises(NotFound):
        quizzes.quick_ten(db, player=paul, now=NOW + timedelta(minutes=1), rng=Random(3), articles=("nowhere",))
