"""Markdown is read as its words."""

from datetime import date

from quizapp.exchange.read_md import read_md

SOURCE = b"""---
title: "The old mill"
date: 2019-05-04
tags: [mill]
---
# The old mill

It *turns* again, says [Tom Ray](http://example.org/ray).

- oats
- rye

| year | visitors |
|------|----------|
| 2019 | 250      |
"""


def test_signs_are_gone_and_the_words_stay_in_their_blocks() -> None:
    assert read_md(SOURCE).text == "The old mill\n\nIt turns again, says Tom Ray.\n\noats\n\nrye\n\nyear\n\nvisitors\n\n2019\n\n250\n"


def test_what_stands_above_it_is_title_and_date() -> None:
    found = read_md(SOURCE)
    assert (found.title, found.date) == ("The old mill", date(2019, 5, 4))


def test_without_it_the_first_line_is_the_title_and_there_is_no_date() -> None:
    found = read_md(b"# A mill\n\nIt turned on 4 May 2019.\n")
    assert (found.title, found.date) == ("A mill", None)


def test_scripts_in_markdown_never_come_along() -> None:
    assert "steal" not in read_md(b"The mill turns.\n\n<script>steal()</script>\n\n<p onclick='steal()'>Again.</p>\n").text
