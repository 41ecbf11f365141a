"""The frame around every page, and how a page is rendered."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from flask import Response, current_app, make_response, render_template

from quizapp.web.icons import IconSheet
from quizapp.web.static_files import assets
from quizapp.web.themes import Theme, theme_now
from quizapp.web.visits import visit_now

Section = Literal["", "play", "articles", "differences", "account"]


@dataclass(frozen=True, kw_only=True)
class Page:
    """What every page has; `in_quiz` leaves out everything that could lead a player astray."""

    title: str
    section: Section = ""
    sheet: str = "read.css"
    in_quiz: bool = False
    description: str = "A quiz that shows its proof: every answer comes with the passage that supports it."


@dataclass(frozen=True, kw_only=True)
class Site:
    """What templates know of the site besides their page."""

    name: str
    theme: Theme
    files: Mapping[str, str]
    account: str = ""
    icon: IconSheet = field(default_factory=IconSheet)

    @property
    def name_parts(self) -> tuple[str, str]:
        """The name before its last word, and that word, which is marked."""
        before, _, last = self.name.rpartition(" ")
        return before, last

    def file(self, name: str) -> str:
        """The address of a static file."""
        return f"/static/{self.files[name]}"


def site_now(*, account: str = "") -> Site:
    """The site as this request sees it; `account` is the name of who has signed in."""
    return Site(name=current_app.config["SITE_NAME"], theme=theme_now(), files=assets().names, account=account)


def render(template: str, page: Page, *, status: int = 200) -> Response:
    """A page as a response."""
    asks = not page.in_quiz and status < 500  # a page that says the database is away must not ask it
    site = site_now(account=_account_now() if asks else "")
    return make_response(render_template(template, page=page, site=site, icon=site.icon), status)


def _account_now() -> str:
    visit = visit_now()
    return (visit.name or "") if visit else ""
