"""Typed contexts of the play pages."""

from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.knowledge.fact import Verdict
from quizapp.services.mended import ScoreNews
from quizapp.services.offers import Offers
from quizapp.services.reports import News
from quizapp.services.showing import Showing
from quizapp.services.views import FeedbackView, Progress, QuestionView, QuizCard, ResultView
from quizapp.web.page import Page
from quizapp.web.play.chart import Chart, make_chart
from quizapp.web.play.clock import ClockLine, clock_line
from quizapp.web.play.sharing import share_text
from quizapp.web.sides import Side, make_sides
from quizapp.web.wording import count, spell_first

SHEET = "play.css"


@dataclass(frozen=True, kw_only=True)
class HomePage(Page):
    """Quizzes to start with, what was left unfinished, and what else there is to play."""

    cards: Sequence[QuizCard]
    unfinished: Sequence[Progress]
    offers: Offers
    news: Sequence[News] = ()
    scores: Sequence[ScoreNews] = ()


@dataclass(frozen=True, kw_only=True)
class QuestionPage(Page):
    """A question; `problem` says what was wrong with the answer just sent, `clock` the time left where a timer is set."""

    view: QuestionView
    clock: ClockLine | None
    problem: str


@dataclass(frozen=True, kw_only=True)
class FeedbackPage(Page):
    """An answered question; `sides` are filled where articles disagree."""

    view: FeedbackView
    verdict: str
    sides: Sequence[Side]


@dataclass(frozen=True, kw_only=True)
class ResultsPage(Page):
    """A finished attempt; `lead` says what to look at, `chart` shows the last rounds when there are several."""

    view: ResultView
    lead: str
    chart: Chart | None
    shared: str

    @property
    def only_article(self) -> str:
        """The title of the article that every proof stands in and no other, "" where there are several."""
        proofs = [line.proof for line in self.view.lines]
        titles = {passage.article_title for one in proofs for passage in (one.main, *one.agreeing, *one.disagreeing)}
        return titles.pop() if len(titles) == 1 else ""


@dataclass(frozen=True, kw_only=True)
class FinishPage(Page):
    """Asks before a quiz is ended with questions unanswered."""

    progress: Progress

    @property
    def open(self) -> int:
        """How many questions are unanswered."""
        return self.progress.total - self.progress.answered


def home_page(
    cards: Sequence[QuizCard],
    unfinished: Sequence[Progress],
    offers: Offers,
    news: Sequence[News] = (),
    scores: Sequence[ScoreNews] = (),
) -> HomePage:
    """The home page."""
    return HomePage(
        title="Quizzes", section="play", sheet=SHEET, cards=cards, unfinished=unfinished[:3], news=news, scores=scores, offers=offers
    )


def question_page(shown: Showing, *, problem: str = "") -> QuestionPage:
    """A question's page; its title says first when something is wrong."""
    view, clock = shown.view, clock_line(shown.clock)
    title = f"Question {view.progress.number} of {view.progress.total}"
    return QuestionPage(
        title=f"Not yet: {title}" if problem else title,
        sheet=SHEET,
        in_quiz=True,
        tried=view.progress.tried,
        view=view,
        clock=clock,
        problem=problem,
    )


def feedback_page(view: FeedbackView) -> FeedbackPage:
    """A question's feedback; its title carries the verdict."""
    disputed = view.proof.verdict is Verdict.DISPUTED
    title, verdict = _verdict(view, disputed=disputed)
    return FeedbackPage(
        title=f"{title}. The articles disagree" if disputed else title,
        sheet=SHEET,
        in_quiz=True,
        tried=view.progress.tried,
        view=view,
        verdict=verdict,
        sides=make_sides(view.proof) if disputed else (),
    )


def _verdict(view: FeedbackView, *, disputed: bool) -> tuple[str, str]:
    """What the title and the heading say."""
    if view.withdrawn:
        return "A withdrawn question", "Counts for nobody."
    if view.right:
        named = disputed and len(view.answer) <= 24
        return f"Right, {view.answer}", f"Right, {view.answer}." if named else "Right."
    return f"{'Too late. ' if view.late else ''}It was {view.answer}", "Too late." if view.late else "Not this one."


def results_page(view: ResultView, site: str) -> ResultsPage:
    """The results of a finished attempt on the site of this name."""
    right, total = view.progress.right, view.progress.counting
    title = f"{right} of {total} right"
    return ResultsPage(
        title=title,
        section="play",
        sheet="results.css",
        tried=view.progress.tried,
        view=view,
        lead=_lead(total - right) if total else "None of its questions counts any more.",
        chart=make_chart(view.recent),
        shared=share_text(view, site),
    )


def finish_page(progress: Progress) -> FinishPage:
    """The question whether to finish early."""
    return FinishPage(title="Finish now?", sheet=SHEET, in_quiz=True, tried=progress.tried, progress=progress)


def _lead(missed: int) -> str:
    match missed:
        case 0:
            return "Every one of them. The proofs are below."
        case 1:
            return "One to look at again. Its proof is below."
        case _:
            return f"{spell_first(missed)} to look at again. Each one has its proof below."


def card_facts(card: QuizCard) -> tuple[str, ...]:
    """What stands at the foot of a card."""
    best = (f"Best {card.best[0]} of {card.best[1]}",) if card.best else ()
    return (count(card.questions, "question"), count(card.articles, "article"), card.level, *best)
