"""A visit belongs to a player until it ends; its token is kept nowhere but in the cookie."""

from random import Random

import pytest

from quizapp.services.database import Database
from quizapp.services.players import Visit, begin_visit, end_visit, find_visit
from services.balloon import LATER, NOW
from services.playing import dump


def test_a_visit_is_found_by_its_token(db: Database, rng: Random) -> None:
    begun = begin_visit(db, now=NOW, rng=rng)
    other = begin_visit(db, now=NOW, rng=rng)
    assert find_visit(db, begun.token) == begun.visit == Visit(player=begun.visit.player, guest=True)
    assert other.visit.player != begun.visit.player
    assert other.token != begun.token


def test_a_visit_that_ended_is_not_found_and_others_stay(db: Database, rng: Random) -> None:
    begun, other = begin_visit(db, now=NOW, rng=rng), begin_visit(db, now=NOW, rng=rng)
    end_visit(db, begun.token, now=LATER)
    assert find_visit(db, begun.token) is None
    assert find_visit(db, other.token) == other.visit
    end_visit(db, begun.token, now=LATER)
    end_visit(db, "never begun", now=LATER)


def test_a_visit_ends_even_when_the_clock_went_back(db: Database, rng: Random) -> None:
    begun = begin_visit(db, now=LATER, rng=rng)
    end_visit(db, begun.token, now=NOW)
    assert find_visit(db, begun.token) is None


@pytest.mark.parametrize("token", ["", "x", "x" * 101, "x" * 10_000, "\ud800", "a b", "%00"])
def test_what_is_no_token_finds_nobody(db: Database, token: str) -> None:
    assert find_visit(db, token) is None


def test_the_token_does_not_stand_in_the_database(db: Database, rng: Random) -> None:
    begun = begin_visit(db, now=NOW, rng=rng)
    assert len(begun.token) >= 43
    assert not [line for line in dump(db) if begun.token in line]
