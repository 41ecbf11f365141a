"""Skerry's quizzes played by other rules, and time that has gone by."""

from dataclasses import replace
from datetime import timedelta

from flask import Flask
from sqlalchemy import select, update

from quizapp.play.quiz import QuizSettings
from quizapp.services.library import load_library
from quizapp.storage.tables.playing import AttemptQuestionRow, AttemptRow
from web import skerry


def set_rules(app: Flask, **settings: object) -> None:
    """Play every quiz under these settings from now on."""
    rules, found = QuizSettings(**settings), skerry.scope()  # type: ignore[arg-type]
    made = skerry.candidates(found)
    load_library(
        app.extensions["database"],
        articles=skerry.articles(),
        scope=found,
        rulings=skerry.pack().rulings,
        candidates=made,
        quizzes=[replace(quiz, settings=rules) for quiz in skerry.quizzes(made)],
        digest=repr(rules),
        now=skerry.NOW,
    )


def let_pass(app: Flask, seconds: int) -> None:
    """Move every clock that runs back by so much."""
    gone = timedelta(seconds=seconds)
    with app.extensions["database"].writing() as connection:
        for column in (AttemptQuestionRow.shown_at, AttemptRow.started_at):
            table = column.class_
            for row, at in connection.execute(select(table.id, column).where(column.is_not(None))).all():
                connection.execute(update(table).where(table.id == row).values({column.key: at - gone}))
