"""Changing a question on the review pages, and taking the change back."""

from flask import Flask

from quizapp.questions.item import State
from web.browsing import words
from web.people import place
from web.reviewing import decide, edit_fields, page_of, question, records, rita


def test_an_edit_is_checked_before_it_is_kept_and_nothing_typed_is_lost(app: Flask) -> None:
    reviewer, path = rita(app), page_of(app, "tall")
    fields = edit_fields(app, "tall", stem="The lamp tower: how tall is it never?", act="check")
    checked = reviewer.post(f"{path}/edit", **fields)
    assert checked.status_code == 200
    assert "The lamp tower: how tall is it never?" in checked.text
    assert "What the checks say" in checked.text
    assert question(app, "tall").number == 1
    refused = reviewer.post(f"{path}/edit", **edit_fields(app, "tall", quote="stands 99 metres tall"))
    assert refused.status_code == 422
    assert "These words do not stand in this article" in refused.text
    assert "stands 99 metres tall" in refused.text


def test_a_kept_edit_is_a_new_version_that_waits(app: Flask) -> None:
    reviewer, path = rita(app), page_of(app, "tall")
    assert place(reviewer.post(f"{path}/edit", **edit_fields(app, "tall", stem="How high is the tower on Skerry?", note="clearer")))
    stored = question(app, "tall")
    assert (stored.number, stored.state) == (2, State.CANDIDATE)
    assert "Review (1)" in reviewer.get("/").text
    assert "clearer" in words(reviewer.get(path))


def test_an_edit_that_changes_nothing_or_has_no_answer_marked_is_told_so(app: Flask) -> None:
    reviewer, path = rita(app), page_of(app, "tall")
    assert "Nothing was changed" in words(reviewer.post(f"{path}/edit", **edit_fields(app, "tall")))
    assert "Say which answer" in words(reviewer.post(f"{path}/edit", **edit_fields(app, "tall", key="")))


def test_an_edit_is_undone_by_the_button_and_the_version_before_stands_again(app: Flask) -> None:
    reviewer, path = rita(app), page_of(app, "tall")
    before = question(app, "tall")
    place(reviewer.post(f"{path}/edit", **edit_fields(app, "tall", stem="How high is the tower on Skerry?")))
    page = reviewer.get(path).text
    assert 'data-key="u"' in page
    assert "Undo the edit</button>" in page
    place(reviewer.post(f"{path}/undo", version=str(question(app, "tall").row)))
    after = question(app, "tall")
    assert (after.value, after.state, after.number) == (before.value, State.APPROVED, 3)
    assert "edit undone" in words(reviewer.get(path))
    assert records(app) == ["question edited", "edit undone"]


def test_after_a_decision_the_button_says_that_the_decision_is_undone(app: Flask) -> None:
    reviewer, path = rita(app), page_of(app, "tall")
    place(reviewer.post(f"{path}/edit", **edit_fields(app, "tall", stem="How high is the tower on Skerry?")))
    place(decide(reviewer, app, "tall", "approve"))
    assert "Undo the last decision</button>" in reviewer.get(path).text
