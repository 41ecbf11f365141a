"""Tess teaches 7b; Mina, Noor and Otto are in it. What their browsers do."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random

from quizapp.play.quiz import QuizSettings
from quizapp.services import assignments, beginning, classes, entering, play
from quizapp.services.account_acts import Browser
from quizapp.services.database import Database
from quizapp.services.deciding import Actor
from quizapp.services.entering import Door, Entered
from quizapp.storage.assignments import Terms
from services.balloon import NOW
from services.playing import Game, key_of

NAMES = "Mina\nNoor\nOtto"
QUIZ = "over-the-strait"
SOON = NOW + timedelta(minutes=1)


def terms(*, closed_book: bool = False, **settings: object) -> Terms:
    """Terms with these settings, one try unless they say otherwise."""
    return Terms(settings=QuizSettings(**{"attempts": 1, **settings}), closed_book=closed_book)  # type: ignore[arg-type]


@dataclass(frozen=True, kw_only=True)
class Room:
    """A teacher with a class."""

    db: Database
    teacher: Actor
    rng: Random = field(default_factory=lambda: Random(11))

    def make_class(self, title: str = "7b", names: str = NAMES) -> int:
        """A class."""
        return classes.make_class(self.db, actor=self.teacher, title=title, names=names, now=NOW)

    def student(self, row: int, name: str) -> int:
        """The number of a name in a class."""
        view = classes.show_class(self.db, owner=self.teacher.player, row=row)
        return next(one.row for one in view.students if one.name == name)

    def give(self, row: int | None, *, quiz: str = QUIZ, given: Terms | None = None) -> str:
        """Give the quiz; its code."""
        made = assignments.give(self.db, actor=self.teacher, quiz=quiz, class_row=row, terms=given or terms(), now=NOW, rng=self.rng)
        return assignments.show_assignment(self.db, owner=self.teacher.player, row=made, now=NOW).given.code

    def number(self, code: str) -> int:
        """The number of the assignment with this code."""
        found = assignments.my_assignments(self.db, owner=self.teacher.player, now=NOW)
        return next(one.row for one, _ in found if one.code == code)

    def door(self, code: str, player: int | None = None, *, now: datetime = SOON) -> Door:
        """What a visitor sees."""
        return entering.door(self.db, code=code, player=player, address="192.0.2.7", now=now)

    def take(self, code: str, name: str, *, now: datetime = SOON) -> Entered:
        """Pick a free name."""
        seat = next(one for one in self.door(code, now=now).seats if one.name == name)
        browser = Browser(address="192.0.2.7")
        return entering.take_name(self.db, code=code, student=seat.student, browser=browser, now=now, rng=self.rng)

    def begin(self, code: str, player: int, *, nickname: str = "", now: datetime = SOON) -> Game:
        """Begin or go on."""
        attempt = beginning.begin(self.db, code=code, player=player, nickname=nickname, now=now, rng=self.rng)
        return Game(db=self.db, player=player, attempt=attempt)

    def play(self, code: str, player: int, *, right: int = 99, nickname: str = "", now: datetime = SOON) -> Game:
        """Begin and answer everything, the first `right` questions rightly."""
        game = self.begin(code, player, nickname=nickname, now=now)
        while (view := game.current_or_none()) is not None:
            wrong = next(option.text for option in view.options if option.text != key_of(view))
            game.answer(view, key_of(view) if right > 0 else wrong, now=now)
            right -= 1
        return game

    def questions(self, game: Game) -> int:
        """How many questions an attempt has."""
        return play.progress(self.db, player=game.player, attempt=game.attempt, now=NOW).total
