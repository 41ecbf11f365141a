"""A result to share tells the score and no answer."""

import re
from html import unescape
from xml.etree import ElementTree

from web.browsing import Visitor, words
from web.skerry import ROWS


def test_the_words_to_share_hold_the_score_and_no_spoiler(paul: Visitor) -> None:
    page = paul.play_through(paul.start("winter"), wrongly=1)
    found = re.search(r'id="shared" value="([^"]+)"', page.text)
    assert found
    shared = unescape(found[1])
    assert shared == "Says who? The long winter: 1 of 2 right. ○● http://localhost/"
    assert not [row for row in ROWS if row.stem in shared or row.value in shared]


def test_the_picture_is_well_formed_and_tells_the_score_alone(paul: Visitor, sam: Visitor) -> None:
    asked = paul.start("winter")
    paul.play_through(asked, wrongly=1)
    response = paul.get(f"/attempts/{asked.attempt}/card.svg")
    assert response.mimetype == "image/svg+xml"
    picture = ElementTree.fromstring(response.text)  # noqa: S314 - our own words
    text = " ".join("".join(picture.itertext()).split())
    assert "1 of 2" in text
    assert "The long winter" in text
    assert not [row for row in ROWS if row.stem in text or row.value in text or row.explanation in text]
    assert not re.search(r"style=|<script|href=", response.text)
    assert sam.get(f"/attempts/{asked.attempt}/card.svg").status_code == 404


def test_there_is_no_picture_before_the_end(paul: Visitor) -> None:
    asked = paul.start("winter")
    paul.answer(asked)
    assert paul.get(f"/attempts/{asked.attempt}/card.svg").status_code == 303


def test_three_in_a_row_are_worth_a_word(paul: Visitor) -> None:
    asked, said = paul.start(), []
    for _ in range(4):
        said.append(words(paul.follow(paul.answer(asked))))
        asked = paul.read(paul.next(asked))
    assert ["in a row" in page for page in said] == [False, False, True, True]
    assert "Four in a row." in said[3]
