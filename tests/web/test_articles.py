"""The library's pages."""

import re
from html import unescape

import pytest

from web.browsing import Visitor, words
from web.skerry import ARTICLES

LAMP = "/articles/the-lamp-on-skerry-burns-again"


def test_every_article_is_listed(paul: Visitor) -> None:
    page = words(paul.get("/articles"))
    assert all(title in page for title, _ in ARTICLES.values())


@pytest.mark.parametrize("name", sorted(ARTICLES))
def test_an_articles_page_holds_its_whole_text(paul: Visitor, name: str) -> None:
    title, text = ARTICLES[name]
    link = re.search(rf'href="(/articles/[^"]+)">\s*{re.escape(title)}', paul.get("/articles").text)
    assert link
    page = paul.get(link[1]).text
    for extra in (r"<sup>.*?</sup>", r"<aside.*?</aside>", r"<p class=\"(?:quiet|legend)\">.*?</p>"):
        page = re.sub(extra, "", page, flags=re.DOTALL)
    shown = "".join(unescape(re.sub(r"<[^>]+>", "", page)).split())
    assert "".join(text.split()) in shown


def test_marks_have_anchors_and_notes(paul: Visitor) -> None:
    page = paul.get(LAMP).text
    assert re.search(r'<mark id="e\d+">drawn by Robert Hale', page)
    assert re.search(r'href="#n\d+"', page)
    assert re.search(r'<mark id="e\d+" class="b">lasted six weeks', page)
    assert "Only this article says so." in words(paul.get(LAMP))


def test_every_link_to_marked_words_lands(paul: Visitor) -> None:
    page = paul.get("/disagreements").text
    links = re.findall(r'href="(/articles/[^"#]+)#([^"]+)"', page)
    assert links
    for path, anchor in links:
        assert f'id="{anchor}"' in paul.get(path).text


def test_every_note_leads_to_its_disagreement(paul: Visitor) -> None:
    links = re.findall(r'href="/disagreements#([^"]+)"', paul.get(LAMP).text)
    assert links
    assert all(f'id="{anchor}"' in paul.get("/disagreements").text for anchor in links)


def test_disagreements_show_every_position_and_pick_none(paul: Visitor) -> None:
    page = words(paul.get("/disagreements"))
    assert "six weeks" in page
    assert "two months" in page
    assert "We do not pick a winner." in page
    assert "With a reservation" in page


def test_a_page_says_what_it_does_not_know(paul: Visitor) -> None:
    assert "Undated" in words(paul.get(LAMP))
