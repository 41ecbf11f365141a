"""How long a player has: the server's clock decides, with a stated grace."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.play.timing import GRACE, Per, Stretch, Timer, deadline, is_over, limit, seconds_left

START = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
timers = st.builds(Timer, per=st.sampled_from(Per), seconds=st.integers(1, 7200), stretch=st.sampled_from(Stretch))
owns = st.none() | st.sampled_from(Stretch)
spans = st.timedeltas(timedelta(0), timedelta(hours=8))


@pytest.mark.parametrize("seconds", [0, -1, 24 * 60 * 60 + 1])
def test_a_timer_has_a_length(seconds: int) -> None:
    with pytest.raises(ValueError, match="expected 1 to"):
        Timer(per=Per.QUIZ, seconds=seconds)


@pytest.mark.parametrize(("own", "seconds"), [(None, 20), (100, 20), (125, 25), (150, 30), (200, 40)])
def test_the_time_can_be_lengthened_for_one_player(own: int | None, seconds: int) -> None:
    timer = Timer(per=Per.QUESTION, seconds=20)
    assert limit(timer, None if own is None else Stretch(own)) == timedelta(seconds=seconds)


def test_the_time_can_be_lengthened_for_all_and_a_players_own_goes_first() -> None:
    timer = Timer(per=Per.QUESTION, seconds=20, stretch=Stretch.TWICE)
    assert limit(timer, None) == timedelta(seconds=40)
    assert limit(timer, Stretch.QUARTER_MORE) == timedelta(seconds=25)
    assert limit(timer, Stretch.UNTIMED) is None


def test_without_a_timer_there_is_no_end() -> None:
    assert deadline(None, Stretch.TWICE, started=START, shown=START) is None
    assert not is_over(None, now=START + timedelta(days=999))


@given(timers, owns, spans)
def test_a_questions_time_runs_from_when_it_was_first_shown_and_a_quizs_from_its_start(
    timer: Timer, own: Stretch | None, wait: timedelta
) -> None:
    allowed = limit(timer, own)
    until = deadline(timer, own, started=START, shown=START + wait)
    begin = START if timer.per is Per.QUIZ else START + wait
    assert until == (None if allowed is None else begin + allowed)
    if timer.per is Per.QUESTION:
        assert deadline(timer, own, started=START, shown=None) is None


@given(timers, owns, spans, spans)
def test_leaving_and_coming_back_gives_no_time_back(timer: Timer, own: Stretch | None, first: timedelta, more: timedelta) -> None:
    until = deadline(timer, own, started=START, shown=START)
    if until is not None:
        now, later = START + first, START + first + more
        assert seconds_left(until, now=later) <= seconds_left(until, now=now)
        assert not is_over(until, now=now) or is_over(until, now=later)


@given(timers, spans)
def test_more_time_is_never_less(timer: Timer, gone: timedelta) -> None:
    untils = [deadline(timer, own, started=START, shown=START) for own in Stretch if own is not Stretch.UNTIMED]
    overs = [is_over(until, now=START + gone) for until in untils]
    assert overs == sorted(overs, reverse=True)


@given(st.timedeltas(timedelta(-100), timedelta(100)))
def test_an_answer_counts_until_the_grace_is_over(offset: timedelta) -> None:
    assert is_over(START, now=START + offset) is (offset > GRACE)
    assert (seconds_left(START, now=START + offset) == 0) is (offset >= timedelta(0))


@pytest.mark.parametrize(("left", "said"), [(20.0, 20), (19.999, 20), (0.001, 1), (0.0, 0), (-5.0, 0)])
def test_a_begun_second_is_said_whole(left: float, said: int) -> None:
    assert seconds_left(START + timedelta(seconds=left), now=START) == said
