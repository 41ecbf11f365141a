"""The words that templates may use."""

from flask import Flask, url_for

from quizapp.services.views import PassageView
from quizapp.web import wording
from quizapp.web.play.pages import card_facts


def register(app: Flask) -> None:
    """Give templates the functions of `wording` by name."""
    app.jinja_env.globals.update(
        card_facts=card_facts,
        count=wording.count,
        place=place,
        short_title=wording.short_title,
        spell=wording.spell,
        spell_first=wording.spell_first,
        unbroken=wording.unbroken,
        verdict_icon=wording.verdict_icon,
        verdict_words=wording.verdict_words,
        when=wording.when,
    )


def place(passage: PassageView) -> str:
    """The address of a passage's marked words in their article; of the article alone when its text has changed since."""
    return url_for("articles.article", slug=passage.article_slug, _anchor=passage.anchor or None)
