"""Every refusal is a page in words with a way on."""

import logging
from contextlib import contextmanager

import pytest
from flask import Flask, abort

from quizapp.services import play
from quizapp.services.errors import NotSaved
from quizapp.web.gate import public
from web.browsing import TOKEN, Visitor, words

UNKNOWN = (
    "/no-such-page",
    "/attempts/unknown",
    "/attempts/" + "9" * 30,
    "/attempts/" + "x" * 65,
    "/attempts/%00",
    "/attempts/a'b",
    "/attempts/ａ",
    "/attempts/unknown/results",
    "/attempts/unknown/finish",
    "/attempts/unknown/questions/unknown",
    "/attempts/unknown/questions/unknown/proof",
    "/articles/no-such-article",
    "/articles/" + "a" * 201,
    "/articles/UPPER",
    "/static/play.css",
    "/static/play.000000000000.css",
    "/static/../secret_key",
)


@pytest.mark.parametrize("path", UNKNOWN)
def test_what_is_unknown_is_not_found_in_words(paul: Visitor, path: str) -> None:
    response = paul.get(path)
    assert response.status_code == 404
    assert "<h1>" in response.text
    assert 'href="/"' in response.text


def test_anothers_attempt_is_not_found_and_looks_like_an_unknown_one(paul: Visitor, sam: Visitor) -> None:
    asked = paul.start()
    paul.answer(asked)
    sam.start()
    for path in (f"/attempts/{asked.attempt}", asked.path, f"{asked.path}/proof", f"/attempts/{asked.attempt}/results"):
        foreign, unknown = sam.get(path), sam.get(path.replace(asked.attempt, "unknown"))
        assert foreign.status_code == unknown.status_code == 404
        assert words(foreign) == words(unknown)
    assert sam.post(asked.path, option=asked.right()).status_code == 404
    assert sam.post(f"/attempts/{asked.attempt}/finish").status_code == 404


def test_an_unknown_quiz_is_not_found(paul: Visitor) -> None:
    assert paul.post("/play/no-such-quiz").status_code == 404


def test_another_answer_is_refused_and_the_first_stands(paul: Visitor) -> None:
    asked = paul.start()
    paul.answer(asked)
    response = paul.answer(asked, asked.wrong())
    assert response.status_code == 409
    assert "The first answer counts" in words(response)
    assert f'href="{asked.path}/proof"' in response.text
    assert "1 right so far" in words(paul.get(f"{asked.path}/proof"))


def test_an_answer_after_the_end_is_told_so(paul: Visitor) -> None:
    asked = paul.start()
    paul.post(f"/attempts/{asked.attempt}/finish")
    response = paul.answer(asked)
    assert response.status_code == 409
    assert "This answer was not counted" in words(response)
    assert f'href="/attempts/{asked.attempt}/results"' in response.text
    assert "0 of 10" in words(paul.get(f"/attempts/{asked.attempt}/results"))


@pytest.mark.parametrize("option", ["", "no good", "x" * 70, "unknown"])
def test_an_answer_that_is_none_of_the_options_changes_nothing(paul: Visitor, option: str) -> None:
    asked = paul.start()
    response = paul.post(asked.path, option=option)
    assert response.status_code == 422
    assert asked.path in response.text
    assert paul.read(paul.get(asked.path)) == asked


def test_no_option_shows_the_question_again_with_words(paul: Visitor) -> None:
    asked = paul.start()
    response = paul.post(asked.path)
    assert "<title>Not yet: Question 1 of 10" in response.text
    assert "Choose an answer first." in words(response)
    assert all(token in response.text for token in asked.options.values())


def test_a_stale_page_loses_no_answer(paul: Visitor) -> None:
    asked = paul.start()
    response = paul.client.post(asked.path, data={"option": asked.right(), "csrf_token": "stale"})
    assert response.status_code == 422
    assert "Not saved yet" in words(response)
    assert f'action="{asked.path}"' in response.text
    assert f'name="option" value="{asked.right()}"' in response.text
    fresh = TOKEN.search(response.text)
    assert fresh
    again = paul.client.post(asked.path, data={"option": asked.right(), "csrf_token": fresh[1]})
    assert again.headers["Location"].endswith("/proof")


def test_what_a_stale_page_repeats_is_escaped_and_short(paul: Visitor) -> None:
    sent = {"option": '"><script>', "theme": "y" * 65, "other": "never repeated"}
    page = paul.client.post("/play/quick-ten", data=sent).text
    assert "<script>" not in page
    assert "yyyy" not in page
    assert "never repeated" not in page


@pytest.mark.parametrize(
    "path", ["/play/quick-ten", "/theme", "/attempts/a/finish", "/attempts/a/questions/b", "/attempts/a/questions/b/skip"]
)
def test_every_form_needs_its_token(paul: Visitor, path: str) -> None:
    assert paul.client.post(path).status_code == 422


def test_a_link_to_a_form_address_is_refused_in_words(paul: Visitor) -> None:
    response = paul.get("/play/daily-ten")
    assert response.status_code == 405
    assert "POST" in response.headers["Allow"]
    assert "by a button" in words(response)


def test_too_much_is_refused(paul: Visitor) -> None:
    response = paul.post("/theme", theme="x" * 20_000)
    assert response.status_code == 413
    assert "too much" in words(response)


def test_what_cannot_be_saved_can_be_sent_again(paul: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = paul.start()

    def refuse(*_: object, **__: object) -> None:
        raise NotSaved("the disk is full")

    with monkeypatch.context() as broken:
        broken.setattr(play, "answer", refuse)
        response = paul.answer(asked)
    assert response.status_code == 503
    assert response.headers["Retry-After"]
    assert "This was not saved" in words(response)
    assert f'name="option" value="{asked.right()}"' in response.text
    assert paul.answer(asked).status_code == 303


def test_a_fault_of_ours_says_so_and_logs_the_path_alone(app: Flask, paul: Visitor, caplog: pytest.LogCaptureFixture) -> None:
    @public
    def fault() -> str:
        raise RuntimeError("broken")

    app.add_url_rule("/fault", "fault", fault)
    app.testing = False
    with caplog.at_level(logging.ERROR):
        response = paul.get("/fault?name=private")
    assert response.status_code == 500
    assert "Something broke on our side" in words(response)
    assert "/fault" in caplog.text
    assert "private" not in caplog.text


def test_too_many_requests_have_a_page(app: Flask, paul: Visitor) -> None:
    app.add_url_rule("/often", "often", public(lambda: abort(429)))
    response = paul.get("/often")
    assert response.status_code == 429
    assert "Wait a minute" in words(response)


def test_health_is_plain_json(paul: Visitor) -> None:
    response = paul.get("/healthz")
    assert response.json == {"status": "ok"}
    assert "Set-Cookie" not in response.headers


def test_health_tells_of_a_database_that_does_not_answer(app: Flask, paul: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    @contextmanager
    def refuse() -> object:
        raise NotSaved("gone")
        yield

    monkeypatch.setattr(app.extensions["database"], "reading", refuse)
    assert paul.get("/healthz").status_code == 503
