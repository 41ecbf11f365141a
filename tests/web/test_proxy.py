"""Behind a proxy a visitor's own address counts, and https is known; without one nobody is believed who says so."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask import Flask

from quizapp.services.passwords import Passwords
from quizapp.settings import Settings
from quizapp.web import create_app
from quizapp.web.visits import browser_now
from web.browsing import Visitor
from web.conftest import CHEAP, KEY

SAID = {"X-Forwarded-For": "198.51.100.9, 203.0.113.5", "X-Forwarded-Proto": "https"}
Behind = Callable[[int], Flask]


@pytest.fixture
def behind(loaded: Path, tmp_path: Path) -> Iterator[Behind]:
    """Makes an application behind so many proxies."""
    shutil.copy(loaded, tmp_path / "quizapp.sqlite")
    made: list[Flask] = []

    def make(proxies: int) -> Flask:
        settings = Settings(instance=tmp_path, secret_key=KEY, trusted_proxies=proxies)
        made.append(create_app(settings, passwords=Passwords(CHEAP)))
        made[-1].add_url_rule("/who", "who", lambda: browser_now().address)
        made[-1].view_functions["who"].__dict__["is_public"] = True
        return made[-1]

    yield make
    for one in made:
        one.extensions["database"].close()


@pytest.mark.parametrize(("proxies", "address"), [(0, "127.0.0.1"), (1, "203.0.113.5"), (2, "198.51.100.9")])
def test_an_address_is_believed_from_as_many_proxies_as_there_are(behind: Behind, proxies: int, address: str) -> None:
    assert Visitor(behind(proxies)).get("/who", headers=SAID).text == address


@pytest.mark.parametrize(("proxies", "secure"), [(0, False), (1, True)])
def test_the_cookie_travels_over_https_alone_when_the_proxy_speaks_https(behind: Behind, proxies: int, secure: bool) -> None:
    page = Visitor(behind(proxies)).get("/", headers=SAID)
    cookies = [value for name, value in page.headers.items() if name == "Set-Cookie"]
    assert cookies
    assert all(("Secure" in one) is secure for one in cookies)
