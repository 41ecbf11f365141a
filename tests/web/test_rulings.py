"""Facts, names and rulings in a browser: seen before they are done, done, shown with what they touched, taken back."""

import re

import pytest
from flask import Flask

from quizapp.services.accounts import Role
from web.browsing import Visitor, words
from web.people import place, staff

REASON = "Ida read both."


@pytest.fixture
def rita(app: Flask) -> Visitor:
    """Rita reviews."""
    return staff(app, "Rita", Role.ADMIN)


def fact_of(visitor: Visitor, look_for: str) -> str:
    """The address of the one fact that holds these words."""
    found = set(re.findall(r'href="(/review/facts/[0-9a-f]{20})"', visitor.get(f"/review/facts?q={look_for}").text))
    assert len(found) == 1, found
    return found.pop()


def test_facts_are_found_by_words_and_by_verdict(rita: Visitor) -> None:
    everything = words(rita.get("/review/facts"))
    assert "Robert Hale" in everything
    found = words(rita.get("/review/facts?q=robert+hale"))
    assert "1 fact" in found
    assert "1871" not in found
    assert "Articles disagree" in words(rita.get("/review/facts?verdict=disputed"))
    assert "No fact holds all of these words" in words(rita.get("/review/facts?q=nothing+of+the+kind"))
    assert "No fact holds all of these words" in words(rita.get("/review/facts?q=robert+%3C%3E"))


def test_a_fact_shows_every_passage_word_for_word(rita: Visitor) -> None:
    page = rita.get(fact_of(rita, "robert+hale"))
    assert "drawn by Robert Hale" in words(page)
    assert "Robert Hale drew it well" in words(page)


def test_a_ruling_is_shown_before_it_is_made_and_what_it_touched_after(rita: Visitor, paul: Visitor) -> None:
    address = fact_of(rita, "1871")
    seen = rita.post(address, kind="not_asked", reason=REASON)
    assert "1 question leaves play" in words(seen)
    assert "In which year was the tower finished?" in words(seen)
    assert "may not be asked" not in words(rita.get(address))
    done = rita.get(place(rita.post(address, kind="not_asked", reason=REASON, sure="yes")))
    assert "Left play: 1 question" in words(done)
    assert "may not be asked" in words(rita.get(address))


def test_a_ruling_is_taken_back_and_its_question_comes_back(rita: Visitor) -> None:
    address = fact_of(rita, "robert+hale")
    ruling = place(rita.post(address, kind="not_asked", reason=REASON, sure="yes"))
    seen = words(rita.post(f"{ruling}/withdraw", reason="It is fine."))
    assert "Taken back: Not asked" in seen
    rita.post(f"{ruling}/withdraw", reason="It is fine.", sure="yes")
    page = words(rita.get(ruling))
    assert "Taken back by Rita" in page
    assert "1 question in play" in words(rita.get(address))


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"kind": "disputed", "reason": " "}, "Say why"),
        ({"kind": "different_fact", "reason": REASON, "part": "x"}, "Tick the passages"),
        ({"kind": "same_fact", "reason": REASON}, "Choose the other fact"),
        ({"kind": "no such kind", "reason": REASON}, "Choose what you want to say"),
    ],
)
def test_what_cannot_be_ruled_is_said_and_nothing_typed_is_lost(rita: Visitor, fields: dict[str, str], said: str) -> None:
    page = rita.post(fact_of(rita, "robert+hale"), **fields)
    assert page.status_code == 422
    assert said in words(page)
    if fields["reason"] == REASON and fields["kind"] != "no such kind":
        assert f'value="{REASON}"' in page.text


def test_a_fact_ruled_no_dispute_is_not_said_to_have_one_source(rita: Visitor) -> None:
    address = fact_of(rita, "six+weeks")
    seen = words(rita.post(address, kind="not_a_dispute", reason=REASON))
    assert "No dispute: " in seen
    assert "One source says so" not in seen
    rita.post(address, kind="not_a_dispute", reason=REASON, sure="yes")
    assert "One source says so" not in words(rita.get(address))


def test_a_split_takes_the_ticked_passages_out(rita: Visitor) -> None:
    address = fact_of(rita, "robert+hale")
    claim = re.findall(r'name="claims"\s+value="([0-9a-f]{20})"', rita.get(address).text)[1]
    rita.post(address, kind="different_fact", reason=REASON, part="the drawing", claims=claim, sure="yes")
    assert "2 facts" in words(rita.get("/review/facts?q=robert+hale"))


def test_a_part_is_merged_back_and_split_off_again_by_taking_the_ruling_back(rita: Visitor) -> None:
    address = fact_of(rita, "robert+hale")
    claim = re.findall(r'name="claims"\s+value="([0-9a-f]{20})"', rita.get(address).text)[1]
    rita.post(address, kind="different_fact", reason=REASON, part="the drawing", claims=claim, sure="yes")
    found = re.findall(r'href="(/review/facts/[0-9a-f]{20})"', rita.get("/review/facts?q=robert+hale").text)
    (part,) = {one for one in found if one != address}
    assert "part: the drawing" in words(rita.get(part))
    into = address.rsplit("/", 1)[1]
    assert f'value="{into}"' in rita.get(part).text
    seen = words(rita.post(part, kind="same_fact", reason=REASON, into=into))
    assert "2 facts change" in seen
    assert "Gone: nothing is left of it under this name." in seen
    assert rita.get(part).status_code == 200
    ruling = place(rita.post(part, kind="same_fact", reason=REASON, into=into, sure="yes"))
    assert rita.get(part).status_code == 404
    assert "1 fact" in words(rita.get("/review/facts?q=robert+hale"))
    rita.post(f"{ruling}/withdraw", reason="They are two.", sure="yes")
    assert rita.get(part).status_code == 200


def test_facts_are_merged_with_one_that_was_looked_for(rita: Visitor) -> None:
    address = fact_of(rita, "bosun")
    page = rita.get(f"{address}?q=peat").text
    other = re.findall(r'name="into"\s+value="([0-9a-f]{20})"', page)
    assert len(other) == 1
    done = rita.get(place(rita.post(address, kind="same_fact", reason=REASON, into=other[0], sure="yes")))
    assert "The same as another fact" in words(done)
    assert rita.get(address).status_code == 404


def test_two_names_are_ruled_on(rita: Visitor) -> None:
    fields = {"one": "Ida Moar", "other": "Elin Voss", "kind": "same_name", "reason": REASON}
    assert "What this will change" in words(rita.post("/review/names", **fields))
    rita.post("/review/names", **fields, sure="yes")
    page = words(rita.get("/review/names"))
    assert "Ida Moar and Elin Voss One and the same" in page
    assert "Ida Moar kept the light" in page


def test_whoever_rules_that_two_names_are_one_chooses_which_is_shown(rita: Visitor) -> None:
    fields = {"one": "Ida Moar", "other": "Elin Voss", "kind": "same_name", "reason": REASON, "shown": "Elin Voss"}
    assert "The name shown from now on: Elin Voss ." in words(rita.post("/review/names", **fields))
    ruling = place(rita.post("/review/names", **fields, sure="yes"))
    assert "The name shown is Elin Voss ." in words(rita.get(ruling))
    page = rita.get("/review/names").text
    assert re.findall(r'name="shown"\s+value="([^"]+)"\s+checked', page)[0] == "Elin Voss"
    assert rita.post("/review/names", **{**fields, "shown": "Somebody"}).status_code == 422


def test_a_pair_ruled_anew_says_what_counts_again_when_that_is_taken_back(rita: Visitor) -> None:
    fields = {"one": "Ida Moar", "other": "Elin Voss", "reason": REASON}
    first = place(rita.post("/review/names", **fields, kind="same_name", sure="yes"))
    second = place(rita.post("/review/names", **fields, kind="different_name", sure="yes"))
    assert "Ruled anew by Rita" in words(rita.get(first))
    assert f"This counts again then: One and the same. {REASON}" in words(rita.get(second))
    assert f"This counts again: One and the same. {REASON}" in words(rita.post(f"{second}/withdraw", reason="One after all."))
    rita.post(f"{second}/withdraw", reason="One after all.", sure="yes")
    assert "Ida Moar and Elin Voss One and the same" in words(rita.get("/review/names"))


def test_rulings_are_listed_and_taken_along_as_a_file(rita: Visitor) -> None:
    rita.post(fact_of(rita, "1871"), kind="not_asked", reason=REASON, sure="yes")
    assert REASON in words(rita.get("/review/rulings"))
    file = rita.get("/review/rulings/rulings.toml")
    assert 'kind = "not_asked"' in file.text
    assert file.headers["Content-Disposition"].startswith("attachment")


@pytest.mark.parametrize("address", ["/review/facts/nothing", "/review/rulings/999999", "/review/rulings/99999999999999999999"])
def test_what_is_not_there_is_not_found(rita: Visitor, address: str) -> None:
    assert rita.get(address).status_code == 404


def test_nobody_but_admins_rules(app: Flask, paul: Visitor, rita: Visitor) -> None:
    address = fact_of(rita, "1871")
    tess = staff(app, "Tess", Role.TEACHER)
    for visitor in (paul, tess):
        for path in (address, "/review/facts", "/review/names", "/review/rulings", "/review/rulings/rulings.toml", "/review/rulings/1"):
            assert visitor.get(path).status_code == 403
        assert visitor.post(address, kind="not_asked", reason=REASON, sure="yes").status_code == 403
