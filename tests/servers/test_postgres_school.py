"""On Postgres a whole school works: an article read, questions decided on, a class that played; every page that links lead to opens."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from html import unescape
from random import Random

import pytest
from flask import Flask

from quizapp.resources import resource_folder
from quizapp.services.check import check_bank
from quizapp.services.database import open_database
from quizapp.services.demo import PASSWORD, PEOPLE, make_demo
from quizapp.services.passwords import Cost, Passwords
from quizapp.services.startup import load_seeds
from quizapp.settings import Settings
from quizapp.web import create_app
from servers.conftest import NewDatabase
from web.browsing import Visitor
from web.people import sign_in

LINK = re.compile(r'<a[^>]*\shref="(/[^"#]*)')
NUMBERS = re.compile(r"[0-9a-zA-Z_-]{16,}|\d+")
MOST = 60


@pytest.fixture(scope="module")
def app(new_database: NewDatabase, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """The site of a school that was made on Postgres."""
    folder = tmp_path_factory.mktemp("school")
    settings = Settings(instance=folder, database_url=new_database("template1"))
    db = open_database(settings.database(), folder)
    load_seeds(db, folder=resource_folder("seeds"), now=datetime.now(UTC))
    make_demo(db, now=datetime.now(UTC), rng=Random(8))
    made = create_app(settings, db, Passwords(Cost(passes=1, memory_kib=8, lanes=1)))
    made.testing = True
    yield made
    db.close()


def test_every_question_stands_by_its_proof(app: Flask) -> None:
    assert check_bank(app.extensions["database"]) == ()


@pytest.mark.parametrize("name", PEOPLE)
def test_every_kind_of_page_that_links_lead_to_opens(app: Flask, name: str) -> None:
    visitor = Visitor(app)
    assert sign_in(visitor, name, password=PASSWORD).status_code == 303
    waiting, seen = ["/", "/account"], set[str]()
    while waiting and len(seen) < MOST:
        path = unescape(waiting.pop(0))
        kind = NUMBERS.sub("N", path)
        if kind not in seen:
            seen.add(kind)
            page = visitor.get(path)
            assert page.status_code in (200, 303), f"{path}: {page.status_code}"
            waiting += LINK.findall(page.text) if page.mimetype == "text/html" else []
    assert len(seen) > 15
