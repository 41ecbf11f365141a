"""A school to look at, made by the same acts as people's: Tess teaches with an article of her own, Rita reviews, a class has played."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from typing import Final

from quizapp.play.quiz import QuizSettings
from quizapp.play.reports import Trouble
from quizapp.questions.item import Item, State
from quizapp.questions.review import Move
from quizapp.services import assignments, beginning, classes, entering, own_articles, play, quizzes, reports
from quizapp.services.account_acts import Browser
from quizapp.services.accounts import create_account
from quizapp.services.database import Database
from quizapp.services.deciding import Actor, decide
from quizapp.services.job_runs import work_off
from quizapp.services.own_articles import Form, Given, Rights
from quizapp.services.own_articles_sharing import share
from quizapp.services.own_quizzes_editing import make_ten, publish
from quizapp.services.own_scope import known_to
from quizapp.services.passwords import Passwords
from quizapp.services.running import load
from quizapp.services.teachers import player_named
from quizapp.storage.assignments import Terms
from quizapp.storage.tables.accounts import Role

PASSWORD: Final = "every answer shows its proof"  # noqa: S105 - of a school without secrets, printed at its start
PEOPLE: Final = {"Tess": Role.TEACHER, "Rita": Role.ADMIN, "Paul": Role.PLAYER}
ARTICLE: Final = Path(__file__).with_name("demo_article.txt")
PUPILS: Final = {
    "Ada": 0.95, "Bela": 0.9, "Cem": 0.85, "Dora": 0.8, "Emil": 0.75, "Fay": 0.7,
    "Gus": 0.6, "Hana": 0.55, "Ivo": 0.5, "Juno": 0.4, "Kai": 0.35, "Lou": 0.25,
}  # fmt: skip
"""Names of the class, and how often each is right."""
ABSENT: Final = ("Mia", "Noor")
_HERE: Final = Browser(address="127.0.0.1", visit="")
_NOT_A_PLACE: Final = "The question takes a ship for a place."


@dataclass(kw_only=True)
class Demo:
    """The school while it is made; its clock goes on from act to act."""

    db: Database
    rng: Random
    now: datetime
    passwords: Passwords = field(default_factory=Passwords)

    def later(self, **by: float) -> datetime:
        """The time, moved on."""
        self.now += timedelta(**by)
        return self.now

    def actor(self, name: str) -> Actor:
        """Somebody with an account."""
        return Actor(player=player_named(self.db, name=name), name=name)


def make_demo(db: Database, *, now: datetime, rng: Random) -> str:
    """Fill a database in which the library is loaded; the code of the quiz that the class has. Raises ServiceError when a step fails."""
    demo = Demo(db=db, rng=rng, now=now - timedelta(days=2))
    for name, role in PEOPLE.items():
        create_account(db, name=name, password=PASSWORD, role=role, passwords=demo.passwords, now=demo.later(minutes=1))
    article = _bring_article(demo)
    _decide_on_questions(demo)
    code = _give_quiz(demo, article)
    _play_in_class(demo, code)
    _report_a_problem(demo)
    share(db, owner=demo.actor("Tess").player, slug=article, actor=demo.actor("Tess"), now=demo.later(minutes=1))
    return code


def _bring_article(demo: Demo) -> str:
    text = ARTICLE.read_text(encoding="utf-8")
    given = Given(
        title=text.splitlines()[0],
        date="2024-05-12",
        source="Written for this demonstration",
        link="",
        rights=Rights.OWN_WORK.value,
        rights_note="",
        text=text,
        form=Form.TXT,
    )
    slug = own_articles.add_article(demo.db, owner=demo.actor("Tess").player, given=given, now=demo.later(minutes=1))
    work_off(demo.db, clock=lambda: demo.later(seconds=1))
    return slug


def _decide_on_questions(demo: Demo) -> None:
    tess = demo.actor("Tess")
    with demo.db.reading() as connection:
        known = known_to(demo.db, connection, owner=tess.player)
    for one in known.bank:
        if one.state is State.CANDIDATE and all(check.passed for check in one.checks):
            wanted, reason = _judged(one.value)
            now = demo.later(seconds=20)
            decide(demo.db, scope=known.head.id, item=one.item, version=one.row, wanted=wanted, reason=reason, actor=tess, now=now)


def _judged(item: Item) -> tuple[Move, str]:
    if item.stem.startswith("Which place"):
        return Move.REJECT, _NOT_A_PLACE
    return Move.APPROVE, ""


def _give_quiz(demo: Demo, article: str) -> str:
    db, tess = demo.db, demo.actor("Tess")
    quiz = make_ten(db, owner=tess.player, article=article, now=demo.later(minutes=2), rng=demo.rng)
    publish(db, actor=tess, quiz=quiz, now=demo.later(minutes=2))
    names = "\n".join((*PUPILS, *ABSENT))
    row = classes.make_class(db, actor=tess, title="History 8b", names=names, now=demo.later(minutes=2))
    terms = Terms(settings=QuizSettings())
    given = assignments.give(db, actor=tess, quiz=quiz, class_row=row, terms=terms, now=demo.later(minutes=1), rng=demo.rng)
    return assignments.show_assignment(db, owner=tess.player, row=given, now=demo.now).given.code


def _play_in_class(demo: Demo, code: str) -> None:
    door = entering.door(demo.db, code=code, player=None, address=_HERE.address, now=demo.later(hours=16))
    seats = {seat.name: seat.student for seat in door.seats}
    for name, strength in PUPILS.items():
        entered = entering.take_name(demo.db, code=code, student=seats[name], browser=_HERE, now=demo.later(seconds=20), rng=demo.rng)
        player = entered.visit.visit.player
        attempt = beginning.begin(demo.db, code=code, player=player, now=demo.later(seconds=5), rng=demo.rng)
        last = name == list(PUPILS)[-1]
        for question in _answered(demo, player, attempt, strength):
            if last and int(question) >= 4:
                break


def _answered(demo: Demo, player: int, attempt: str, strength: float) -> Iterator[str]:
    """Answer question after question, rightly as often as this player is strong; each question once it is answered."""
    while (view := play.current_question(demo.db, player=player, attempt=attempt, now=demo.later())) is not None:
        token = _choice(demo, player, attempt, view.question, strength)
        play.answer(demo.db, player=player, attempt=attempt, question=view.question, token=token, now=demo.later(seconds=8))
        yield view.question


def _choice(demo: Demo, player: int, attempt: str, question: str, strength: float) -> str:
    with demo.db.reading() as connection:
        mine = load(connection, player, attempt)
    asked = next(one for one in mine.value.questions if str(one.number) == question)
    right = mine.right[asked.number]
    wanted = demo.rng.random() < strength
    return demo.rng.choice([option.token for option in asked.options if (option.option in right) is wanted])


def _report_a_problem(demo: Demo) -> None:
    db, paul = demo.db, demo.actor("Paul").player
    at = demo.later(hours=1)
    attempt = quizzes.start_attempt(db, player=paul, quiz=quizzes.featured(db, now=at)[0].slug, now=at, rng=demo.rng)
    first, *_ = list(_answered(demo, paul, attempt, 0.7))
    words = "I was not sure what exactly is asked here."
    now = demo.later(minutes=1)
    reports.report(db, player=paul, attempt=attempt, question=first, trouble=Trouble.UNCLEAR, words=words, address=_HERE.address, now=now)
