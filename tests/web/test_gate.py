"""What everybody may see, by name: a new page shows up here."""

import pytest
from flask import Flask

from quizapp.web.gate import public_endpoints
from web.browsing import Visitor

PUBLIC = {
    "GET /": "play.home",
    "GET /account/first-admin/<id:token>": "passwords.ask_first_admin",
    "GET /account/invitation/<id:token>": "inviting.ask",
    "GET /account/recover": "passwords.ask_recover",
    "GET /account/register": "account.ask_register",
    "GET /account/reset/<id:token>": "passwords.ask_reset",
    "GET /account/sign-in": "account.ask_sign_in",
    "GET /answering": "joining.answering",
    "GET /articles": "articles.index",
    "GET /articles/<slug:slug>": "articles.article",
    "GET /attempts": "history.mine",
    "GET /attempts/<id:attempt>": "play.attempt",
    "GET /attempts/<id:attempt>/card.svg": "sharing.card",
    "GET /attempts/<id:attempt>/finish": "play.ask_finish",
    "GET /attempts/<id:attempt>/kept": "kept.results",
    "GET /attempts/<id:attempt>/questions/<id:question>": "play.question",
    "GET /attempts/<id:attempt>/questions/<id:question>/kept": "kept.answer",
    "GET /attempts/<id:attempt>/questions/<id:question>/proof": "play.proof",
    "GET /attempts/<id:attempt>/questions/<id:question>/report": "reports.ask",
    "GET /attempts/<id:attempt>/results": "play.results",
    "GET /disagreements": "articles.differences",
    "GET /healthz": "health.healthz",
    "GET /how-questions-are-made": "site.how",
    "GET /join": "joining.enter_code",
    "GET /join/<id:code>": "joining.door",
    "GET /join/<id:code>/as/<number:student>": "joining.pick",
    "GET /join/<id:code>/leaderboard": "boards.given",
    "GET /manifest.webmanifest": "shell.manifest",
    "GET /offline": "shell.offline",
    "GET /play/quick-ten": "modes.choose",
    "GET /quizzes/<slug:quiz>/leaderboard": "boards.board",
    "GET /static/<asset:name>": "static_files.file",
    "GET /worker.js": "shell.worker",
    "POST /account/first-admin/<id:token>": "passwords.first_admin",
    "POST /account/invitation/<id:token>": "inviting.accept",
    "POST /account/recover": "passwords.recover",
    "POST /account/register": "account.register",
    "POST /account/reset/<id:token>": "passwords.reset",
    "POST /account/sign-in": "account.sign_in",
    "POST /account/sign-out": "account.sign_out",
    "POST /answering/leave": "joining.leave",
    "POST /attempts/<id:attempt>/finish": "play.finish",
    "POST /attempts/<id:attempt>/questions/<id:question>": "play.answer",
    "POST /attempts/<id:attempt>/questions/<id:question>/report": "reports.send",
    "POST /attempts/<id:attempt>/questions/<id:question>/skip": "play.skip",
    "POST /attempts/<id:attempt>/time": "clock.choose",
    "POST /join/<id:code>": "joining.begin",
    "POST /join/<id:code>/as/<number:student>": "joining.take",
    "POST /join/<id:code>/as/<number:student>/open": "joining.open_name",
    "POST /join/<id:code>/leaderboard": "boards.enter_given",
    "POST /join/<id:code>/leaderboard/leave": "boards.leave_given",
    "POST /play/<slug:quiz>": "play.start",
    "POST /play/article/<slug:article>": "modes.by_article",
    "POST /play/daily-ten": "modes.daily_ten",
    "POST /play/due": "modes.due_today",
    "POST /play/missed": "modes.practise",
    "POST /play/quick-ten": "play.quick_ten",
    "POST /quizzes/<slug:quiz>/leaderboard": "boards.enter",
    "POST /quizzes/<slug:quiz>/leaderboard/leave": "boards.leave",
    "POST /reports/read": "reports.read",
    "POST /theme": "site.theme",
}


def test_these_pages_are_public_and_no_others(app: Flask) -> None:
    found = {
        f"{method} {rule.rule}": rule.endpoint
        for rule in app.url_map.iter_rules()
        if rule.endpoint in public_endpoints(app)
        for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"})
    }
    assert found == PUBLIC


def test_a_view_that_nobody_opened_is_closed(app: Flask) -> None:
    app.add_url_rule("/closed", "closed", lambda: "secret")
    response = Visitor(app).get("/closed")
    assert response.status_code == 403
    assert "This page is closed" in response.text
    assert "secret" not in response.text


@pytest.mark.parametrize(
    "path", ["/", "/articles", "/healthz", "/how-questions-are-made", "/disagreements", "/articles/the-lamp-on-skerry-burns-again"]
)
def test_head_answers_like_get_without_a_body(paul: Visitor, path: str) -> None:
    response = paul.client.head(path)
    assert response.status_code == 200
    assert response.data == b""
