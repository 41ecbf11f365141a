"""The manifest, the worker that keeps the shell, and the page for no connection."""

from dataclasses import dataclass

from flask import Blueprint, Response, jsonify, make_response, render_template, url_for

from quizapp.knowledge.digest import content_id
from quizapp.web.assets import PLAIN, SCRIPTS
from quizapp.web.gate import public
from quizapp.web.page import Page, render, site_now

blueprint = Blueprint("shell", __name__)

SHEETS = ("play.css", "results.css")
PAPER = "#f3eee1"


@dataclass(frozen=True, kw_only=True, slots=True)
class Worker:
    """What the worker keeps: `name` changes with the files, so that old ones are dropped."""

    name: str
    shell: tuple[str, ...]
    offline: str


@blueprint.get("/manifest.webmanifest")
@public
def manifest() -> Response:
    """How the site is called and looks when it is installed."""
    site = site_now()
    icon = {"src": site.file("icon.svg"), "sizes": "any", "type": "image/svg+xml", "purpose": "any"}
    response = jsonify(
        name=site.name,
        short_name=site.name,
        description=Page(title="").description,
        start_url=url_for("play.home"),
        scope="/",
        display="standalone",
        background_color=PAPER,
        theme_color=PAPER,
        icons=[icon],
    )
    response.mimetype = "application/manifest+json"
    return response


@blueprint.get("/worker.js")
@public
def worker() -> Response:
    """The script that keeps the shell."""
    site = site_now()
    shell = tuple(site.file(name) for name in (*SHEETS, *SCRIPTS, *PLAIN))
    made = Worker(name=f"shell-{content_id('shell', shell)}", shell=shell, offline=url_for("shell.offline"))
    response = make_response(render_template("shell/worker.js", page=made))
    response.mimetype = "text/javascript"
    return response


@blueprint.get("/offline")
@public
def offline() -> Response:
    """What is shown when there is no connection; it holds nothing of anybody."""
    return render("shell/offline.html", Page(title="No connection", sheet="play.css", in_quiz=True))
