"""The overview: agreement of two who judged one question, and work week by week."""

from datetime import timedelta

import pytest

from quizapp.questions.item import State
from quizapp.questions.review import Move
from quizapp.services.database import Database
from quizapp.services.review_acts import answer_blind
from quizapp.services.review_overview import Agreement, Overview, agreement_of_decisions, overview
from quizapp.storage.review_work import Work
from services.balloon import LATER
from services.reviewing import GAS, PEOPLE, Desk, staff, waiting


def work(version: int, actor: str, move: Move, state: State) -> Work:
    return Work(version=version, actor=actor, move=move, state=state, at=LATER)


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        ([], Agreement(agreed=0, of=0)),
        ([work(1, "Rita", Move.APPROVE, State.APPROVED), work(2, "Ada", Move.APPROVE, State.APPROVED)], Agreement(agreed=0, of=0)),
        ([work(1, "Rita", Move.APPROVE, State.APPROVED), work(1, "Ada", Move.RETIRE, State.RETIRED)], Agreement(agreed=0, of=1)),
        ([work(1, "Rita", Move.APPROVE, State.APPROVED), work(1, "Ada", Move.APPROVE, State.APPROVED)], Agreement(agreed=1, of=1)),
        (
            [
                work(1, "Rita", Move.REJECT, State.REJECTED),
                work(1, "Rita", Move.UNDO, State.CANDIDATE),
                work(1, "Ada", Move.APPROVE, State.APPROVED),
            ],
            Agreement(agreed=0, of=0),
        ),
    ],
)
def test_two_agree_when_their_last_words_are_the_same(made: list[Work], expected: Agreement) -> None:
    assert agreement_of_decisions(made) == expected


def seen(desk: Desk, *, weeks: int = 0) -> Overview:
    found = overview(desk.db, player=desk.actor.player, now=LATER + timedelta(weeks=weeks))
    assert found is not None
    return found


def test_decisions_count_in_their_week_and_answers_before_seeing_for_agreement(db: Database) -> None:
    waiting(db)
    rita, ada = (Desk(db=db, actor=staff(db, name)) for name in ("Rita", "Ada"))
    rita.decide(GAS, Move.APPROVE)
    ada.decide(PEOPLE, Move.REJECT, "too easy")
    one = rita.item(PEOPLE)
    for desk, chosen in ((rita, one.value.key), (ada, one.value.key), (ada, 0)):
        answer_blind(db, item=one.item, version=one.row, chosen=chosen, actor=desk.actor, now=LATER)
    found = seen(rita)
    assert dict(found.states) == {"candidate": 6, "approved": 1, "rejected": 1}
    assert found.weeks[-1][1:] == (2, 1)
    assert seen(rita, weeks=1).weeks[-2][1:] == (2, 1)
    assert found.blind == Agreement(agreed=1, of=1)
    assert found.reviewers == (("Rita", 1), ("Ada", 1))
    assert dict(found.ages)["under a day"] == 6
    assert dict(seen(rita, weeks=1).ages)["under a month"] == 6


def test_an_empty_database_has_no_overview(bare: Database) -> None:
    assert overview(bare, player=1, now=LATER) is None
