"""What pages show: values that services make and templates read; a row never reaches a template."""

from dataclasses import dataclass
from datetime import date

from quizapp.knowledge.fact import Verdict
from quizapp.play.attempt import Mode
from quizapp.questions.item import Kind
from quizapp.services.tried import Tried


@dataclass(frozen=True, kw_only=True, slots=True)
class QuizCard:
    """A quiz as a card on the home page; `best` is this player's best score as (right, total)."""

    slug: str
    title: str
    note: str
    questions: int
    articles: int
    level: str
    disputed: bool = False
    best: tuple[int, int] | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Segment:
    """A run of a passage; `mark` is "" for plain text, "proof" for marked words, "other" where another article disagrees."""

    text: str
    mark: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class PassageView:
    """A passage with the words that count marked; `anchor` lands on them in the article's page; `value` is the position it takes.

    `article_slug` is "" where the article has no page for everybody.
    """

    segments: tuple[Segment, ...]
    article_title: str
    article_slug: str
    anchor: str
    value: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ProofView:
    """The proof sheet: the passage that supports the key, others that say the same, and positions of articles that disagree."""

    verdict: Verdict
    sources: int
    main: PassageView
    agreeing: tuple[PassageView, ...] = ()
    disagreeing: tuple[PassageView, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class OptionView:
    """An option as shown in one attempt; `token` is random and says nothing about order or rightness."""

    token: str
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Progress:
    """Where an attempt stands; `number` is the question shown, from 1; `counting` how many of all questions count.

    `tried` says what this is a try of, None for what counts.
    """

    attempt: str
    quiz_title: str
    number: int
    total: int
    answered: int
    right: int
    counting: int
    tried: Tried | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class QuestionView:
    """A question before its answer: nothing here tells key, explanation or passage."""

    progress: Progress
    question: str
    stem: str
    options: tuple[OptionView, ...]
    can_skip: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class MendedView:
    """What was mended on a question after it was played: the answers that count as right since (none: it counts for nobody), and why."""

    right: tuple[str, ...]
    why: str


@dataclass(frozen=True, kw_only=True, slots=True)
class AnsweredOption:
    """An option after the answer."""

    text: str
    right: bool
    chosen: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class FeedbackView:
    """A question after its answer; `elsewhere` is where the chosen wrong option does belong.

    A `late` answer came when the time was over; `streak` counts right answers in a row up to this one, 0 for few.
    """

    progress: Progress
    question: str
    stem: str
    kind: Kind
    options: tuple[AnsweredOption, ...]
    right: bool
    chosen: str
    answer: str
    explanation: str
    proof: ProofView
    elsewhere: PassageView | None
    finished: bool
    late: bool = False
    streak: int = 0
    mended: MendedView | None = None

    @property
    def withdrawn(self) -> bool:
        """Whether the question counts for nobody."""
        return self.mended is not None and not self.mended.right


@dataclass(frozen=True, kw_only=True, slots=True)
class ResultLine:
    """One question of a finished attempt; `chosen` is None when it was not answered."""

    question: str
    stem: str
    right: bool
    chosen: str | None
    answer: str
    proof: ProofView
    late: bool = False
    mended: MendedView | None = None

    @property
    def counts(self) -> bool:
        """Whether the question counts: not when it was withdrawn."""
        return self.mended is None or bool(self.mended.right)


@dataclass(frozen=True, kw_only=True, slots=True)
class ResultView:
    """A finished attempt; `recent` are the scores of this player's last attempts, oldest first, as (label, right, total).

    `bonus` is for speed, in thousandths of a point, None when the quiz gives none. `code` is that of a quiz that was given.
    """

    progress: Progress
    quiz_slug: str
    mode: Mode
    lines: tuple[ResultLine, ...]
    code: str = ""
    recent: tuple[tuple[str, int, int], ...] = ()
    bonus: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class ArticleCard:
    """An article in the list of articles."""

    slug: str
    title: str
    date: date | None
    source: str | None
    facts: int
    disputed: int


@dataclass(frozen=True, kw_only=True, slots=True)
class MarginNote:
    """What stands beside a paragraph: a marked fact, its verdict, and what other articles say."""

    number: int
    anchor: str
    quote: str
    about: str
    verdict: Verdict
    agreeing: tuple[PassageView, ...]
    disagreeing: tuple[PassageView, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class MarkedRun:
    """A run of an article's text.

    `anchors` are the ids of the marks that begin here, `notes` the numbers of the margin notes on words that end here.
    """

    text: str
    mark: str = ""
    anchors: tuple[str, ...] = ()
    notes: tuple[int, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class BlockView:
    """A block of the text of record; `kind` is a BlockKind's value, `gap` the white space before it.

    Gap and runs of every block in order, then the article's `tail`, are the whole text, character for character.
    """

    kind: str
    runs: tuple[MarkedRun, ...]
    notes: tuple[MarginNote, ...]
    gap: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class ArticleView:
    """An article's page, the questions that rest on it; `hidden` while marks are kept from a player with open questions on its facts."""

    slug: str
    title: str
    date: date | None
    source: str | None
    note: str | None
    blocks: tuple[BlockView, ...]
    hidden: bool
    tail: str = ""
    questions: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class DisagreementView:
    """A disputed or qualified fact with its positions side by side: (value, passages)."""

    fact: str
    about: str
    verdict: Verdict
    positions: tuple[tuple[str, tuple[PassageView, ...]], ...]
