"""The typed context of the page on which teaching begins."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from flask import current_app, url_for

from quizapp.services.own_articles import OwnCard
from quizapp.web.page import Page
from quizapp.web.wording import count

SHEET: Final = "teach.css"


@dataclass(frozen=True, kw_only=True, slots=True)
class Task:
    """A part of teaching: where it leads and what it is for."""

    title: str
    words: str
    path: str
    button: str = ""
    button_path: str = ""


@dataclass(frozen=True, kw_only=True)
class TeachPage(Page):
    """The parts of teaching, in the order in which one needs them; `reported` says what players reported, "" when nothing waits.

    `again` says the same of questions that left play because something they rest on changed.
    """

    tasks: Sequence[Task]
    reported: str
    again: str


# Title, words, endpoint, button, the button's endpoint; a part whose pages are not there is left out.
_PARTS: Final = (
    ("Your articles", "{articles}", "own_articles.index", "Add an article", "own_articles.ask"),
    ("Your quizzes", "Choose questions, put them in order, publish the quiz.", "own_quizzes.index", "Make a quiz", "own_quizzes.index"),
    ("Your classes", "Names and nicknames, nothing else. Everybody picks their own.", "classes.index", "Make a class", "classes.index"),
    ("Quizzes given", "Who has answered, and what the class understood.", "assignments.index", "Give a quiz", "assignments.ask_give"),
    ("Work in the background", "Articles are read while you do something else. Here you see how far that is.", "jobs.index", "", ""),
)


def teach_page(cards: Sequence[OwnCard], reports: int, waiting: int) -> TeachPage:
    """The page for a teacher with these articles, so many reports on her questions, and so many that wait for her again."""
    words = {"articles": _articles(len(cards))}
    tasks = [
        Task(title=title, words=said.format(**words), path=url_for(where), button=button, button_path=url_for(onward) if onward else "")
        for title, said, where, button, onward in _PARTS
        if where in current_app.view_functions
    ]
    return TeachPage(title="Teach", section="teach", sheet=SHEET, tasks=tasks, reported=_reported(reports), again=_again(waiting))


def _reported(reports: int) -> str:
    return f"Players reported {count(reports, 'problem')} with questions of your own." if reports else ""


def _again(questions: int) -> str:
    return f"{count(questions, 'question')} of yours left play, because a text was changed or withdrawn." if questions else ""


def _articles(count: int) -> str:
    if not count:
        return "Bring a text that your class reads. Its facts become questions, and only you see it."
    return f"You have {count}. Their facts become questions, and only you see them." if count > 1 else "You have one. Only you see it."
