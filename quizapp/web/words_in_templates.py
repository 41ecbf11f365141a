"""The words that templates may use."""

from flask import Flask

from quizapp.knowledge.fact import Verdict
from quizapp.web import wording
from quizapp.web.play.pages import card_facts


def register(app: Flask) -> None:
    """Give templates the functions of `wording` by name."""
    app.jinja_env.globals.update(
        Verdict=Verdict,
        card_facts=card_facts,
        count=wording.count,
        short_title=wording.short_title,
        spell=wording.spell,
        spell_first=wording.spell_first,
        verdict_icon=wording.verdict_icon,
        verdict_words=wording.verdict_words,
    )
