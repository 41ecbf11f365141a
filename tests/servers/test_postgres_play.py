"""On Postgres a quiz is played from start to end; what many do at once is stored once; tries and jobs are counted for all processes."""

import subprocess
import sys
import threading
from collections.abc import Callable
from datetime import timedelta
from random import Random

import pytest

from quizapp.questions.review import Move
from quizapp.services import jobs, outcomes, play, quizzes
from quizapp.services.database import Database
from quizapp.services.deciding import Actor, decide
from quizapp.services.errors import AnswerConflict, NotFound, TooOften
from quizapp.services.job_runs import work_waits
from quizapp.services.known import known
from quizapp.services.players import begin_visit
from quizapp.services.throttling import Pace, Turn, take_turns
from quizapp.storage.deciding import decisions_on
from quizapp.storage.tables.jobs import JobState
from services.balloon import NOW

TAKE = """
import sys
from pathlib import Path
from quizapp.services.database import open_database
from quizapp.services.job_runs import take_job
db = open_database(sys.argv[1], Path(sys.argv[2]))
print("ready", flush=True)
sys.stdin.readline()
while (run := take_job(db)) is not None:
    print(run.job, flush=True)
"""


def at_once(*acts: Callable[[], object]) -> list[BaseException | None]:
    """Do things in threads of their own at one moment; what each raised."""
    raised: list[BaseException | None] = [None] * len(acts)
    gate = threading.Barrier(len(acts))

    def run(place: int, act: Callable[[], object]) -> None:
        gate.wait()
        try:
            act()
        except Exception as error:
            raised[place] = error

    threads = [threading.Thread(target=run, args=one) for one in enumerate(acts)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    return raised


def test_a_quiz_is_played_from_start_to_end(db: Database, paul: int, sam: int, rng: Random) -> None:
    attempt = quizzes.start_attempt(db, player=paul, quiz="over-the-strait", now=NOW, rng=rng)
    answered = 0
    while (view := play.current_question(db, player=paul, attempt=attempt, now=NOW)) is not None:
        play.answer(db, player=paul, attempt=attempt, question=view.question, token=view.options[0].token, now=NOW)
        assert play.feedback(db, player=paul, attempt=attempt, question=view.question, now=NOW).chosen
        answered += 1
    results = outcomes.results(db, player=paul, attempt=attempt, now=NOW)
    assert results.progress.answered == results.progress.total == answered
    with pytest.raises(NotFound):
        outcomes.results(db, player=sam, attempt=attempt, now=NOW)


def test_of_two_answers_at_once_the_first_stands(db: Database, paul: int, rng: Random) -> None:
    attempt = quizzes.start_attempt(db, player=paul, quiz="over-the-strait", now=NOW, rng=rng)
    view = play.current_question(db, player=paul, attempt=attempt, now=NOW)
    assert view

    def send(place: int) -> Callable[[], object]:
        token = view.options[place].token
        return lambda: play.answer(db, player=paul, attempt=attempt, question=view.question, token=token, now=NOW)

    raised = at_once(send(0), send(1), send(2))
    assert sorted(type(one).__name__ for one in raised) == ["AnswerConflict", "AnswerConflict", "NoneType"]
    stands = play.feedback(db, player=paul, attempt=attempt, question=view.question, now=NOW).chosen
    told = {one.stands for one in raised if isinstance(one, AnswerConflict)}
    assert told == {stands}


def test_tries_at_once_are_all_counted(db: Database) -> None:
    turn = Turn(bucket="account:tess", pace=Pace(tries=5, every=timedelta(minutes=1)))
    raised = at_once(*[lambda: take_turns(db, [turn], now=NOW)] * 9)
    assert sum(one is None for one in raised) == 5
    assert sum(isinstance(one, TooOften) for one in raised) == 4


def test_processes_that_look_at_once_take_every_job_once(db: Database, paul: int, address: str, tmp_path: object) -> None:
    with db.writing() as connection:
        made = [jobs.submit_with(connection, kind="count", owner=paul, subject={"number": number}, now=NOW) for number in range(40)]
    command = [sys.executable, "-c", TAKE, address, str(tmp_path)]
    workers = [subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    for one in workers:
        assert one.stdout
        assert one.stdout.readline() == "ready\n"
    for one in workers:
        assert one.stdin
        one.stdin.write("go\n")
        one.stdin.flush()
    taken = [[int(line) for line in one.communicate(timeout=30)[0].split()] for one in workers]
    assert sorted(taken[0] + taken[1]) == made
    assert all(taken), "both had something to do"
    assert work_waits(db) == 0
    assert jobs.job(db, job=made[0], owner=paul).state is JobState.RUNNING


def test_of_two_decisions_at_once_one_counts_and_the_other_is_told(db: Database) -> None:
    with db.reading() as connection:
        library = known(db, connection)
    assert library
    one = next(iter(library.playable.values()))

    def retire(name: str) -> Callable[[], object]:
        actor = Actor(player=begin_visit(db, now=NOW, rng=Random(name)).visit.player, name=name)
        more = {"scope": library.head.id, "item": one.item, "version": one.row, "wanted": Move.RETIRE, "reason": "Twice the same."}
        return lambda: decide(db, **more, actor=actor, now=NOW)

    raised = at_once(retire("Rita"), retire("Ruth"))
    assert sorted(type(error).__name__ for error in raised) == ["Conflict", "NoneType"]
    with db.reading() as connection:
        assert len(decisions_on(connection, scope=library.head.id, version=one.row)) == 2
