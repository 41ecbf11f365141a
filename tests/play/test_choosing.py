"""Choosing from the bank: unseen first, one a fact, nothing given away."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from itertools import combinations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.play.choosing import Choice, choose, gives_away
from quizapp.play.quiz import ItemVersionId

LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)


def choice(place: int, *, fact: str = "", stem: str = "", answer: str = "", difficulty: float = 0.5) -> Choice:
    return Choice(
        version=ItemVersionId(place),
        item=f"item{place:03}",
        fact=fact or f"fact{place}",
        stem=stem or f"Which is number {place * 7}?",
        answer=answer or f"answer-{place}x",
        difficulty=difficulty,
    )


BANKS = st.lists(
    st.tuples(st.integers(0, 8), st.sampled_from("abcdef"), st.sampled_from("abcdef"), st.floats(0, 1)), max_size=25, unique_by=repr
).map(
    lambda rows: [
        choice(n, fact=f"f{fact}", stem=f"Where is {stem}?", answer=answer, difficulty=hard)
        for n, (fact, stem, answer, hard) in enumerate(rows)
    ]
)


@given(BANKS, st.integers(1, 12), st.integers(), st.data())
def test_questions_are_chosen_once_one_a_fact_and_none_gives_another_away(
    bank: list[Choice], count: int, seed: int, data: st.DataObject
) -> None:
    seen = {one.item: LONG_AGO for one in data.draw(st.lists(st.sampled_from(bank)))} if bank else {}
    chosen = choose(bank, seen=seen, count=count, rng=Random(seed))
    assert len(chosen) <= count
    assert max(Counter(one.fact for one in chosen).values(), default=1) == 1
    for one, other in combinations(chosen, 2):
        assert not gives_away(one.stem, other.stem, other.answer)
        assert not gives_away(other.stem, one.stem, one.answer)


@given(st.integers(0, 20), st.integers())
def test_unseen_questions_come_first_then_those_seen_longest_ago(unseen: int, seed: int) -> None:
    bank = [choice(place) for place in range(20)]
    seen = {one.item: LONG_AGO + timedelta(days=place) for place, one in enumerate(bank[unseen:])}
    chosen = choose(bank, seen=seen, count=10, rng=Random(seed))
    new = [one for one in chosen if one.item not in seen]
    assert len(new) == min(10, unseen)
    assert [one.item for one in chosen[len(new) :]] == [one.item for one in bank[unseen:]][: 10 - len(new)]


def test_easy_and_hard_questions_are_mixed() -> None:
    bank = [choice(place, difficulty=place / 30) for place in range(30)]
    chosen = choose(bank, seen={}, count=9, rng=Random(4))
    assert Counter(int(one.difficulty * 3) for one in chosen) == {0: 3, 1: 3, 2: 3}


ASKED = "Who flew up to the station with the film crew?"


@pytest.mark.parametrize(
    ("telling", "answer", "expected"),
    [
        ("How long did Anton Shkaplerov, who flew up to the station with the film crew, stay?", "Anton Shkaplerov", True),
        ("How long did ANTON  SHKAPLEROV’s film crew fly, once flown up to the station?", "Anton Shkaplerov", True),
        ("Which book did Anton Shkaplerov write?", "Anton Shkaplerov", False),
        ("Which film crew flew up to the station with Antonia Shkaplerova?", "Anton Shkaplerov", False),
        (ASKED, "…", False),
    ],
)
def test_a_stem_gives_an_answer_away_when_it_holds_it_beside_what_is_asked(telling: str, answer: str, expected: bool) -> None:
    assert gives_away(telling, ASKED, answer) is expected
