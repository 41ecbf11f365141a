"""What a teacher's own article says, and what she asks about it, is seen by nobody who keeps the site: not in the record either."""

import re
from urllib.parse import urlsplit

from flask import Flask

from quizapp.services.accounts import Role
from services.own_article import TEXT
from web.browsing import Visitor
from web.classroom import TERMS, begin, give
from web.own_articles import keep, work_off
from web.people import place, staff
from web.reviewing import rita
from web.teaching import new_quiz, tess

HERS = ("Orrin", "Mira Holt", "Tom Ray", "wheel", "Zara Finch")
PLACES = ("record", "record/export.csv", "record/export.jsonl", "", "overview", "facts", "names", "rulings", "articles", "bulk")
WORDS = "Mira Holt built the new wheel"
WRONG = {"wrong_0": "Tom Ray", "wrong_1": "Ada Quill", "wrong_2": "Zara Finch"}


def write(teacher: Visitor, article: str) -> tuple[str, str]:
    """Keep a question in her own words and change it; its address and its version."""
    start = TEXT.index(WORDS)
    said = {
        "start": str(start),
        "end": str(start + len(WORDS)),
        "stem": "Who built the new wheel of the mill at Orrin?",
        "key": "Mira Holt",
    }
    kept = place(teacher.post(f"{article}/ask", explanation="", **said, **WRONG))
    found = re.search(r"item=([\w-]+)", kept)
    assert found
    page = f"{article}/questions/{found[1]}"
    form = teacher.get(f"{page}/edit").text
    key = re.search(r'name="key"\s+value="(\d)"[^>]*checked', form)
    assert key
    fields = {**dict(re.findall(r'name="(version|option_\d)"[^>]*value="([^"]*)"', form)), "key": key[1]}
    changed = {**fields, "stem": "Who made the new wheel of the mill at Orrin?", "explanation": ""}
    place(teacher.post(f"{page}/edit", **changed))
    version = re.search(rf'{found[1]}/approve.*?name="version" value="(\d+)"', teacher.get(f"{article}/questions?more=1").text, re.DOTALL)
    assert version
    return page, version[1]


def test_no_word_of_hers_stands_where_reviewers_read(app: Flask) -> None:
    teacher, reviewer = tess(app), rita(app)
    article = urlsplit(keep(teacher)).path
    work_off(app)
    page, version = write(teacher, article)
    place(teacher.post(f"{page}/approve", version=version, other="Fine for my class."))
    quiz = new_quiz(teacher, int(version))
    place(teacher.post(f"{quiz}/publish"))
    given, code = give(teacher, quiz=quiz.rsplit("/", 1)[-1], **TERMS)
    paul = Visitor(app)
    asked = paul.read(begin(paul, code, nickname="Paul"))
    paul.post(asked.path, option=next(iter(asked.options.values())))
    form = teacher.get(f"{given}/results/1/right").text
    other = next(box[1] for box in re.finditer(r'<input[^>]*name="right"[^>]*value="(\d)"[^>]*>', form) if "checked" not in box[0])
    place(teacher.post(f"{given}/results/1/right", right=other, why="I looked again."))
    place(teacher.post(f"{article}/delete"))
    told = {where: reviewer.get(f"/review/{where}".rstrip("/")) for where in PLACES}
    assert {one.status_code for one in told.values()} == {200}
    assert [(where, word) for where, one in told.items() for word in HERS if word in one.text] == []
    record = told["record/export.jsonl"].text
    for act in ("question written", "question edited", "question approved", "mend scores", "article deleted"):
        assert f'"{act}"' in record, act


def test_a_player_of_her_quiz_does_not_reach_the_article_itself(app: Flask) -> None:
    teacher = tess(app)
    slug = urlsplit(keep(teacher)).path.rsplit("/", 1)[-1]
    work_off(app)
    for visitor in (Visitor(app), staff(app, "Paul", Role.PLAYER), rita(app)):
        assert visitor.get(f"/articles/{slug}").status_code == 404
        assert visitor.post(f"/play/article/{slug}").status_code == 404
        assert "Orrin" not in visitor.get("/articles").text + visitor.get("/disagreements").text
