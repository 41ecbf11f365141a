"""Margin notes: what says the same in a row is said once."""

from quizapp.knowledge.fact import Verdict
from quizapp.services.views import DisagreementView, MarginNote, PassageView
from quizapp.web.articles.notes import note_lines
from quizapp.web.sides import group_sides


def passage(slug: str, value: str = "") -> PassageView:
    return PassageView(segments=(), article_title=slug.title(), article_slug=slug, anchor="e1", value=value)


def note(number: int, verdict: Verdict, *agreeing: PassageView) -> MarginNote:
    return MarginNote(number=number, anchor="e1", quote="q", about="how long it took", verdict=verdict, agreeing=agreeing, disagreeing=())


def test_notes_in_a_row_that_stand_alone_become_one_line() -> None:
    alone, shared = Verdict.STATED, Verdict.CORROBORATED
    notes = (note(1, alone), note(2, alone), note(3, shared, passage("b")), note(4, alone), note(5, alone, passage("b")))
    lines = note_lines(notes, slug="a", differences=())
    assert [line.numbers for line in lines] == [(1, 2), (3,), (4,), (5,)]
    assert [line.alone for line in lines] == [True, False, True, False]


def test_a_disputed_note_leads_to_its_own_fact_where_one_place_carries_several() -> None:
    other = DisagreementView(fact="f1", about="who did it", verdict=Verdict.DISPUTED, positions=(("x", (passage("a"),)),))
    mine = DisagreementView(fact="f2", about="how long it took (the work)", verdict=Verdict.DISPUTED, positions=(("x", (passage("a"),)),))
    (line,) = note_lines((note(1, Verdict.DISPUTED),), slug="a", differences=(other, mine))
    assert line.fact == "f2"
    (unknown,) = note_lines((note(1, Verdict.DISPUTED),), slug="c", differences=(other, mine))
    assert unknown.fact == ""


def test_passages_of_one_value_make_one_side() -> None:
    sides = group_sides((passage("a", "1 year"), passage("b", "4 months"), passage("c", "1 year")))
    assert [(side.value, side.passage.article_slug, len(side.others)) for side in sides] == [("1 year", "a", 1), ("4 months", "b", 0)]
