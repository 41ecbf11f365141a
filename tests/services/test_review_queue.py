"""What stands in the queue and why, under which filters, and who has it open."""

from dataclasses import replace
from datetime import timedelta

import pytest

from quizapp.knowledge.rulings import Ruling, RulingKind
from quizapp.play.answers_chosen import find
from quizapp.play.reports import Outcome, Trouble
from quizapp.questions.item import CheckResult, State
from quizapp.questions.review import Move
from quizapp.services import reports, revising, rulings
from quizapp.services.database import Database
from quizapp.services.errors import Conflict, NotFound
from quizapp.services.library_articles import shelf
from quizapp.services.putting_back import put_back
from quizapp.services.review_acts import decide_and_go_on
from quizapp.services.review_filters import Filters, Sifted, Why
from quizapp.services.review_item import open_item
from quizapp.services.review_queue import count_waiting, looks_wrong, read_queue
from quizapp.services.ruled_away import ruled_away
from services.balloon import LATER, MORNING, NOW, TEXTS, make_world
from services.players import many_play
from services.playing import begin
from services.reviewing import GAS, PEOPLE, Desk, staff, waiting

SLUG = "the-gannet-rises-over-brack"
CLOSED = CheckResult(name="short", passed=False, detail="31 words.")


@pytest.fixture
def rita(db: Database) -> Desk:
    """Rita reviews."""
    return Desk(db=db, actor=staff(db, "Rita"))


def sifted(desk: Desk, **filters: str) -> Sifted:
    return read_queue(desk.db, filters=Filters(**filters), player=desk.actor.player, now=LATER)


def stems(found: Sifted) -> list[str]:
    return [entry.stored.value.stem for entry in found.entries]


def test_an_approved_bank_has_an_empty_queue(rita: Desk) -> None:
    assert stems(sifted(rita)) == []
    assert len(stems(sifted(rita, state="all"))) == 8


def test_candidates_wait_oldest_first(rita: Desk) -> None:
    waiting(rita.db)
    rita.edit(GAS, stem="How many litres of gas fit into the balloon Gannet?")
    found = sifted(rita)
    assert len(found.entries) == 8
    assert stems(found)[-1] == "How many litres of gas fit into the balloon Gannet?"
    assert {entry.whys for entry in found.entries} == {(Why.NEW,)}


def test_what_waited_on_an_article_leaves_the_queue_with_it_and_comes_back_with_it(rita: Desk) -> None:
    waiting(rita.db)
    before = stems(sifted(rita))
    revising.withdraw(rita.db, article=SLUG, reason="We may not print it.", actor=rita.actor, now=LATER)
    left = sifted(rita).entries
    assert 0 < len(left) < len(before)
    assert not [one for one in left if SLUG in one.articles]
    assert count_waiting(rita.db, now=LATER) == len(left)
    row = shelf(rita.db).withdrawn[0].row
    put_back(rita.db, article=row, reason="We may.", actor=rita.actor, now=LATER + timedelta(hours=1))
    assert set(before) <= set(stems(sifted(rita)))


def test_a_question_that_a_ruling_gave_leaves_the_queue_when_the_ruling_is_taken_back(rita: Desk) -> None:
    fact = next(one for one in rita.known().scope.facts if one.relation.key == "steered_by")
    two = Ruling(kind=RulingKind.DIFFERENT_NAME, reason="Two sisters.", names=("Lena Ostrov", "Lena Ostrow"))
    before = stems(sifted(rita))
    made = rulings.make_ruling(rita.db, ruling=two, actor=rita.actor, now=LATER)
    new = {one.item.stem for one in made.effect.new if one.item.fact == fact.id}
    assert new <= set(stems(sifted(rita)))
    rulings.withdraw_ruling(rita.db, ruling=made.row, reason="One after all.", actor=rita.actor, now=LATER + timedelta(hours=1))
    assert new
    assert stems(sifted(rita)) == before
    with rita.db.reading() as connection:
        assert ruled_away(connection, rita.scope) == {one.item.id for one in made.effect.new}
    again = rulings.make_ruling(rita.db, ruling=two, actor=rita.actor, now=LATER + timedelta(hours=2))
    assert new <= set(stems(sifted(rita)))
    assert not again.effect.new


@pytest.mark.parametrize(
    ("filters", "left"),
    [
        ({"kind": "who"}, 3),
        ({"kind": "compare"}, 2),
        ({"verdict": "disputed"}, 3),
        ({"check": "short"}, 1),
        ({"why": "new"}, 8),
        ({"why": "reported"}, 0),
        ({"state": "approved"}, 0),
        ({"kind": "who", "verdict": "disputed"}, 0),
    ],
)
def test_every_filter_leaves_what_it_says_and_its_count_said_so_before(rita: Desk, filters: dict[str, str], left: int) -> None:
    waiting(rita.db, failed=(CLOSED,))
    found = sifted(rita, **filters)
    assert len(found.entries) == left
    for name, value in filters.items():
        others = {key: word for key, word in filters.items() if key != name}
        assert sifted(rita, **others).counts[name].get(value, 0) == left


def test_a_reported_question_comes_to_the_queue_and_leaves_it_when_the_report_is_settled(rita: Desk, paul: int) -> None:
    game = begin(rita.db, paul)
    asked = game.current()
    game.answer_right(asked)
    reports.report(
        rita.db, player=paul, attempt=game.attempt, question=asked.question, trouble=Trouble.TYPO, words="", address="192.0.2.1", now=NOW
    )
    assert stems(sifted(rita, why="reported")) == [asked.stem]
    (one,) = reports.open_reports(rita.db)
    reports.decide(
        rita.db, report=one.row, outcome=Outcome.STANDS, answer="It is right.", reviewer="Rita", reviewer_id=rita.actor.player, now=LATER
    )
    assert stems(sifted(rita)) == []


def test_what_an_article_no_longer_says_comes_back_with_its_reason(rita: Desk) -> None:
    rita.decide(GAS, Move.RETIRE, "wait")
    rita.decide(GAS, Move.UNDO)
    texts = {name: text for name, (text, _) in TEXTS.items()} | {"morning.txt": MORNING.replace("rises", "soars")}
    changed = make_world(texts)
    replace(changed, candidates=tuple(one for one in changed.candidates if not one.item.stem.startswith(GAS)), quizzes=()).load(
        rita.db, digest="corrected"
    )
    (entry,) = sifted(rita, why="changed").entries
    assert entry.stored.value.stem.startswith(GAS)
    assert entry.stored.state is State.CANDIDATE


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("strong", False),
        ("weak", True),
        ("nobody who is strong", True),
    ],
)
def test_numbers_that_look_wrong(right: str, wrong: bool) -> None:
    rest = [float(number) for number in range(12)]
    marks = {"strong": [number > 5 for number in range(12)], "weak": [number < 6 for number in range(12)]}
    chosen = [0 if mark else 1 for mark in marks.get(right, [False] * 12)]
    assert looks_wrong(find(chosen, rest, options=4, right=frozenset({0}))) is wrong


def test_few_players_say_nothing() -> None:
    assert not looks_wrong(find([1, 1, 0], [3.0, 2.0, 1.0], options=4, right=frozenset({0})))


def test_a_question_that_strong_players_miss_comes_to_the_queue(rita: Desk) -> None:
    many_play(rita.db, GAS)
    (entry,) = sifted(rita, why="numbers").entries
    assert entry.stored.value.stem.startswith(GAS)


def test_an_open_question_is_taken_for_ten_minutes_and_let_go_with_the_decision(rita: Desk) -> None:
    waiting(rita.db)
    ada = Desk(db=rita.db, actor=staff(rita.db, "Ada"))
    first = sifted(rita).entries[0].stored
    view = open_item(rita.db, item=first.item, filters=Filters(), actor=rita.actor, now=LATER)
    assert view.holder == ""
    assert sifted(ada).entries[0].holder == "Rita"
    assert sifted(rita).entries[0].holder == ""
    late = LATER + timedelta(minutes=11)
    assert read_queue(rita.db, filters=Filters(), player=ada.actor.player, now=late).entries[0].holder == ""
    went = decide_and_go_on(
        rita.db, item=first.item, version=first.row, wanted=Move.APPROVE, reason="", filters=Filters(), actor=rita.actor, now=LATER
    )
    holders = {entry.stored.item: entry.holder for entry in sifted(ada).entries}
    assert {item for item, holder in holders.items() if holder} == {went.next}


def test_who_opens_another_question_lets_go_of_the_first(rita: Desk) -> None:
    waiting(rita.db)
    ada = Desk(db=rita.db, actor=staff(rita.db, "Ada"))
    one, other = (rita.item(stem).item for stem in (GAS, PEOPLE))
    for item in (one, other):
        open_item(rita.db, item=item, filters=Filters(), actor=rita.actor, now=LATER)
    assert {entry.stored.item for entry in sifted(ada).entries if entry.holder} == {other}


def test_a_decision_that_fails_keeps_the_question_with_who_has_it(rita: Desk) -> None:
    waiting(rita.db)
    one = rita.item(GAS)
    open_item(rita.db, item=one.item, filters=Filters(), actor=rita.actor, now=LATER)
    ada = Desk(db=rita.db, actor=staff(rita.db, "Ada"))
    with pytest.raises(Conflict):
        decide_and_go_on(
            rita.db, item=one.item, version=one.row, wanted=Move.RETIRE, reason="x", filters=Filters(), actor=rita.actor, now=LATER
        )
    assert {entry.holder for entry in sifted(ada).entries if entry.stored.item == one.item} == {"Rita"}


def test_questions_on_the_same_fact_stand_beside_each_other(rita: Desk) -> None:
    stem = "One article says that the Gannet flew 6 hours."
    view = open_item(rita.db, item=rita.item(stem).item, filters=Filters(state="all"), actor=rita.actor, now=LATER)
    assert {one.same_fact for one in view.neighbours} == {True}
    assert len(view.neighbours) == 2
    assert len(view.sides) == 2


def test_an_unknown_question_and_an_empty_library(rita: Desk, bare: Database) -> None:
    with pytest.raises(NotFound):
        open_item(rita.db, item="nothing", filters=Filters(), actor=rita.actor, now=LATER)
    assert count_waiting(bare, now=NOW) == 0
    assert read_queue(bare, filters=Filters(), player=1, now=NOW).entries == ()


def test_the_count_is_that_of_the_queue(rita: Desk) -> None:
    waiting(rita.db)
    assert count_waiting(rita.db, now=LATER) == 8
