"""Drawing shuffles what may be shuffled, tells nothing by its tokens, and never changes a score."""

from collections import Counter
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from quizapp.play.attempt import Attempt
from quizapp.play.drawing import Asked, draw
from quizapp.play.quiz import ItemVersionId, QuizSettings
from quizapp.play.scoring import tally

ITEMS = st.lists(st.tuples(st.integers(3, 5), st.booleans()), min_size=1, max_size=15).map(
    lambda rows: [Asked(version=ItemVersionId(place), options=options, ordered=ordered) for place, (options, ordered) in enumerate(rows)]
)
SETTINGS = st.builds(QuizSettings, shuffle_questions=st.booleans(), shuffle_options=st.booleans())


@given(ITEMS, SETTINGS, st.integers())
def test_every_item_is_drawn_once_with_each_option_once(items: list[Asked], settings: QuizSettings, seed: int) -> None:
    questions = draw(items, settings=settings, rng=Random(seed))
    assert sorted(one.version for one in questions) == [one.version for one in items]
    assert [one.number for one in questions] == list(range(1, len(items) + 1))
    by_version = {one.version: one for one in items}
    assert all(len(one.options) == by_version[one.version].options for one in questions)


@given(ITEMS, SETTINGS, st.integers())
def test_ascending_options_stay_ascending(items: list[Asked], settings: QuizSettings, seed: int) -> None:
    ordered = {one.version for one in items if one.ordered}
    for question in draw(items, settings=settings, rng=Random(seed)):
        places = [one.option for one in question.options]
        if question.version in ordered or not settings.shuffle_options:
            assert places == sorted(places)


@given(ITEMS, st.integers(), st.integers(), st.data())
def test_shuffling_never_changes_a_score(items: list[Asked], one: int, other: int, data: st.DataObject) -> None:
    keys = {item.version: data.draw(st.integers(0, item.options - 1)) for item in items}
    answers = {item.version: data.draw(st.none() | st.integers(0, item.options - 1)) for item in items}
    scores = set()
    for seed in (one, other):
        attempt = Attempt(questions=draw(items, settings=QuizSettings(), rng=Random(seed)))
        for question in attempt.questions:
            wanted = answers[question.version]
            if wanted is not None:
                token = next(shown.token for shown in question.options if shown.option == wanted)
                chosen = question.option(token)
                assert chosen is not None
                attempt = attempt.respond(question.number, chosen)
        scores.add(tally((question.chosen, frozenset({keys[question.version]})) for question in attempt.questions).score)
    assert scores == {sum(answers[version] == key for version, key in keys.items())}


def test_the_order_is_kept_where_the_settings_say_so() -> None:
    items = [Asked(version=ItemVersionId(place), options=4, ordered=False) for place in range(8)]
    kept = QuizSettings(shuffle_questions=False, shuffle_options=False)
    assert [one.version for one in draw(items, settings=kept, rng=Random(5))] == list(range(8))


def test_the_place_of_an_option_and_the_rank_of_its_token_tell_nothing() -> None:
    """Chi-square over 4,000 draws: for 3 degrees of freedom a value above 16.3 happens once in a thousand, the seed is fixed."""
    rng, items = Random(20260302), [Asked(version=ItemVersionId(1), options=4, ordered=False)]
    drawn = [draw(items, settings=QuizSettings(), rng=rng)[0].options for _ in range(4000)]
    places = Counter(next(place for place, one in enumerate(options) if one.option == 0) for options in drawn)
    ranks = Counter(sorted(one.token for one in options).index(next(one.token for one in options if one.option == 0)) for options in drawn)
    for counted in (places, ranks):
        assert sum((counted[place] - 1000) ** 2 / 1000 for place in range(4)) < 16.3


def test_the_same_chance_draws_the_same() -> None:
    items = [Asked(version=ItemVersionId(place), options=4, ordered=False) for place in range(5)]
    assert draw(items, settings=QuizSettings(), rng=Random(3)) == draw(items, settings=QuizSettings(), rng=Random(3))
    assert draw(items, settings=QuizSettings(), rng=Random(3)) != draw(items, settings=QuizSettings(), rng=Random(4))
