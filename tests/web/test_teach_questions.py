"""The pages with questions on Tess's own article: Sam teaches elsewhere, Paul plays."""

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from flask import Flask

from quizapp.services import job_runs
from quizapp.services.accounts import Role
from quizapp.services.passwords import Passwords
from quizapp.settings import Settings
from quizapp.web import create_app
from services.own_article import TEXT
from web import teaching
from web.browsing import Visitor, words
from web.conftest import CHEAP, KEY
from web.people import place, sign_in, staff

WHEEL = "Mira Holt built the new wheel"
OWN = {
    "stem": "Who built the new wheel of the mill at Orrin?",
    "key": "Mira Holt",
    "wrong_0": "Tom Ray",
    "wrong_1": "Ada Quill",
    "wrong_2": "Vera Lund",
    "wrong_3": "",
    "explanation": "",
}
SAID = {"title": "The mill at Orrin turns again", "date": "2019-05-04", "source": "", "link": "", "form": "pasted"}


@dataclass(frozen=True, kw_only=True)
class Card:
    """A question on the page."""

    item: str
    version: str
    text: str


@pytest.fixture(scope="module")
def read(loaded: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A site on which Tess brought an article that was read, once for all tests: its file, and the article's path."""
    folder = tmp_path_factory.mktemp("read")
    shutil.copy(loaded, folder / "quizapp.sqlite")
    app = create_app(Settings(instance=folder, secret_key=KEY), passwords=Passwords(CHEAP))
    tess = staff(app, "Tess", Role.TEACHER)
    path = place(tess.post("/teach/articles", text=TEXT, rights="own work", rights_note="", **SAID))
    job_runs.work_off(app.extensions["database"])
    app.extensions["database"].close()
    return folder / "quizapp.sqlite", path.split("?")[0]


@pytest.fixture
def app(read: tuple[Path, str], tmp_path: Path) -> Iterator[Flask]:
    """A copy of it."""
    shutil.copy(read[0], tmp_path / "quizapp.sqlite")
    made = create_app(Settings(instance=tmp_path, secret_key=KEY), passwords=Passwords(CHEAP))
    made.testing = True
    yield made
    made.extensions["database"].close()


@pytest.fixture
def tess(app: Flask) -> Visitor:
    """Tess teaches."""
    visitor = Visitor(app)
    assert sign_in(visitor, "Tess").status_code == 303
    return visitor


@pytest.fixture
def mill(read: tuple[Path, str]) -> str:
    """The path of her article."""
    return read[1]


def span(quote: str) -> dict[str, str]:
    """Where words stand in the article, as a form sends it."""
    start = TEXT.index(quote)
    return {"start": str(start), "end": str(start + len(quote))}


def cards(tess: Visitor, mill: str) -> list[Card]:
    """The questions on the page, in order."""
    page = tess.get(f"{mill}/questions?more=1").text
    parts = re.split(r'<li class="cand', page)[1:]
    found = [(re.search(r'id="i-(\w+)"', part), re.search(r'name="version" value="(\d+)"', part), part) for part in parts]
    return [Card(item=item[1], version=version[1], text=part) for item, version, part in found if item and version]


def write(tess: Visitor, mill: str, **changed: str) -> Card:
    """Keep a question of Tess's own, and find it on the page."""
    onward = place(tess.post(f"{mill}/ask", keep="yes", **span(WHEEL), **{**OWN, **changed}))
    item = re.search(r"item=(\w+)", onward)
    assert item
    return next(card for card in cards(tess, mill) if card.item == item[1])


def test_a_second_teacher_finds_nothing_on_any_route_others_are_turned_away(app: Flask, tess: Visitor, mill: str, paul: Visitor) -> None:
    card, sam, player = write(tess, mill), teaching.sam(app), staff(app, "Pia", Role.PLAYER)
    at = f"{mill}/questions/{card.item}"
    fields = {"version": card.version, "reason": "Dull.", "key": "0", "stem": "Why?", "keep": "yes", **span(WHEEL)}
    routes = [
        ("GET", f"{mill}/questions"),
        ("POST", f"{mill}/questions/approve-all"),
        *(("POST", f"{at}/{move}") for move in ("approve", "reject", "undo", "share", "edit")),
        ("GET", f"{at}/edit"),
        ("GET", f"{mill}/ask"),
        ("GET", f"{mill}/ask?start=5&end=20"),
        ("POST", f"{mill}/ask"),
        ("POST", f"{mill}/ask/keep"),
    ]
    for method, path in routes:
        for visitor, status in ((sam, 404), (player, 403), (paul, 403)):
            answer = visitor.get(path) if method == "GET" else visitor.post(path, **fields)
            assert answer.status_code == status, (method, path)
            assert "Orrin" not in answer.text
    assert "Sign in to see this page" in words(paul.get(f"{mill}/questions"))
    rules = {rule.rule for rule in app.url_map.iter_rules() if rule.endpoint.split(".")[0] in {"own_questions", "asking"}}
    assert len(rules) == len({path.split("?")[0] for _, path in routes})


def test_the_article_stands_beside_its_questions_with_their_proof(tess: Visitor, mill: str) -> None:
    page = tess.get(f"{mill}/questions?more=1")
    said = words(page)
    assert "Only what you approve can be played" in said
    assert "Only this article says so" in said
    assert "checks passed" in said
    assert "gate" not in said
    assert re.search(r'<mark data-at="\d+">', page.text)
    assert "Show" in words(tess.get(f"{mill}/questions"))


def test_a_question_is_approved_taken_back_and_rejected_with_a_reason(tess: Visitor, mill: str) -> None:
    card = next(one for one in cards(tess, mill) if "All" in one.text and "checks passed" in one.text)
    at = f"{mill}/questions/{card.item}"
    approved = tess.get(place(tess.post(f"{at}/approve", version=card.version)).split("#")[0])
    assert ": approved." in words(approved)
    assert ": open again." in words(tess.get(place(tess.post(f"{at}/undo", version=card.version)).split("#")[0]))
    refused = tess.post(f"{at}/reject", version=card.version, more="1")
    assert refused.status_code == 422
    assert "Say why, in a few words" in words(refused)
    rejected = tess.get(place(tess.post(f"{at}/reject", version=card.version, reason="Not worth asking")).split("#")[0])
    assert ": rejected." in words(rejected)
    assert "Not worth asking" in words(rejected)


def test_a_doubt_is_answered_with_a_reason_and_what_was_typed_is_not_lost(tess: Visitor, mill: str) -> None:
    card = write(tess, mill, stem="Who never built a wheel but this new wheel of the mill at Orrin?")
    assert "Why it may be asked all the same" in card.text
    at = f"{mill}/questions/{card.item}"
    assert tess.post(f"{at}/approve", version=card.version, more="1").status_code == 422
    done = tess.get(place(tess.post(f"{at}/approve", version=card.version, other="My class knows the story.")).split("#")[0])
    assert "My class knows the story." in words(done)


def test_a_question_that_cannot_be_asked_offers_no_way_to_approve_it(tess: Visitor, mill: str) -> None:
    card = write(tess, mill, wrong_1="tom ray")
    assert "Cannot be asked as it is" in card.text
    assert 'data-key="a"' not in card.text


def test_a_decision_on_an_old_wording_is_told_so(tess: Visitor, mill: str) -> None:
    card = write(tess, mill)
    at = f"{mill}/questions/{card.item}"
    options = {"option_0": "Mira Holt", "option_1": "Tom Ray", "option_2": "Ada Quill"}
    form = {"version": card.version, "key": "0", "explanation": "Mira Holt built it.", **options}
    saved = tess.get(place(tess.post(f"{at}/edit", save="yes", stem="Who made the new wheel of the mill at Orrin?", **form)).split("#")[0])
    assert "is saved and was checked again" in words(saved)
    refused = tess.post(f"{at}/approve", version=card.version, more="1")
    assert refused.status_code == 409
    assert "You were here meanwhile, perhaps in another tab" in words(refused)
    assert f'href="#i-{card.item}"' in refused.text
    assert tess.post(f"{at}/approve", version="9" * 30).status_code == 422


def test_two_tabs_with_one_question_lose_no_words_and_lead_back_to_it(tess: Visitor, mill: str) -> None:
    card = write(tess, mill)
    at = f"{mill}/questions/{card.item}/edit"
    options = {"option_0": "Mira Holt", "option_1": "Tom Ray", "option_2": "Ada Quill"}
    form = {"version": card.version, "key": "0", "explanation": "Mira Holt built it.", **options}
    place(tess.post(at, save="yes", stem="Who made the new wheel of the mill at Orrin?", **form))
    second = tess.post(at, save="yes", stem="By whom was the new wheel of the mill at Orrin made?", **form)
    assert second.status_code == 409
    assert "You were here meanwhile" in words(second)
    assert "It reads now: “Who made the new wheel of the mill at Orrin?”" in words(second)
    assert "By whom was the new wheel of the mill at Orrin made?</textarea>" in second.text
    version = re.search(r'name="version" value="(\d+)"', second.text)
    assert version
    place(tess.post(at, save="yes", stem="By whom was the new wheel of the mill at Orrin made?", **{**form, "version": version[1]}))
    assert "By whom was the new wheel" in words(tess.get(f"{mill}/questions?more=1"))


def test_everything_that_is_missing_is_said_at_once_and_no_old_check_beside_it(tess: Visitor, mill: str) -> None:
    card = write(tess, mill)
    refused = tess.post(f"{mill}/questions/{card.item}/edit", save="yes", version=card.version)
    assert refused.status_code == 422
    for said in ("Write the question.", "No answers; a question has 3 to 5", "Say which answer is right", "what is marked is put right"):
        assert said in words(refused)
    empty = words(tess.post(f"{mill}/ask", keep="yes", **span(WHEEL)))
    assert "Write the question." in empty
    assert "Write the right answer." in empty


def test_who_changes_an_approved_question_is_told_so_and_in_which_quizzes_it_is_asked(app: Flask, tess: Visitor, mill: str) -> None:
    card = write(tess, mill)
    at = f"{mill}/questions/{card.item}"
    assert "This question is approved" not in words(tess.get(f"{at}/edit"))
    place(tess.post(f"{at}/approve", version=card.version, other="Mine."))
    quiz = teaching.new_quiz(tess, int(card.version), title="Wheels")
    said = tess.get(f"{at}/edit")
    assert "This question is approved. A change takes that back" in words(said)
    assert f'<a href="{quiz}">Wheels</a>' in said.text
    options = {"option_0": "Mira Holt", "option_1": "Tom Ray", "option_2": "Ada Quill"}
    form = {"version": card.version, "key": "0", "explanation": "Mira Holt built it.", **options}
    place(tess.post(f"{at}/edit", save="yes", stem="Who made the new wheel of the mill at Orrin?", **form))
    assert "You changed this question. The class meets the wording above" in words(tess.get(quiz))
    new = next(one for one in cards(tess, mill) if one.item == card.item)
    place(tess.post(f"{at}/approve", version=new.version, other="Mine."))
    page = tess.get(quiz)
    assert "1 question has a newer wording" in words(page)
    assert "Newer wording: Who made the new wheel of the mill at Orrin?" in words(page)
    bank = words(tess.get(f"{quiz}/bank?whose=own"))
    assert "Question 1 is an older wording of this" in bank
    exchanged = tess.get(place(tess.post(f"{quiz}/newer", question=card.version)))
    assert "Exchanged." in words(exchanged)
    assert "has a newer wording" not in words(exchanged)
    assert f'href="{at}/edit"' in exchanged.text


def test_what_cannot_be_asked_is_not_offered_for_approval_after_a_change(tess: Visitor, mill: str) -> None:
    card = write(tess, mill)
    form = {"version": card.version, "key": "1", "stem": OWN["stem"], "explanation": "Mira Holt built it."}
    saved = place(
        tess.post(f"{mill}/questions/{card.item}/edit", save="yes", option_0="Mira Holt", option_1="Tom Ray", option_2="Ada Quill", **form)
    )
    page = tess.get(saved.split("#")[0] + "&more=1")
    assert "is saved, but it cannot be asked as it is" in words(page)
    assert "Approve it if you like it" not in words(page)
    changed = next(one for one in cards(tess, mill) if one.item == card.item)
    assert "Likely fine" not in changed.text
    assert "Very likely" not in changed.text


def test_the_counts_of_the_article_the_headline_and_its_line_agree(tess: Visitor, mill: str) -> None:
    place(tess.post(f"{mill}/questions/approve-all"))
    front, page, everything = (words(tess.get(f"{mill}{rest}")) for rest in ("", "/questions", "/questions?more=1"))
    waiting, approved, hidden = (
        int(found[1]) if (found := re.search(rf"(\d+) {what}", front)) else 0 for what in ("questions? to look at", "approved", "more that")
    )
    assert f"{waiting + approved} question" in page
    assert f"{waiting + approved + hidden} questions" in everything
    line = everything.split("Only what you approve")[0].rsplit(f"{waiting + approved + hidden} questions", 1)[1]
    assert sum(map(int, re.findall(r"\d+", line))) == waiting + approved + hidden


def test_a_change_is_checked_without_a_script_and_a_sentence_chosen_as_its_proof(tess: Visitor, mill: str) -> None:
    card = write(tess, mill)
    at = f"{mill}/questions/{card.item}/edit"
    start = TEXT.index("She was born in Tolva in 1961.")
    form = {
        "version": card.version,
        "stem": "Who built it, never mind when?",
        "key": "1",
        "option_0": "Tom Ray",
        "option_1": "Mira Holt",
        "option_2": "Ada Quill",
        "explanation": "",
        "words": f"{start}-{start + 30}",
    }
    checked = tess.post(at, check="yes", **form)
    assert checked.status_code == 200
    assert "What the checks say" in words(checked)
    assert "She was born in Tolva in 1961." in words(checked)
    assert "Who built it, never mind when?" in checked.text
    assert f'name="start" value="{start}"' in re.sub(r"\s+", " ", checked.text)
    refused = tess.post(at, save="yes", **{**form, "option_2": "", "words": ""})
    assert refused.status_code == 422
    assert "2 answers; a question has 3 to 5" in words(refused)
    assert tess.post(at, save="yes", **{**form, "words": "all"}).status_code == 422


def test_a_sentence_is_chosen_without_a_script_and_a_proposal_kept(tess: Visitor, mill: str) -> None:
    choose = tess.get(f"{mill}/ask")
    assert words(choose).count("Mira Holt built the new wheel.") == 1
    found = re.search(r'href="[^"]*words=(\d+-\d+)"><span>Tom Ray opened', choose.text)
    assert found
    page = tess.get(f"{mill}/ask?words={found[1]}")
    assert "What the site can ask" in words(page)
    wide = tess.get(f"{mill}/ask?start=0&end={len(TEXT)}")
    kept = re.search(r'name="fact" value="(\w+)">\s*<input type="hidden" name="item" value="(\w+)"', wide.text)
    assert kept
    done = tess.get(place(tess.post(f"{mill}/ask/keep", fact=kept[1], item=kept[2])).split("#")[0])
    assert "Kept as question" in words(done)
    assert tess.post(f"{mill}/ask/keep", fact=kept[1], item="nonsense").status_code == 404


@pytest.mark.parametrize("query", ["words=nonsense", "start=9&end=3", "start=1&end=99999", "start=" + "9" * 40 + "&end=2"])
def test_words_that_are_not_there_lead_to_the_list_of_sentences(tess: Visitor, mill: str, query: str) -> None:
    answer = tess.get(f"{mill}/ask?{query}")
    assert answer.status_code == 422
    assert "Ask about a sentence" in words(answer)


def test_a_question_of_ones_own_is_checked_and_kept_and_nothing_typed_is_lost(tess: Visitor, mill: str) -> None:
    checked = tess.post(f"{mill}/ask", check="yes", **span(WHEEL), **OWN)
    assert "As it would be asked" in words(checked)
    assert OWN["stem"] in checked.text
    refused = tess.post(f"{mill}/ask", keep="yes", **span(WHEEL), **{**OWN, "wrong_1": "", "wrong_2": ""})
    assert refused.status_code == 422
    assert "Write at least two wrong answers" in words(refused)
    assert OWN["stem"] in refused.text
    assert tess.post(f"{mill}/ask", keep="yes", **OWN).status_code == 422
    assert "Who built the new wheel" in write(tess, mill).text


def test_from_the_article_to_a_quiz_that_can_be_published_in_three_clicks(tess: Visitor, mill: str) -> None:
    approved = tess.get(place(tess.post(f"{mill}/questions/approve-all")))
    assert "approved." in words(approved)
    quiz = place(tess.post("/teach/quizzes/ten", article=mill.rsplit("/", 1)[1]))
    assert "Published as version 1" in words(tess.get(place(tess.post(f"{quiz}/publish"))))


def test_an_article_in_which_nothing_was_approved_makes_no_quiz(tess: Visitor, mill: str) -> None:
    assert tess.post("/teach/quizzes/ten", article=mill.rsplit("/", 1)[1]).status_code == 409


def test_private_words_stay_out_of_the_public_pages(tess: Visitor, mill: str, paul: Visitor) -> None:
    tess.post(f"{mill}/questions/approve-all")
    for path in ("/", "/articles", "/disagreements", "/play/quick-ten"):
        assert "Orrin" not in paul.get(path).text
