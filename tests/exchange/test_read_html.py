"""Saved web pages: the article, never a script."""

from datetime import date

import pytest

from quizapp.exchange.html_blocks import blocks_of
from quizapp.exchange.read_html import read_html
from quizapp.exchange.readable import FileRefused

BODY = "<p>The mill at Orrin turns again after seven months of repairs, and it grinds oats, says Tom Ray, who opened it.</p>" * 4
PAGE = f"""<!doctype html><html><head><title>The mill turns | Orrin Gazette</title>
<meta property="og:title" content="The mill turns"><meta property="og:site_name" content="Orrin Gazette">
<meta property="article:published_time" content="2019-05-04T08:00:00+00:00"><style>p{{color:red}}</style>
<script>steal()</script></head><body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><h1>The mill turns</h1>{BODY}<script>steal()</script></article>
<footer>Copyright Orrin Gazette</footer></body></html>"""


def test_the_article_comes_without_menus_footers_and_scripts() -> None:
    text = read_html(PAGE.encode()).text
    assert "The mill at Orrin turns again" in text
    for unwanted in ("steal", "Sport", "Copyright", "color:red", "<"):
        assert unwanted not in text


def test_title_source_and_day_are_those_that_the_page_states() -> None:
    found = read_html(PAGE.encode())
    assert (found.title, found.source, found.date) == ("The mill turns", "Orrin Gazette", date(2019, 5, 4))


def test_a_page_that_states_no_day_has_none() -> None:
    assert read_html(PAGE.replace("2019-05-04T08:00:00+00:00", "").encode()).date is None


def test_where_the_article_cannot_be_told_everything_is_shown_and_said() -> None:
    found = read_html(b"<html><body><div>The mill turns.</div><div>It is old.</div></body></html>")
    assert "The mill turns." in found.text
    assert found.warnings


def test_a_page_without_words_is_refused() -> None:
    with pytest.raises(FileRefused, match="no text"):
        read_html(b"<html><body><script>steal()</script></body></html>")


def test_a_page_nested_a_hundred_thousand_deep_does_no_harm() -> None:
    assert blocks_of(b"<div>" * 100_000 + b"mill") in ([], ["mill"])


def test_hidden_words_are_left_out() -> None:
    source = "<p>Seen</p><p hidden>one</p><p style='display: none'>two</p><div aria-hidden=true>three</div><p>too<br>again</p>"
    assert blocks_of(source) == ["Seen", "too", "again"]
