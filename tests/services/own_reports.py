"""A question in Tess's own words, played by Paul in a quiz by link and reported by him."""

from datetime import datetime
from random import Random

from quizapp.play.reports import Trouble
from quizapp.questions.review import Move
from quizapp.services import assignments, beginning, play, reports
from quizapp.services import candidates_asking as asking
from quizapp.services import candidates_deciding as deciding
from quizapp.services import own_quizzes_editing as editing
from quizapp.services.candidates import offers_on
from quizapp.services.candidates_asking import Written
from quizapp.services.database import Database
from quizapp.services.deciding import Actor
from quizapp.services.own_quizzes import make_quiz
from services.classroom import terms
from services.own_article import TEXT, add

STEM = "Who built the new wheel of the mill at Orrin?"
WORDS = "It was Tom, I was there."


def own_quiz(db: Database, tess: Actor, *, now: datetime) -> str:
    """Tess's article and a published quiz of the one question that she wrote about it."""
    article, words = add(db, tess.player, now=now), "Mira Holt built the new wheel"
    start = TEXT.index(words)
    written = Written(stem=STEM, key="Mira Holt", wrong=("Tom Ray", "Ada Quill", "Vera Lund"), explanation="")
    asking.keep_written(db, slug=article, start=start, end=start + len(words), written=written, actor=tess, now=now)
    (offer,) = offers_on(db, owner=tess.player, slug=article).all
    deciding.decide_on(
        db, slug=article, item=offer.item, version=offer.version, wanted=Move.APPROVE, reason="I know it.", actor=tess, now=now
    )
    quiz = make_quiz(db, owner=tess.player, title="The mill", now=now, rng=Random(1))
    (version,) = (one.version for one in offers_on(db, owner=tess.player, slug=article).all)
    editing.add_question(db, owner=tess.player, quiz=quiz, question=version, now=now)
    editing.publish(db, actor=tess, quiz=quiz, now=now)
    return quiz


def report_one(db: Database, tess: Actor, paul: int, *, now: datetime) -> None:
    """Paul plays it by link and reports its question."""
    quiz = own_quiz(db, tess, now=now)
    row = assignments.give(db, actor=tess, quiz=quiz, class_row=None, terms=terms(), now=now, rng=Random(2))
    code = assignments.show_assignment(db, owner=tess.player, row=row, now=now).given.code
    attempt = beginning.begin(db, code=code, player=paul, nickname="Paul", now=now, rng=Random(3))
    view = play.current_question(db, player=paul, attempt=attempt, now=now)
    assert view
    play.answer(db, player=paul, attempt=attempt, question=view.question, token=view.options[0].token, now=now)
    reports.report(
        db, player=paul, attempt=attempt, question=view.question, trouble=Trouble.WRONG, words=WORDS, address="192.0.2.7", now=now
    )
