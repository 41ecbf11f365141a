"""How a text is cut into sentences, and what of it is no part of the story."""

import time
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.knowledge.reading.paragraphs import paragraphs
from quizapp.knowledge.reading.reader import read
from quizapp.knowledge.reading.spans import BlockKind, Reading

SEEDS = Path(__file__).parents[2] / "seeds"
STORY = "The ferry left the pier at noon with forty guests aboard, and nobody on the quay expected it back before dark."


def sentences(text: str) -> list[str]:
    """The words of all sentences of a text that stands between a headline and an end."""
    return [text[each.span.start : each.span.end] for each in read(text).sentences]


def kinds(text: str) -> list[tuple[str, str]]:
    """The kind and first words of each sentence."""
    return [(each.kind.value, text[each.span.start : each.span.end]) for each in read(text).sentences]


@pytest.mark.parametrize(
    "parts",
    [
        ["Dr. Roe met Mrs. Lind at St. Olaf's.", "They talked."],
        ["The ship left at 10.55 a.m. Danish time from pier No. 5.", "It was late."],
        ["She came at 7 p.m.", "The crew slept."],
        ["It began at 5 p.m. Tuesday in the U.S. Senate.", "He left the U.S.", "In May he came back."],
        ["J. R. R. Lind and Miriam K. Roe wrote Op. 46, pp. 3-5.", "Critics agreed."],
        ["The gap is 3.5 km, i.e. a walk, e.g. for Jan. 5.", "Nobody walks."],
        ["“Is it far?” he asked.", "“No,” she said."],
        ["“Why not?”, said Berg.", "“We can go. ”", "He went."],
        ["“Where is it?” Anna Berg asked.", "Nobody knew."],
        ["It was a failure.“", "However, the crew returned."],
        ["«It is over», he said.", "It was."],
        ["He saw the film the glacier†", "Although it was long, he stayed."],
        ["The hut stood at the northern post .", "It burned ."],
        ["It was “the finest ... of its time”. [5]", "Others disagree. [7] [9]"],
        ["Well… maybe.", "Perhaps not!"],
        ["The end came.", "🇷🇺 Flags waved.", "😀 People laughed."],
        ["She founded Lind Inc. in 1902.", "It sold tea."],
        ["The boat sank.", "iPhone users filmed it."],
        ["It cost 3.5 million.", "“Too much!”", "Nobody paid."],
        ["1. Tea was drunk.", "Milk was not."],
        ["It began at 5 a.m. ."],
    ],
)
def test_sentences_survive_abbreviations_quotations_and_slips(parts: list[str]) -> None:
    assert sentences(" ".join(parts)) == parts


def test_a_no_break_space_ends_a_sentence_as_any_space_does() -> None:
    assert sentences("They spent 12 days there.\u00a0They returned.\u00a0") == ["They spent 12 days there.", "They returned."]


def test_a_full_stop_without_a_space_ends_a_sentence_before_a_word_that_begins_one() -> None:
    assert sentences("The boat sank.The crew waved at example.com.") == ["The boat sank.", "The crew waved at example.com."]


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    text = "The ferry left the pier at noon with forty guests\nand two dogs aboard, and nobody expected it back\nbefore it was dark."
    assert len(paragraphs(text)) == 1
    assert len(paragraphs("Tea\nMilk\nA long line that says a good deal of what was drunk.")) == 3


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("What was found", BlockKind.HEADING),
        ("Image: Ada Roe/Lind", BlockKind.CREDIT),
        ("Photo by Ada Roe", BlockKind.CREDIT),
        ("The pier at dusk. Image: Ada Roe.", BlockKind.CAPTION),
        ("The pier at dusk.\u00a0Photo: Lind/Disclosure", BlockKind.CAPTION),
        ("File photo of the pier at dusk.", BlockKind.CAPTION),
        ("By Ada Roe", BlockKind.BYLINE),
        ("By Ada Roe and Bo Lind, Harbour News", BlockKind.BYLINE),
        ("By boat", BlockKind.HEADING),
        ("Monday, March 5, 2007", BlockKind.DATELINE),
        ("Published on 5 March 2007, 10:30", BlockKind.DATELINE),
        ("See also  A ferry sinks in the north | Harbour", BlockKind.LINK),
        ("Related: A ferry sinks in the north", BlockKind.LINK),
        ("Read more: A ferry sinks in the north", BlockKind.LINK),
        ("Leave a Reply", BlockKind.FORM),
        ("Your email address will not be published. Required fields are marked *", BlockKind.FORM),
        ("— Harbour 🇩🇰 (@harbour) October 12,", BlockKind.SOCIAL),
        ("Source: Harbour News", BlockKind.REFERENCE),
        ("Category: Ferries, Boats", BlockKind.REFERENCE),
        ("He asked them,", BlockKind.BODY),
    ],
)
def test_furniture_is_told_by_its_form(line: str, kind: BlockKind) -> None:
    text = f"A ferry leaves\n\n{STORY}\n\n{line}\n\n{STORY}"
    assert read(text).blocks[2].kind is kind


def test_a_line_above_a_caption_is_a_caption_too() -> None:
    text = f"A ferry leaves\n\nThe captain, moments before the ferry left the pier\nThe captain smiles. Image: Lind\n\n{STORY}"
    assert [block.kind for block in read(text).blocks][1:] == [BlockKind.CAPTION, BlockKind.CAPTION, BlockKind.BODY]


def test_the_title_is_a_headline_wherever_it_stands() -> None:
    text = f"{STORY}\n\nA ferry “leaves”.\n\n{STORY}"
    assert read(text, "A ferry leaves").blocks[1].kind is BlockKind.HEADLINE


def test_a_name_and_a_blurb_at_the_end_are_no_story_but_a_life_in_the_middle_is() -> None:
    blurb = "Tea drinker. Proud rower. Sea lover."
    assert [block.kind for block in read(f"{STORY}\n\nAda Roe\n\n{blurb}\n\nLeave a Reply").blocks][1:3] == [
        BlockKind.BYLINE,
        BlockKind.BLURB,
    ]
    life = f"Ada Roe\n\nAda Roe was a Danish writer. {STORY}\n\n{STORY} {STORY} {STORY} {STORY}"
    assert read(life).blocks[1].kind is BlockKind.BODY


def test_a_pull_quote_repeats_the_story_and_is_none() -> None:
    text = f"A ferry leaves\n\nHe said, “{STORY}” Then he sat down.\n\n{STORY} Bo Lind, captain\n\n{STORY}"
    assert read(text).blocks[2].kind is BlockKind.PULL_QUOTE


def test_the_list_of_sources_at_the_end_is_no_story() -> None:
    text = f"{STORY}\n\nSources\n\nAda Roe: The ferry. Harbour News, 2007.\n\nBo Lind: Piers. 2009."
    assert {block.kind for block in read(text).blocks[1:]} == {BlockKind.REFERENCE}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("date 2021-10-20 The ferry left.", [("dateline", "date 2021-10-20"), ("body", "The ferry left.")]),
        ("Oslo, Norway — The ferry left.", [("dateline", "Oslo, Norway —"), ("body", "The ferry left.")]),
        ("OSLO (Reuters) - The ferry left.", [("dateline", "OSLO (Reuters) -"), ("body", "The ferry left.")]),
        (
            "“Why go?”. — Harbour 🇩🇰 (@harbour) October 12, 2021 The ferry left.",
            [("body", "“Why go?”."), ("social", "— Harbour 🇩🇰 (@harbour) October 12, 2021"), ("body", "The ferry left.")],
        ),
        (
            "The ferry left. Read also: A ferry sinks. It rained.",
            [("body", "The ferry left."), ("link", "Read also: A ferry sinks."), ("body", "It rained.")],
        ),
        (
            "The ferry came back. Norway is going to build a pier. What can we learn from it?",
            [("body", "The ferry came back."), ("link", "Norway is going to build a pier."), ("link", "What can we learn from it?")],
        ),
        (
            "Danish ferry that will cross the sea has more details revealed Berg and Lind sailed on Monday. Berg waved.",
            [
                ("link", "Danish ferry that will cross the sea has more details revealed"),
                ("body", "Berg and Lind sailed on Monday."),
                ("body", "Berg waved."),
            ],
        ),
        ("Danish captain Bo Lind said Berg sailed on Monday. Berg waved.", None),
        ("The ferry came back. “What can we learn from it?” he asked.", None),
    ],
)
def test_furniture_pasted_into_a_paragraph_is_cut_out(text: str, expected: list[tuple[str, str]] | None) -> None:
    found = kinds(text)
    assert found == expected if expected else all(kind == "body" for kind, _ in found)


def seeds() -> Iterator[Reading]:
    for path in sorted(SEEDS.glob("*.txt")):
        title = tomllib.loads(path.with_suffix(".toml").read_text(encoding="utf-8"))["title"]
        with path.open(newline="", encoding="utf-8") as file:
            yield read(file.read(), title)


def test_of_the_seeds_only_the_story_may_give_claims() -> None:
    body = [reading.text[each.span.start : each.span.end] for reading in seeds() for each in reading.body()]
    assert len(body) == 90
    for furniture in ("@Russia", "2021-10-20", "What can we expect", "revealed Shipenko", "Image:", "Sophie", "Gamer", "email", "See also"):
        assert not any(furniture in sentence for sentence in body)
    assert any(sentence.startswith("Although hundreds") for sentence in body)
    assert any(sentence.startswith("Shipenko and Peresild continued") for sentence in body)


def check(reading: Reading) -> None:
    """What holds for the reading of any text."""
    text, last, covered = reading.text, 0, bytearray(len(reading.text))
    for block in reading.blocks:
        assert last <= block.span.start
        last = block.span.end
        covered[block.span.start : last] = b"\x01" * (last - block.span.start)
    assert all(covered[place] or sign.isspace() for place, sign in enumerate(text))
    last = 0
    for sentence in reading.sentences:
        words = text[sentence.span.start : sentence.span.end]
        assert last <= sentence.span.start
        assert words == words.strip()
        assert reading.blocks[sentence.block].span.covers(sentence.span)
        assert not text[last : sentence.span.start].strip()
        last = sentence.span.end
    assert not text[last:].strip()


PIECES = (
    '“|”|"|«|»|‘|’|.|?|!|…|...| | |\n|\n\n|\r\n|\u00a0|\u2028|\x85|\ufeff|Dr.|U.S.|a.m.|He|the film|said|Image:|By|Ada Roe|—|(@x)|🇷🇺'
    "|é|†|1.|[2]|See also|date 2021-10-20|Leave a Reply|Sources|12|. |? |The|What can we do?|,|;"
)


@given(pieces=st.lists(st.sampled_from(PIECES.split("|")) | st.text(max_size=5), max_size=40), title=st.none() | st.text(max_size=20))
def test_blocks_and_sentences_are_in_order_and_leave_nothing_out(pieces: list[str], title: str | None) -> None:
    check(read("".join(pieces), title))


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    check(read(text))


def test_the_seeds_are_read_whole() -> None:
    for reading in seeds():
        check(reading)


NASTY = (
    ". ", "a\n", '"', "“", "A. ", "A ", "He did. ", "Image: ", "By ", "— ", "@", "[1] ", "x", "(", "† ", "? ", "p. ", "Smith-", "\u00a0",
    '"he? ', "date 2021-10-20 ", "Sources\n\n", "Ada Roe\n\nA. B. C.\n\n", "Read more: ", "the film ", "Danish ferry that will ",
)  # fmt: skip


@pytest.mark.parametrize("piece", NASTY)
def test_a_long_nasty_text_takes_time_in_proportion(piece: str) -> None:
    def seconds(size: int) -> float:
        text, best = piece * (size // len(piece)), 60.0
        for _ in range(3):
            began = time.process_time()
            read(text)
            best = min(best, time.process_time() - began)
        return best

    assert seconds(80_000) < 12 * max(seconds(20_000), 0.01)
