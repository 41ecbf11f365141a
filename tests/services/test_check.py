"""The check proves every question again and names the place of whatever does not hold, in values as in the database."""

from dataclasses import replace

import pytest
from sqlalchemy import text

from quizapp.questions.item import Candidate, State
from quizapp.services.check import Problem, check_bank, check_values
from quizapp.services.database import Database
from services.balloon import MORNING, World


def tamper(db: Database, statement: str) -> None:
    with db.writing() as connection:
        assert connection.execute(text(statement)).rowcount > 0


def told(problems: tuple[Problem, ...]) -> str:
    return "\n".join(f"{one.place}: {one.what}" for one in problems)


def values(world: World, **changes: object) -> tuple[Problem, ...]:
    parts = {"scope": world.scope, "candidates": world.candidates, "quizzes": world.quizzes, "decisions": world.decisions}
    return check_values(**(parts | changes))  # type: ignore[arg-type]


def test_a_sound_library_has_no_problem(db: Database, bare: Database, balloon: World) -> None:
    assert check_bank(db) == ()
    assert check_bank(bare) == ()
    assert values(balloon) == ()


def test_one_changed_character_of_an_article_is_found(db: Database, balloon: World) -> None:
    changed = balloon.articles | {"morning.txt": replace(balloon.articles["morning.txt"], text=MORNING.replace("420", "421"))}
    in_values = told(values(balloon, scope=replace(balloon.scope, articles=changed)))
    tamper(db, "UPDATE revision SET text = replace(text, '420', '421')")
    in_database = told(check_bank(db))
    for found in (in_values, in_database):
        assert "morning.txt" in found
        assert "“carries 420 litres of gas” does not stand there any more" in found
        assert "claims rest on another revision of this text" in found
        assert "Lena" not in found.split("question ")[0]
    assert "evening.txt" not in in_database.split("question ")[0]
    assert "its digest differs" in in_database


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("UPDATE claim SET quote = replace(quote, '420', '421') WHERE quote LIKE '%420%'", "421 litres"),
        ('UPDATE claim SET start = start + 1, "end" = "end" + 1 WHERE quote LIKE \'%420%\'', "420 litres"),
        ("UPDATE item_evidence SET quote = replace(quote, '420', '421') WHERE quote LIKE '%420%'", "quote in article"),
        ("UPDATE item_version SET key = 0 WHERE stem LIKE 'How much gas%'", "key proved"),
        ("UPDATE item_version SET options = replace(options, '420', '425')", "No passage shown says"),
        ("UPDATE item_version SET options = replace(options, 'Hugo Brandt', 'Piet Mäas')", "options differ"),
        ("UPDATE item_version SET stem = stem || ' ' WHERE stem LIKE 'How much gas%'", "other words than these"),
        ("UPDATE decision SET content = 'x'", "other words than these"),
    ],
)
def test_one_changed_cell_of_the_bank_is_found(db: Database, statement: str, words: str) -> None:
    tamper(db, statement)
    problems = check_bank(db)
    assert problems
    assert any(word in told(problems) for word in words.split("|"))


def test_an_approved_item_with_a_closed_gate_is_a_problem_unless_a_reason_opens_it(balloon: World) -> None:
    long = _with_explanation(balloon, "The Gannet holds 420 litres of gas, and so does option B.")
    item = next(one.item for one in long.candidates if one.item.stem.startswith("How much gas"))
    found = values(long, decisions=())
    assert [problem.place for problem in found] == [f"question {item.id} (“{item.stem}”)"] * len(found)
    assert "letters" in told(found)
    opened = tuple(
        replace(one, content=item.content, reason="The letter is part of a name.") if one.item == item.id else one for one in long.decisions
    )
    assert values(long, decisions=opened) == ()


def test_no_reason_opens_an_absolute_rule(balloon: World) -> None:
    wrong = tuple(
        replace(one, item=replace(one.item, key=0)) if one.item.stem.startswith("How much gas") else one for one in balloon.candidates
    )
    item = next(one.item for one in wrong if one.item.stem.startswith("How much gas"))
    opened = tuple(replace(one, content=item.content, reason="I like it.") if one.item == item.id else one for one in balloon.decisions)
    assert "key proved" in told(values(balloon, candidates=wrong, decisions=opened))


def test_candidates_that_nobody_approved_may_fail(balloon: World) -> None:
    wrong = tuple(replace(one, item=replace(one.item, key=0), state=State.CANDIDATE) for one in balloon.candidates)
    assert values(balloon, candidates=wrong, quizzes=(), decisions=()) == ()


def test_a_decision_on_other_words_has_lapsed_and_is_named(balloon: World) -> None:
    lapsed = (replace(balloon.decisions[0], content="other"),)
    assert told(values(balloon, decisions=lapsed)).startswith(f"decision on {lapsed[0].item}: ")


def test_a_quiz_may_ask_only_what_is_approved_one_a_fact_and_nothing_given_away(balloon: World) -> None:
    waiting = tuple(replace(one, state=State.CANDIDATE) for one in balloon.candidates)
    assert "which is not approved" in told(values(balloon, candidates=waiting, decisions=()))
    twice = (replace(balloon.quizzes[0], items=tuple(balloon.items("flight_time"))),)
    assert "ask about the same fact" in told(values(balloon, quizzes=twice))
    giving = tuple(_telling(one) for one in balloon.candidates)
    asking = [one.item.id for one in giving if one.item.stem.startswith(("Who rode out", "How much gas"))]
    quiz = replace(balloon.quizzes[0], items=tuple(asking))
    assert "tells the answer to “How much gas" in told(values(balloon, candidates=giving, quizzes=(quiz,), decisions=()))


def _telling(one: Candidate) -> Candidate:
    if not one.item.stem.startswith("Who rode out"):
        return one
    return replace(one, item=replace(one.item, stem=f"{one.item.stem[:-1]}, which can hold 420 litres of gas?"))


def _with_explanation(world: World, explanation: str) -> World:
    changed = tuple(
        replace(one, item=replace(one.item, explanation=explanation)) if one.item.stem.startswith("How much gas") else one
        for one in world.candidates
    )
    return replace(world, candidates=changed)
