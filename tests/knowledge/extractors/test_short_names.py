"""Short names of one article that stand for full names of another."""

from quizapp.knowledge.extractors import extract
from quizapp.knowledge.names import Names
from tests.knowledge.extractors.reading import article


def names_of(*texts: str) -> Names:
    return Names(extract([article(text, name=f"{place}.txt") for place, text in enumerate(texts)]).names)


FULL = "The Brackley Rovers won the Coast Cup in Port Ennis. The Brackley Rovers were led by Peter Brown."


def test_a_club_keeps_its_name_when_another_article_on_the_same_match_shortens_it() -> None:
    names = names_of(FULL, "In Port Ennis the Rovers came from behind. The Rovers won the Coast Cup after Peter Brown scored.")
    assert names.canonical("Rovers") == names.canonical("Brackley Rovers")


def test_an_article_that_shares_nothing_else_may_mean_another_club() -> None:
    names = names_of(FULL, "In Lyon the Rovers came from behind. The Rovers were led by Anna Keller.")
    assert names.canonical("Rovers") != names.canonical("Brackley Rovers")


def test_a_short_name_that_two_full_names_end_with_stands_for_neither() -> None:
    third = "The Dunmarrow Rovers lost the Coast Cup in Port Ennis. Peter Brown saw the Dunmarrow Rovers lose."
    names = names_of(FULL, "In Port Ennis the Rovers won the Coast Cup after Peter Brown scored.", third)
    assert names.canonical("Rovers") not in {names.canonical("Brackley Rovers"), names.canonical("Dunmarrow Rovers")}
