"""Nothing of an answer leaves the server before the answer is stored."""

import re
from collections.abc import Iterator

from flask import Flask
from werkzeug.test import TestResponse

from web.browsing import Asked, Visitor
from web.skerry import ARTICLES, ROWS, answer_to


def everything(response: TestResponse) -> str:
    """All that is sent: head and body."""
    return f"{response.headers}\n{response.text}"


def test_a_question_carries_neither_explanation_nor_passage_nor_source(paul: Visitor) -> None:
    asked = paul.start()
    while True:
        row = next(row for row in ROWS if row.stem == asked.stem)
        sent = everything(paul.get(asked.path))
        assert row.explanation not in sent
        for article, quote, _ in row.places:
            assert quote not in sent
            assert ARTICLES[article][0] not in sent.replace(asked.stem, "")
        assert not re.search(r"correct|explanation|verdict|/articles|data-|<!--", sent)
        paul.answer(asked)
        page = paul.next(asked)
        if 'id="answer"' not in page.text:
            break
        asked = paul.read(page)


def test_the_right_option_is_written_like_any_other(paul: Visitor) -> None:
    asked = paul.start()
    page = paul.get(asked.path).text
    rows = re.findall(r'<label class="opt">.*?</label>', page, re.DOTALL)
    plain = {
        re.sub(r"[A-D]</span>", "", row.replace(text, "").replace(token, ""))
        for row in rows
        for text, token in asked.options.items()
        if token in row
    }
    assert len(plain) == 1


def test_option_tokens_differ_from_attempt_to_attempt_and_do_not_sort_by_rightness(app: Flask) -> None:
    tokens: set[str] = set()
    places = set()
    for asked in first_questions(app):
        assert tokens.isdisjoint(asked.options.values())
        tokens.update(asked.options.values())
        places.add(sorted(asked.options.values()).index(asked.right()))
    assert len(places) == 4


def test_options_are_shuffled(app: Flask) -> None:
    assert len({list(asked.options).index(answer_to(asked.stem)) for asked in first_questions(app)}) == 4


def first_questions(app: Flask) -> Iterator[Asked]:
    """The first question of forty guests."""
    return (Visitor(app).start() for _ in range(40))


def test_marks_of_an_article_stay_hidden_while_its_questions_are_open(paul: Visitor, sam: Visitor) -> None:
    paul.start()
    page = paul.get("/articles/the-lamp-on-skerry-burns-again")
    assert "stay hidden until you have answered them" in page.text
    assert "<mark id=" not in page.text
    assert "<mark id=" in sam.get("/articles/the-lamp-on-skerry-burns-again").text


def test_a_proof_leads_to_its_words_even_while_other_marks_are_hidden(app: Flask) -> None:
    paul, asked = in_an_article_with_more_to_ask(app)
    proof = paul.follow(paul.answer(asked))
    link = re.search(r'href="(/articles/[^"#]+)#([^"]+)"', proof.text)
    assert link
    page = paul.get(link[1]).text
    assert f'<span class="spot" id="{link[2]}">' in page
    assert page.count('class="spot"') == 1
    assert "<mark id=" not in page


def in_an_article_with_more_to_ask(app: Flask) -> tuple[Visitor, Asked]:
    """A guest whose first question is not the only one that the quiz asks of the harbour's article."""
    while True:
        guest = Visitor(app)
        asked = guest.start()
        if asked.stem != "Who opened the harbour of Skerry?":
            return guest, asked


def test_open_questions_are_left_out_of_the_disagreements(paul: Visitor, sam: Visitor) -> None:
    paul.start()
    assert "two months" not in paul.get("/disagreements").text
    assert "two months" in sam.get("/disagreements").text
