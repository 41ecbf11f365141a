"""Everything that Tess has, for tests in which somebody else tries to reach it: the parts of every address, and words only she knows."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from flask import Flask
from werkzeug.routing import Rule

from web.browsing import Visitor
from web.classroom import begin, give, make_class, seats, take
from web.own_articles import keep, work_off
from web.teaching import new_quiz

PART = re.compile(r"<(?:(\w+):)?(\w+)>")
SECRETS = ("Orrin", "Tom Ray", "Mira Holt", "Mina", "Otto", "Lights of hers")
"""Words of Tess's article, the names of her class, the title of her quiz."""
FORM = {
    "reason": "trivial",
    "note": "",
    "move": "approve",
    "sure": "yes",
    "act": "keep",
    "report": "1",
    "settled": "stands",
    "answer": "no",
    "tries": "1",
    "feedback": "each",
    "timer": "",
    "names": "Zoe",
    "stretch": "200",
    "words": "0-40",
    "start": "0",
    "end": "40",
    "right": "0",
    "why": "because",
}
"""What a form is sent with, whichever it is."""
ROW = {"classes": "class", "assignments": "assignment", "results": "assignment"}


@dataclass(frozen=True, kw_only=True)
class Hers:
    """What is Tess's, by what it is called in addresses; `form` holds the same as fields of forms."""

    parts: Mapping[str, str]
    form: Mapping[str, str]

    def address(self, rule: Rule) -> str:
        """The address of a rule with what is hers in it; "1" for what she has none of."""
        row = self.parts.get(ROW.get(rule.endpoint.split(".")[0], ""), "1")
        parts = {**self.parts, "row": row}

        def part(found: re.Match[str]) -> str:
            mine = parts.get(found[2], "1")
            return "1" if found[1] == "number" and not mine.isdecimal() else mine

        return PART.sub(part, rule.rule)

    def pages(self) -> tuple[str, ...]:
        """The pages on which a change to what is hers would show."""
        quiz, article = self.parts["quiz"], self.parts["article"]
        assignment, classroom = self.parts["assignment"], self.parts["class"]
        questions = f"/teach/articles/{article}/questions?more=1"
        given = f"/teach/assignments/{assignment}"
        return (f"/teach/quizzes/{quiz}", questions, f"/teach/classes/{classroom}", given, f"{given}/results", "/teach/quizzes")


def settle_in(app: Flask, tess: Visitor) -> Hers:
    """Tess brings an article, keeps a question on it, builds a quiz, and gives it to a class in which Mina has begun."""
    article, item, version = _bring(app, tess)
    quiz = new_quiz(tess, int(version), title="Lights of hers")
    assert tess.post(f"{quiz}/publish").status_code == 303
    job = re.search(r"/teach/jobs/([\w-]+)", tess.get("/teach/jobs").text)
    assert job
    parts = {"article": article, "slug": article, "item": item, "quiz": _last(quiz), "question": "1", "job": job[1]}
    parts |= _give(app, tess, _last(quiz))
    form = {"version": version, "versions": version, "question": version, "quiz": _last(quiz), "whom": parts["class"]}
    return Hers(parts=parts, form={**FORM, **form, "article": article, "item": item})


def _bring(app: Flask, tess: Visitor) -> tuple[str, str, str]:
    """An article that was read and a question on it, approved: the article's address, the question and its version."""
    article = _last(urlsplit(keep(tess)).path)
    work_off(app)
    offers = tess.get(f"/teach/articles/{article}/questions?more=1").text
    item, version = re.findall(r'questions/([\w-]+)/approve.*?name="version" value="(\d+)"', offers, re.DOTALL)[0]
    tess.post(f"/teach/articles/{article}/questions/{item}/approve", version=version, reason="It is fine for my class.")
    return article, item, version


def _give(app: Flask, tess: Visitor, quiz: str) -> dict[str, str]:
    """The quiz given to a class in which Mina has begun: the parts of the addresses that belong to it."""
    classroom = make_class(tess)
    assignment, code = give(tess, classroom, quiz=quiz)
    mina = Visitor(app)
    student = _last(seats(mina, code)["Mina"])
    take(mina, code, "Mina")
    run = begin(mina, code).request.path.split("/")[2]
    people = re.search(r"/participants/(\d+)/", tess.get(assignment).text)
    numbers = {"class": _last(classroom), "assignment": _last(assignment), "participant": people[1] if people else "1"}
    return {"student": student, "run": run, "attempt": run, **numbers}


def _last(path: str) -> str:
    return path.rsplit("/", 1)[-1]


def rules(app: Flask, method: str) -> list[Rule]:
    """Every rule that takes this method, in order."""
    return sorted((rule for rule in app.url_map.iter_rules() if method in (rule.methods or ())), key=lambda rule: rule.rule)
