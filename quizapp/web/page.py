"""The frame around every page, and how a page is rendered."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from flask import Response, current_app, make_response, render_template

from quizapp.web.icons import IconSheet
from quizapp.web.static_files import assets
from quizapp.web.themes import Theme, theme_now

Section = Literal["", "play", "articles", "differences"]


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
    icon: IconSheet = field(default_factory=IconSheet)

    @property
    def name_parts(self) -> tuple[str, str]:
        """The name before its last word, and that word, which is marked."""
        before, _, last = self.name.rpartition(" ")
        return before, last

    def file(self, name: str) -> str:
        """The address of a static file."""
        return f"/static/{self.files[name]}"


def site_now() -> Site:
    """The site as this request sees it."""
    return Site(name=current_app.config["SITE_NAME"], theme=theme_now(), files=assets().names)


def render(template: str, page: Page, *, status: int = 200) -> Response:
    """A page as a response."""
    site = site_now()
    return make_response(render_template(template, page=page, site=site, icon=site.icon), status)
