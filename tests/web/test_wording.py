"""Words: numbers, titles, verdicts, chart."""

import pytest

from quizapp.knowledge.fact import Verdict
from quizapp.web.play.chart import make_chart
from quizapp.web.wording import count, short_title, spell, spell_first, unbroken, verdict_icon, verdict_words


def test_numbers_are_words_up_to_twelve() -> None:
    assert [spell(0), spell(1), spell(12), spell(13)] == ["no", "one", "twelve", "13"]
    assert spell_first(2) == "Two"
    assert [count(1, "question"), count(2, "question"), count(2, "child", "children")] == ["1 question", "2 questions", "2 children"]


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("A keeper remembers", "“A keeper remembers”"),
        ("The first film with scenes filmed in space will be Russian", "“The first film with scenes filmed…”"),
        ("The first film in space is already being shot: the crew", "“The first film in space is already…”"),
        ("Director who recorded space film on the ISS says", "“Director who recorded space film…”"),
        ("[Back from filming in orbit]", "[Back from filming in orbit]"),
        ("[The director comes back from a long stay in orbit]", "[The director comes back…]"),
        ("Donaudampfschifffahrtsgesellschaftskapitän", "“Donaudampfschifffahrtsgesellschaft…”"),
    ],
)
def test_titles_are_cut_between_words(title: str, short: str) -> None:
    assert short_title(title) == short


@pytest.mark.parametrize(
    ("verdict", "sources", "told", "icon", "said"),
    [
        (Verdict.CORROBORATED, 3, 3, "stack", "Stated by 3 articles"),
        (Verdict.STATED, 1, 1, "one", "Only this article says so"),
        (Verdict.STATED, 1, 3, "retold", "One report, told by 3 articles"),
        (Verdict.QUALIFIED, 2, 1, "asterisk", "With a reservation"),
        (Verdict.DISPUTED, 2, 1, "differ", "Articles disagree"),
    ],
)
def test_each_verdict_has_its_words_and_its_icon(verdict: Verdict, sources: int, told: int, icon: str, said: str) -> None:
    assert verdict_icon(verdict, told=told) == icon
    assert verdict_words(verdict, sources=sources, told=told) == said


def test_in_a_list_one_article_is_not_this_one() -> None:
    assert verdict_words(Verdict.STATED, sources=1, told=1, here=False) == "Only one article says so"


def test_one_round_has_nothing_to_be_compared_with() -> None:
    assert make_chart([("today", 7, 10)]) is None


def test_the_chart_shows_the_last_five_rounds_and_says_them() -> None:
    chart = make_chart([("Sun", 1, 10), ("Mon", 4, 10), ("Tue", 0, 10), ("Wed", 5, 10), ("Thu", 10, 10), ("today", 7, 10)])
    assert chart
    assert chart.words == "Your last five rounds, right out of ten: Mon 4, Tue 0, Wed 5, Thu 10, today 7."
    assert [bar.height for bar in chart.bars] == [45, 0, 56, 112, 78]
    assert [bar.last for bar in chart.bars] == [False, False, False, False, True]


def test_rounds_of_different_length_say_out_of_how_many() -> None:
    chart = make_chart([("Mon", 4, 5), ("today", 7, 10)])
    assert chart
    assert [bar.score for bar in chart.bars] == ["4/5", "7/10"]


def test_a_line_never_breaks_inside_a_numbered_name() -> None:
    assert unbroken("When did STS-1 & Soyuz MS-19 fly?") == (
        'When did <span class="nw">STS-1</span> &amp; Soyuz <span class="nw">MS-19</span> fly?'
    )
    assert unbroken("a well-known <b>") == "a well-known &lt;b&gt;"
