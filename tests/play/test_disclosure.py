"""What may be told when: nothing before an answer, nothing before its time."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.play.disclosure import Feedback, may_tell
from quizapp.play.quiz import QuizSettings
from quizapp.play.timing import Per, Timer

CLOSES = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
BEFORE, AFTER = CLOSES - timedelta(seconds=1), CLOSES + timedelta(seconds=1)


@given(st.sampled_from(Feedback), st.sampled_from([BEFORE, CLOSES, AFTER]))
def test_an_open_question_is_never_told(policy: Feedback, now: datetime) -> None:
    assert not may_tell(policy, answered=False, finished=False, closes_at=CLOSES, now=now)


@pytest.mark.parametrize(
    ("policy", "finished", "now", "told"),
    [
        (Feedback.EACH, False, BEFORE, True),
        (Feedback.EACH, True, BEFORE, True),
        (Feedback.END, False, AFTER, False),
        (Feedback.END, True, BEFORE, True),
        (Feedback.CLOSING, True, BEFORE, False),
        (Feedback.CLOSING, True, CLOSES, True),
        (Feedback.CLOSING, False, AFTER, False),
    ],
)
def test_an_answer_is_told_when_the_policy_says_so(policy: Feedback, *, finished: bool, now: datetime, told: bool) -> None:
    assert may_tell(policy, answered=True, finished=finished, closes_at=CLOSES, now=now) is told


@given(st.sampled_from(Feedback), st.booleans(), st.booleans(), st.integers(-9999, 9999), st.integers(0, 9999))
def test_what_was_told_once_stays_told(policy: Feedback, answered: bool, finished: bool, now: int, later: int) -> None:
    def told(seconds: int, *, done: bool) -> bool:
        at = CLOSES + timedelta(seconds=seconds)
        return may_tell(policy, answered=answered or done, finished=finished or done, closes_at=CLOSES, now=at)

    assert not told(now, done=False) or (told(now + later, done=False) and told(now + later, done=True))


def test_settings_that_could_never_be_kept_are_refused() -> None:
    with pytest.raises(ValueError, match="never closes"):
        QuizSettings(feedback=Feedback.CLOSING)
    with pytest.raises(ValueError, match="without a zone"):
        QuizSettings(closes_at=CLOSES.replace(tzinfo=None))
    with pytest.raises(ValueError, match="needs a timer"):
        QuizSettings(speed_bonus=True)
    assert QuizSettings(speed_bonus=True, timer=Timer(per=Per.QUIZ, seconds=60)).speed_bonus
