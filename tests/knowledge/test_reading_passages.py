"""What a person is shown around a quote."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.knowledge.reading.passages import MOST_SENTENCES, passage_of
from quizapp.knowledge.reading.reader import read
from quizapp.knowledge.reading.spans import BlockKind, Reading, Sentence, Span


def passage(text: str, quote: str) -> str:
    """The passage of a quote that stands once in the text."""
    start = text.index(quote)
    span = passage_of(read(text), Span(start=start, end=start + len(quote)))
    return text[span.start : span.end]


@pytest.mark.parametrize(
    "sentence",
    [
        "Bo Lind flew home on Monday.",
        "There are two huts on the hill.",
        "It is clear that the hut burned.",
        "It appears that forty people came.",
        "However, Lind went home.",
        "This year the hut burned.",
        "The director Bo Lind went home.",
        "The director of the club went home.",
        "The director went home.",
        "Lind said that he liked rain.",
        "Lind’s wife said she likes rain.",
        "Both Lind and Roe went home.",
        "The Two Towers is a book.",
        "When Lind came home, he slept.",
        "“Rain falls,” Lind said.",
    ],
)
def test_a_sentence_that_needs_no_other_is_shown_alone(sentence: str) -> None:
    assert passage(f"The weather was bad. {sentence} Nobody cared.", sentence) == sentence


@pytest.mark.parametrize(
    ("text", "quote", "first"),
    [
        ("Bo Lind sailed. He waves.", "He waves", "Bo Lind"),
        ("Lind and Roe sail. The two wave.", "The two wave", "Lind and"),
        ("Lind and Roe sail. The trio waves.", "The trio waves", "Lind and"),
        ("Lind and Roe sail. They wave. It takes them an hour.", "an hour", "Lind and"),
        ("Tea is cheap. Lind sailed. After his return, he slept.", "slept", "Lind sailed"),
        ("Tea is cheap. Lind sailed. In 1954, he slept.", "slept", "Lind sailed"),
        ("Tea is cheap. Lind sailed. Nobody knew his name.", "his name", "Lind sailed"),
        ("Tea is cheap. Lind sailed. Then Roe slept.", "Roe slept", "Lind sailed"),
        ("Tea is cheap. Lind sailed. There, a hut burned.", "hut", "Lind sailed"),
        ("Tea is cheap. Lind sailed. This was the end.", "the end", "Lind sailed"),
        ("Tea is cheap. Lind sailed. However, they wept.", "wept", "Lind sailed"),
        ("Tea is cheap. Lind sailed. To do this, Roe sold tea.", "sold", "Lind sailed"),
        ("Tea is cheap. Lind and Roe sail. At noon, both waved.", "waved", "Lind and"),
        ("Tea is cheap. Lind made a film. It rained. The film was long.", "was long", "Lind made"),
        ("Tea is cheap. Lind made “The Pier”. Roe liked the film.", "Roe liked", "Lind made"),
        ("Tea is cheap. Meet actress Ada Roe. Lind likes the actress.", "Lind likes", "Meet"),
        ("Tea is cheap. “We sail. We never rest,” Lind said.", "never rest", "“We sail"),
        ("Tea is cheap. Lind said, “We sail. We never rest.”", "never rest", "Lind said"),
        ("Tea is cheap. «We sail. We “never” rest », said Lind.", "rest", "«We sail"),
        ("Tea is cheap. Lind sailed. “Every wave counts,” he said.", "counts", "Lind sailed"),
        ("Tea is cheap. Lind wrote,\n\n“The hut burned.”", "hut burned", "Lind wrote"),
        ("Tea is cheap. Lind said, “We sail.\n\nWe never rest.” It rained.", "never rest", "Lind said"),
        ("Tea is cheap. Bo Lind sailed.\n\nHe waves.", "He waves", "Bo Lind"),
    ],
)
def test_a_sentence_that_leans_on_those_before_is_shown_with_them(text: str, quote: str, first: str) -> None:
    shown = passage(text, quote)
    assert shown.startswith(first)
    assert quote in shown


def test_a_quotation_is_shown_to_its_end_where_it_is_said_whose_it_is() -> None:
    assert passage("It rained. “We sail. We never rest,” Lind said. Tea is cheap.", "We sail") == "“We sail. We never rest,” Lind said."


def test_a_passage_stops_at_furniture() -> None:
    assert passage("Bo Lind sailed. It rains.\n\nWhat he did\n\nHe waves.", "He waves") == "He waves."
    assert passage("Bo Lind sailed. See also: A hut burns. He waves.", "He waves") == "He waves."


def test_a_quote_in_a_heading_is_shown_with_nothing_else() -> None:
    assert passage("He sinks a ferry\n\nBo Lind sailed. It rains.", "sinks") == "He sinks a ferry"


def test_a_passage_goes_back_three_sentences_at_most() -> None:
    text = "Bo Lind sailed. He rows. He swims. He dives. He waves."
    assert passage(text, "waves") == "He rows. He swims. He dives. He waves."
    assert passage(text, "dives") == "Bo Lind sailed. He rows. He swims. He dives."


PIECES = (
    'Bo Lind sailed. |He waves. |They |The trio |It is |the film |a film |“|”|"|«|»| |.|, |: |? |\n\n|\n|This |Then |said Lind. '
    "|In 1954, he |A heading\n\n|Image: Lind|See also: |é|🇷🇺|\u00a0"
)
TEXTS = st.lists(st.sampled_from(PIECES.split("|")) | st.text(max_size=3), min_size=1, max_size=40).map("".join)


def sentences_in(reading: Reading, span: Span) -> list[Sentence]:
    return [each for each in reading.sentences if span.covers(each.span)]


@given(text=TEXTS, data=st.data())
def test_a_passage_covers_its_quote_and_is_its_own_passage(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1)) if text else 0
    if not text:
        return
    quote = Span(start=start, end=data.draw(st.integers(start + 1, len(text))))
    reading = read(text)
    shown = passage_of(reading, quote)
    assert shown.covers(quote)
    assert shown.end <= len(text)
    assert passage_of(reading, shown) == shown


@given(text=TEXTS)
def test_around_a_sentence_stand_few_others_and_no_furniture(text: str) -> None:
    reading = read(text)
    for sentence in reading.sentences:
        shown = sentences_in(reading, passage_of(reading, sentence.span))
        assert sentence in shown
        assert len(shown) <= MOST_SENTENCES
        assert shown == [sentence] or all(each.kind is BlockKind.BODY for each in shown)


@pytest.mark.parametrize("piece", ["He waves. ", "“He waves. ", "A film. The film. ", "It, ", "Bo Lind ", "In 1954 ", "x"])
def test_passages_of_a_long_paragraph_are_found_at_once(piece: str) -> None:
    reading = read(piece * (90_000 // len(piece)))
    began = time.process_time()
    for sentence in reading.sentences[:: max(1, len(reading.sentences) // 100)]:
        passage_of(reading, sentence.span)
    assert time.process_time() - began < 2
