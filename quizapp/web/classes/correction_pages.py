"""Typed context of the page on what counts as right, and what is said when that was corrected."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from flask import url_for
from wtforms import Form

from quizapp.services.corrected_question import Became
from quizapp.services.correcting import Corrected, Correction
from quizapp.web.classes.entries import Entry, entry
from quizapp.web.classes.results_pages import SHEET
from quizapp.web.page import Page
from quizapp.web.wording import count

_EXPLAINED = "Players read it with the proof. Let it name the right answer."
_SAID: Mapping[str, str] = MappingProxyType(
    {
        Became.SAME: "",
        Became.REPLACED: "The next class gets it with its new right answer.",
        Became.WAITS: "With its new right answer it waits for a decision, as a check speaks against it.",
        Became.OUT: "It is not asked any more until somebody changes its answers.",
        Became.REPORTED: "So it counts in your classes. The library’s reviewers got a report, and you are told what comes of it.",
    }
)


@dataclass(frozen=True, kw_only=True)
class CorrectionPage(Page):
    """Which answers of a question count as right; `explanation` is asked for where the question itself is corrected."""

    found: Correction
    right: frozenset[int]
    why: Entry
    explanation: Entry | None


def correction_page(found: Correction, form: Form, right: frozenset[int] | None = None) -> CorrectionPage:
    """A question to be corrected."""
    why = entry(form, "why", "Why", hint="Everybody whose score changes reads this.", required=True)
    title = f"What counts as right in question {found.question.number}"
    chosen = found.question.right if right is None else right
    explanation = entry(form, "explanation", "Explanation", kind="area", hint=_EXPLAINED) if found.whole else None
    return CorrectionPage(title=title, section="teach", sheet=SHEET, found=found, right=chosen, why=why, explanation=explanation)


def after_correcting(done: Corrected, row: int, question: int) -> str:
    """Where a correction leads: to the question where it waits for its teacher, else back to the results."""
    if done.became is Became.WAITS and done.article:
        return url_for("own_questions.index", article=done.article, did="corrected", item=done.item, _anchor=f"i-{done.item}")
    return url_for("results.show", row=row, did=done.became.value, q=question, scores=done.scores, _anchor="said")


def said_of(sent: Mapping[str, str]) -> str:
    """What was just corrected, in words; "" when nothing was."""
    words, question, scores = _SAID.get(sent.get("did", "")), _number(sent.get("q", "")), _number(sent.get("scores", ""))
    if words is None or not question:
        return ""
    changed = f"{count(scores, 'score')} changed" if scores else "No score changed"
    return f"Question {question} is graded anew. {changed}. {words}".strip()


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 6 else 0
