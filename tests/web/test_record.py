"""The record: who did what, when, from what to what, why; filtered, in pages, and as files that run nothing."""

import csv
import io
import json
import re

from flask import Flask

from web.browsing import Visitor, words
from web.reviewing import all_wait, question, rita


def reject(reviewer: Visitor, app: Flask, key: str, note: str) -> None:
    one = question(app, key)
    reviewer.post(f"/review/questions/{one.item}/decide", version=str(one.row), move="reject", reason="other", note=note)


def test_a_decision_stands_in_the_record_with_old_new_and_why(app: Flask) -> None:
    all_wait(app)
    reviewer = rita(app)
    reject(reviewer, app, "dog", "Nobody asks.")
    seen = words(reviewer.get("/review/record?kind=item"))
    assert "1 act on the record" in seen
    assert "Rita question rejected" in seen
    assert "state candidate → rejected" in seen
    assert "Nobody asks." in seen


def test_filters_leave_out_what_was_not_asked_for(app: Flask) -> None:
    all_wait(app)
    reviewer = rita(app)
    reject(reviewer, app, "dog", "one")
    reject(reviewer, app, "seals", "other")
    item = question(app, "dog").item
    assert "1 act" in words(reviewer.get(f"/review/record?subject={item}"))
    assert "2 acts" in words(reviewer.get("/review/record?action=question rejected&actor=Rita"))
    assert "No act fits" in reviewer.get("/review/record?actor=Nobody").text
    assert "No act fits" in reviewer.get("/review/record?since=2999-01-01").text
    assert "2 acts" in words(reviewer.get("/review/record?kind=item&since=2020-01-01&until=9999-12-31"))
    assert reviewer.get("/review/record?since=yesterday&page=abc").status_code == 200


def test_the_page_says_things_by_their_names_and_no_value_of_a_program(app: Flask) -> None:
    all_wait(app)
    reviewer = rita(app)
    reject(reviewer, app, "dog", "Nobody asks.")
    fields = {"one": "Ida Moar", "other": "Elin Voss", "kind": "same_name", "reason": "One keeper."}
    reviewer.post("/review/names", **fields, sure="yes")
    seen = words(reviewer.get("/review/record"))
    assert question(app, "dog").value.stem in seen
    assert "ruling One and the same: “Ida Moar” and “Elin Voss”" in seen
    for raw in ("{", "None", "True", "False", "same_name", question(app, "dog").item):
        assert raw not in seen


def test_players_stand_in_the_record_by_name_while_they_have_one(app: Flask) -> None:
    reviewer, player = rita(app), Visitor(app)
    player.post("/account/register", name="Paula", password="six blue candles")
    seen = words(reviewer.get("/review/record?kind=account"))
    assert "account Paula" in seen
    assert not re.search(r"account \d", seen)


def test_a_day_that_is_none_is_said_so(app: Flask) -> None:
    seen = words(rita(app).get("/review/record?since=2026-13-45"))
    assert "“2026-13-45” is no day" in seen
    assert "Write a day like 2026-06-03" in seen


def test_pages_hold_fifty_acts_newest_first(app: Flask) -> None:
    all_wait(app)
    reviewer = rita(app)
    one = question(app, "dog")
    for _ in range(26):
        reviewer.post(f"/review/questions/{one.item}/decide", version=str(one.row), move="approve")
        reviewer.post(f"/review/questions/{one.item}/undo", version=str(one.row))
    first = reviewer.get("/review/record?kind=item")
    assert "Page 1 of 2" in words(first)
    assert first.text.count("<tr>") == 51
    assert len(first.data) < 60_000
    last = reviewer.get("/review/record?kind=item&page=2")
    assert last.text.count("<tr>") == 3
    assert "Page 2 of 2" in words(reviewer.get("/review/record?kind=item&page=999"))


def test_the_export_as_lines_holds_every_act_oldest_first(app: Flask) -> None:
    all_wait(app)
    reviewer = rita(app)
    reject(reviewer, app, "dog", "one")
    reject(reviewer, app, "seals", "other")
    response = reviewer.get("/review/record/export.jsonl?kind=item")
    lines = [json.loads(line) for line in response.text.splitlines()]
    assert [line["why"] for line in lines] == ["one", "other"]
    assert lines[0]["old"]["state"] == "candidate"
    assert lines[0]["id"] == question(app, "dog").item
    assert "attachment" in response.headers["Content-Disposition"]


def test_no_cell_of_the_table_is_a_formula(app: Flask) -> None:
    all_wait(app)
    reviewer = rita(app)
    reject(reviewer, app, "dog", '=HYPERLINK("http://example.org","x")')
    reject(reviewer, app, "seals", "@now")
    response = reviewer.get("/review/record/export.csv?kind=item")
    rows = list(csv.reader(io.StringIO(response.data.decode("utf-8-sig"))))
    assert rows[0][:3] == ["at", "who", "did"]
    assert [row[-1] for row in rows[1:]] == ['\'=HYPERLINK("http://example.org","x")', "'@now"]
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_the_overview_counts_the_bank_the_weeks_and_agreement(app: Flask) -> None:
    all_wait(app)
    reviewer = rita(app)
    assert "Not decided 12" in words(reviewer.get("/review/overview"))
    reject(reviewer, app, "dog", "one")
    page = reviewer.get("/review/overview")
    seen = words(page)
    assert "Not decided 11" in seen
    assert "Rita 1" in seen
    assert "Decided by two: none yet." in seen
    assert "<svg" in page.text
    assert len(page.data) < 60_000
