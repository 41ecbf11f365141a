"""A text before it is kept: what it says of itself is offered, nothing is invented, furniture is pointed out."""

from datetime import date

import pytest

from quizapp.services.drafts import draft_of_file, draft_of_paste
from quizapp.services.errors import FieldRefused
from quizapp.services.own_articles import Form

STORY = "Tom Ray opened the mill at Orrin yesterday, and some two hundred and fifty people watched it turn.\n" * 3


@pytest.mark.parametrize("line", ["Saturday, September 12, 2015", "12 September 2015", "2015-09-12"])
def test_a_day_under_the_headline_is_offered_and_its_line_named(line: str) -> None:
    draft = draft_of_paste(f"The mill turns again\n\n{line}\n\n{STORY}")
    assert draft.date == date(2015, 9, 12)
    assert f"The date was taken from the line “{line}”" in draft.warnings[0]


@pytest.mark.parametrize("line", ["September 2015", "Saturday", "Orrin, in the county of Brack"])
def test_less_than_a_day_with_its_year_is_no_date(line: str) -> None:
    assert draft_of_paste(f"The mill turns again\n\n{line}\n\n{STORY}").date is None


def test_a_day_that_the_story_speaks_of_is_not_its_date() -> None:
    draft = draft_of_paste(f"The mill turns again\n\nIt was built on 3 May 1861 by Mira Holt, who was born in Tolva.\n\n{STORY}")
    assert (draft.date, draft.warnings) == (None, ())


def test_title_and_furniture_are_pointed_out() -> None:
    draft = draft_of_paste(f"The mill turns again\n\n{STORY}\nPhoto: Ida Moar / Orrin Gazette\n\nRelated: Ten mills for a rainy day\n")
    assert draft.title == "The mill turns again"
    assert any("Ida Moar" in line for line in draft.furniture)
    assert "Tom Ray opened" not in " ".join(draft.furniture)


def test_what_the_file_states_wins_over_a_line() -> None:
    source = f"---\ndate: 2016-01-02\n---\n# The mill\n\n12 September 2015\n\n{STORY}"
    draft = draft_of_file("mill.md", source.encode())
    assert (draft.date, draft.form) == (date(2016, 1, 2), Form.MARKDOWN)


def test_nothing_pasted_is_refused_beside_the_field() -> None:
    with pytest.raises(FieldRefused) as refused:
        draft_of_paste(" \n ")
    assert refused.value.field == "text"
