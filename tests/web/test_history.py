"""My attempts: a page of one's own, empty for a stranger."""

import re

from web.browsing import Visitor, words


def test_a_visitor_without_attempts_is_led_to_the_quizzes(paul: Visitor, sam: Visitor) -> None:
    paul.play_through(paul.start())
    page = sam.get("/attempts")
    assert page.status_code == 200
    assert "Nothing here yet" in words(page)
    assert "Ten on Skerry" not in words(page)


def test_attempts_scores_and_progress_are_told_in_words_and_tables(paul: Visitor) -> None:
    paul.play_through(paul.start(), wrongly=3)
    paul.start("winter")
    page = paul.get("/attempts")
    said = words(page)
    assert "2 attempts" in said
    assert "not finished The long winter" in said
    assert "7 of 10 Ten on Skerry" in said
    assert "Practise what you missed" in said
    rows = re.findall(r'<th scope="row">(.*?)</th>\s*<td>(\d+)</td>\s*<td>(\d+)</td>\s*<td>(\d+)</td>', page.text)
    assert {name for name, *_ in rows} >= {"The lamp on Skerry burns again", "A keeper remembers the long winter", "Who"}
    kinds = [row for row in rows if row[0] in {"Who", "What", "Where", "Which", "What one article says"}]
    assert sum(int(missed) for _, _, missed, _ in kinds) == 3
    assert sum(int(right) for _, right, _, _ in kinds) == 7


def test_every_link_of_the_page_leads_somewhere(paul: Visitor) -> None:
    paul.play_through(paul.start(), wrongly=1)
    for path in set(re.findall(r'href="(/[^"#]*)', paul.get("/attempts").text)):
        assert paul.follow(paul.get(path)).status_code == 200, path
