"""Articles are read as they are, or refused with what to do."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.knowledge.article import MAX_BYTES, MAX_LINE, Article, read_article, slugify
from quizapp.knowledge.errors import ArticleError

PLAIN = st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc"))).filter(lambda text: text.strip())


@given(PLAIN)
def test_the_text_of_record_is_the_file_decoded_and_nothing_else(text: str) -> None:
    assert read_article("a.txt", text.encode("utf-8")).text == text


def test_newlines_spaces_and_emoji_stay_as_they_are() -> None:
    text = " One\r\n\u00a0two 🇷🇺\tthree"
    assert read_article("a.txt", text.encode()).text == text


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"", "no text"),
        (b" \n\t ", "no text"),
        (b"abc\xff\xfe", "byte 3 (0xff)"),
        (b"PK\x03\x04abc", "control character U+0003 at character 2"),
        (b"x" * (MAX_LINE + 1), f"line 1 with {MAX_LINE + 1:,} characters"),
        (b"x" * (MAX_BYTES + 1), f"{MAX_BYTES + 1:,} bytes"),
    ],
)
def test_what_is_no_article_is_refused_with_name_place_and_remedy(data: bytes, found: str) -> None:
    with pytest.raises(ArticleError) as caught:
        read_article("broken.txt", data)
    assert str(caught.value).startswith("broken.txt: found ")
    assert found in str(caught.value)
    assert "expected" in str(caught.value)


def test_the_sidecar_gives_title_slug_and_date() -> None:
    article = read_article("a.txt", b"Words.", b'title = "A day"\nslug = "day"\ndate = 2021-10-20\nsource = "own work"')
    assert (article.title, article.slug, article.date, article.source) == ("A day", "day", datetime.date(2021, 10, 20), "own work")


@pytest.mark.parametrize("sidecar", [b"title = 3", b"tilte = 'x'", b"date = 'soon'", b"slug = 'Not A Slug'", b"\xff", b"title = "])
def test_a_broken_sidecar_is_refused_by_name(sidecar: bytes) -> None:
    with pytest.raises(ArticleError, match=r"a\.txt's sidecar"):
        read_article("a.txt", b"Words.", sidecar)


def test_without_a_sidecar_no_date_is_invented_and_a_headline_is_the_title() -> None:
    article = read_article("a.txt", b"Bridge opens after two years\n\nOn 3 May 2020 it opened.")
    assert article.date is None
    assert article.title == "Bridge opens after two years"


def test_without_a_headline_the_title_stands_in_square_brackets() -> None:
    title = read_article("a.txt", b"The bridge was opened by the mayor on a rainy day in May.").title
    assert title == "[The bridge was opened by the mayor …]"


def test_another_text_is_another_revision() -> None:
    one, other = (Article(name="a", text=text, title="A", slug="a") for text in ("abc", "abd"))
    assert one.revision != other.revision


@given(st.text())
def test_every_title_has_a_slug_that_can_stand_in_an_address(title: str) -> None:
    slug = slugify(title)
    assert slug
    assert len(slug) <= 60
    assert set(slug) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
