"""The frame around every page, and how a page is rendered."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from flask import Response, current_app, make_response, render_template

from quizapp.services.accounts import Role
from quizapp.services.review_queue import count_waiting
from quizapp.services.tried import Tried
from quizapp.web.context import database, now
from quizapp.web.icons import IconSheet
from quizapp.web.static_files import assets
from quizapp.web.themes import Theme, theme_now
from quizapp.web.visits import visit_now

TEACHING = frozenset({Role.TEACHER, Role.ADMIN})
Section = Literal["", "play", "articles", "differences", "teach", "review", "account"]


@dataclass(frozen=True, kw_only=True)
class Page:
    """What every page has; `in_quiz` leaves out everything that could lead a player astray.

    `tried` is what a teacher or a reviewer tries as a player, None for all else, `waiting` what waits for a reviewer
    where the page knows it.
    """

    title: str
    section: Section = ""
    sheet: str = "read.css"
    in_quiz: bool = False
    tried: Tried | None = None
    waiting: int | None = None
    description: str = "A quiz that shows its proof: every answer comes with the passage that supports it."


@dataclass(frozen=True, kw_only=True)
class Site:
    """What templates know of the site besides their page; `waiting` counts the questions that wait for a reviewer, None for others.

    `answering` is the name of a class under which this device answers.
    """

    name: str
    theme: Theme
    files: Mapping[str, str]
    account: str = ""
    teaches: bool = False
    waiting: int | None = None
    answering: str = ""
    icon: IconSheet = field(default_factory=IconSheet)

    @property
    def name_parts(self) -> tuple[str, str]:
        """The name before its last word, and that word, which is marked."""
        before, _, last = self.name.rpartition(" ")
        return before, last

    def file(self, name: str) -> str:
        """The address of a static file."""
        return f"/static/{self.files[name]}"


def site_now(*, account: str = "", teaches: bool = False, waiting: int | None = None, answering: str = "") -> Site:
    """The site as this request sees it; `account` is the name of who has signed in, who may teach here or not."""
    name = current_app.config["SITE_NAME"]
    return Site(name=name, theme=theme_now(), files=assets().names, account=account, teaches=teaches, waiting=waiting, answering=answering)


def render(template: str, page: Page, *, status: int = 200) -> Response:
    """A page as a response."""
    asks = not page.in_quiz and status < 500  # a page that says the database is away must not ask it
    visit = visit_now() if asks else None
    answers = visit_now() if status < 500 else None
    site = site_now(
        account=(visit.name or "") if visit else "",
        teaches=visit is not None and visit.role in TEACHING,
        waiting=_waiting(page) if visit is not None and visit.role is Role.ADMIN else None,
        answering=(answers.answering or "") if answers else "",
    )
    return make_response(render_template(template, page=page, site=site, icon=site.icon), status)


def _waiting(page: Page) -> int:
    return page.waiting if page.waiting is not None else count_waiting(database(), now=now())
