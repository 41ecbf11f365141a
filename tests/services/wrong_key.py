"""A question with a wrong key, for tests: Tess wrote it, a class met it, and Kim knew better."""

from random import Random

from quizapp.questions.review import Move
from quizapp.services import candidates_asking as asking
from quizapp.services import candidates_deciding, class_results, correcting, own_quizzes
from quizapp.services import own_quizzes_editing as editing
from quizapp.services.candidates import Offer, offers_on
from quizapp.services.candidates_asking import Written
from quizapp.services.class_results import ResultsView
from quizapp.services.correcting import Corrected
from quizapp.services.players import begin_visit
from services.balloon import NOW
from services.classroom import SOON, Room
from services.own_article import TEXT, add

RIGHT, WRONG = "Mira Holt", "Tom Ray"
STEM = "Who built the new wheel of the mill?"
BETTER = "Mira Holt built the new wheel."
WIDE = TEXT[TEXT.index("Tom Ray opened") : TEXT.index(" She was born")]
"""Words of the article that hold both answers."""


def guest(room: Room) -> int:
    """Somebody who plays by a link."""
    return begin_visit(room.db, now=NOW, rng=room.rng).visit.player


def results(room: Room, code: str) -> ResultsView:
    """What the class got."""
    return class_results.results(room.db, owner=room.teacher.player, row=room.number(code), now=SOON)


def correct(room: Room, code: str, *right: int, why: str = "Misread.", explanation: str = "", question: int = 1) -> Corrected:
    """Say what counts as right in a question of the assignment."""
    return correcting.correct(
        room.db,
        actor=room.teacher,
        row=room.number(code),
        question=question,
        right=frozenset(right),
        why=why,
        explanation=explanation,
        now=SOON,
        rng=Random(5),
    )


class Mill:
    """Tess's own question with a wrong key, approved, in a published quiz that Kim played by link: Kim knew better."""

    def __init__(self, room: Room, passage: str) -> None:
        self.room, db, tess = room, room.db, room.teacher
        self.article = add(db, tess.player)
        start = TEXT.index(passage)
        written = Written(stem=STEM, key=WRONG, wrong=(RIGHT, "Ada Quill", "Vera Lund"), explanation="Tom Ray built it.")
        asking.keep_written(db, slug=self.article, start=start, end=start + len(passage), written=written, actor=tess, now=NOW)
        self.decide(Move.APPROVE, "I know it.")
        self.quiz = own_quizzes.make_quiz(db, owner=tess.player, title="The mill", now=NOW, rng=Random(1))
        editing.add_question(db, owner=tess.player, quiz=self.quiz, question=self.offer.version, now=NOW)
        editing.publish(db, actor=tess, quiz=self.quiz, now=NOW)
        self.kim = guest(room)
        self.code = room.give(None, quiz=self.quiz)
        game = room.begin(self.code, self.kim, nickname="Kim")
        game.answer(game.current(), RIGHT)
        self.attempt = game.attempt

    @property
    def offer(self) -> Offer:
        """The question as it stands."""
        (found,) = offers_on(self.room.db, owner=self.room.teacher.player, slug=self.article, everything=True).all
        return found

    def decide(self, wanted: Move, reason: str = "") -> None:
        """Decide on it."""
        offer, tess = self.offer, self.room.teacher
        candidates_deciding.decide_on(
            self.room.db, slug=self.article, item=offer.item, version=offer.version, wanted=wanted, reason=reason, actor=tess, now=SOON
        )

    @property
    def place(self) -> int:
        """Where the answer stands that is right in truth."""
        return self.offer.options.index(RIGHT)

    def next_class(self) -> tuple[str, str]:
        """What the next class reads when it answers as Kim did: whether it was right, and the right answer."""
        game = self.room.begin(self.room.give(None, quiz=self.quiz), guest(self.room), nickname="Lee")
        asked = game.current()
        game.answer(asked, RIGHT)
        seen = game.feedback(asked.question)
        return ("right" if seen.right else "missed"), seen.explanation
