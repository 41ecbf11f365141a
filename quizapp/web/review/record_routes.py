"""The record: who did what, when, to what, from which old to which new, and why."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from flask import Blueprint, Response, request

from quizapp.exchange.record_lines import csv_head, csv_line, json_line
from quizapp.services.review_record import Entry, RecordView, Wanted, export_record, read_record
from quizapp.web.context import database
from quizapp.web.page import Page, render
from quizapp.web.review.pages import SHEET
from quizapp.web.review.record_words import changes, thing
from quizapp.web.review.routes import page_number, reviewers

blueprint = Blueprint("review_record", __name__, url_prefix="/review/record")
LONGEST = 80


@dataclass(frozen=True, kw_only=True)
class RecordPage(Page):
    """A page of the record; `query` are its filters as an address holds them, `problem` what is wrong with one."""

    view: RecordView
    query: Mapping[str, str]

    problem: str = ""

    def thing(self, word: str) -> str:
        """What a kind of thing, an act or who acted is called."""
        return self.view.names.actor(thing(word))

    def named(self, entry: Entry) -> str:
        """What the thing itself is called, "" where nothing is known of it any more."""
        return self.view.names.thing(entry.subject_kind, entry.subject_id)

    def changes(self, entry: Entry) -> tuple[tuple[str, str, str], ...]:
        """What changed: (what, old, new)."""
        return changes(entry, self.view.names)


@blueprint.get("")
@reviewers
def index() -> Response:
    """The newest acts first."""
    asked = _asked()
    page = RecordPage(
        title="Record",
        section="review",
        sheet=SHEET,
        view=read_record(database(), wanted=_wanted(asked), number=page_number()),
        query=asked,
        problem=_no_day(asked),
    )
    return render("review/record.html", page)


@blueprint.get("/export.jsonl")
@reviewers
def export_json() -> Response:
    """Every entry as a JSON object on a line."""
    return _file("record.jsonl", "application/jsonl", b"", json_line)


@blueprint.get("/export.csv")
@reviewers
def export_csv() -> Response:
    """Every entry as a row for spreadsheets."""
    return _file("record.csv", "text/csv; charset=utf-8", csv_head(), csv_line)


def _file(name: str, kind: str, head: bytes, line: Callable[[Mapping[str, object]], bytes]) -> Response:
    db, wanted = database(), _wanted(_asked())

    def lines() -> Iterator[bytes]:
        yield head
        for entry in export_record(db, wanted=wanted):
            yield line(_fields(entry))

    return Response(lines(), content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})


def _fields(entry: Entry) -> dict[str, object]:
    return {
        "at": entry.at.isoformat(),
        "who": entry.actor,
        "did": entry.action,
        "thing": entry.subject_kind,
        "id": entry.subject_id,
        "old": entry.old,
        "new": entry.new,
        "why": entry.why,
    }


def _asked() -> dict[str, str]:
    names = ("actor", "action", "kind", "subject", "since", "until")
    return {name: value for name in names if 0 < len(value := request.args.get(name, "").strip()) <= LONGEST}


def _wanted(asked: Mapping[str, str]) -> Wanted:
    until = _day(asked.get("until", ""))
    return Wanted(
        actor=asked.get("actor", ""),
        action=asked.get("action", ""),
        kind=asked.get("kind", ""),
        subject=asked.get("subject", ""),
        since=_day(asked.get("since", "")),
        until=until + timedelta(days=1) if until and until.year < 9999 else None,
    )


def _no_day(asked: Mapping[str, str]) -> str:
    """What to say of a day that is none; "" where all are."""
    wrong = [asked[name] for name in ("since", "until") if name in asked and _day(asked[name]) is None]
    return f"“{wrong[0]}” is no day, so it was left out. Write a day like 2026-06-03." if wrong else ""


def _day(text: str) -> datetime | None:
    """The first moment of a day in UTC; None for what is no day."""
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return None
    return datetime(found.year, found.month, found.day, tzinfo=UTC)
