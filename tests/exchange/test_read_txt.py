"""Plain text in the encodings that people have."""

import pytest

from quizapp.exchange.read_txt import read_txt
from quizapp.exchange.readable import LONGEST_TEXT, FileRefused

WORDS = "The mill at Orrin\n\n“It turns again,” says Zoë Frühling of the café.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_words_are_the_same_whatever_the_encoding(encoding: str) -> None:
    assert read_txt(WORDS.encode(encoding)).text == WORDS


def test_a_guess_is_told() -> None:
    assert "guessed (“cp1252”)" in read_txt(WORDS.encode("cp1252")).warnings[0]
    assert read_txt(WORDS.encode()).warnings == ()


def test_other_alphabets_are_told_by_their_bytes() -> None:
    words = "Мельница открылась в мае. Том Рэй перерезал ленту перед толпой людей, и колесо снова закрутилось. " * 4
    assert "Мельница открылась" in read_txt(words.encode("cp1251")).text


def test_a_first_line_like_a_headline_is_the_title_and_a_sentence_is_not() -> None:
    assert read_txt(WORDS.encode()).title == "The mill at Orrin"
    assert read_txt(b"The mill turns again.\n\nTom Ray opened it.\n").title == ""


def test_line_ends_and_control_characters_are_put_right_and_nothing_else_changes() -> None:
    assert read_txt(b"\xef\xbb\xbf  One\r\ntwo\x07 \r\n\r\n\r\n\r\nthree\ttabs  four\r\n").text == "One\ntwo\n\nthree\ttabs  four\n"


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(FileRefused, match="Found bytes that no text has; expected plain text"):
        read_txt(b"\x00\x01\x02" * 100)


def test_a_text_that_is_too_long_is_refused_with_its_length() -> None:
    with pytest.raises(FileRefused, match="Found 200,001 characters of text; expected at most 200,000"):
        read_txt(b"x" * (LONGEST_TEXT + 1))


@pytest.mark.parametrize("data", [b"", b" \n\t\n", b"\xef\xbb\xbf"])
def test_a_text_without_words_is_refused(data: bytes) -> None:
    with pytest.raises(FileRefused, match="no text"):
        read_txt(data)
