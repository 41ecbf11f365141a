"""Words of a text find their place in its corrected version, or are told to be gone; nothing is guessed."""

from hypothesis import assume, given
from hypothesis import strategies as st

from quizapp.knowledge.anchoring import Anchoring

OLD = "The ferry left at nine. Ada Quill steered it.\nAda Quill came back at noon.\n"
WORDS = st.text(alphabet="ab .\n", min_size=1, max_size=60)


def moved(old: str, new: str, quote: str, nth: int = 1) -> str | None:
    """The words with what stands around them in the new text, or None."""
    start = -1
    for _ in range(nth):
        start = old.index(quote, start + 1)
    found = Anchoring(old, new).find(start, start + len(quote))
    return None if found is None else new[: found[0]] + "[" + new[found[0] : found[1]] + "]" + new[found[1] :]


def test_words_move_with_what_is_put_before_them() -> None:
    new = OLD.replace("nine", "half past nine")
    assert moved(OLD, new, "Ada Quill steered it") == new.replace("Ada Quill steered it", "[Ada Quill steered it]")


def test_of_two_places_each_keeps_its_own() -> None:
    new = "A note.\n" + OLD
    assert moved(OLD, new, "Ada Quill", 1) == "A note.\nThe ferry left at nine. [Ada Quill] steered it.\nAda Quill came back at noon.\n"
    assert moved(OLD, new, "Ada Quill", 2) == "A note.\nThe ferry left at nine. Ada Quill steered it.\n[Ada Quill] came back at noon.\n"


def test_a_sentence_that_was_moved_is_found_by_its_surroundings() -> None:
    new = "Ada Quill came back at noon.\nThe ferry left at nine. Ada Quill steered it.\n"
    found = moved(OLD, new, "Ada Quill", 2)
    assert found == "[Ada Quill] came back at noon.\nThe ferry left at nine. Ada Quill steered it.\n"


def test_words_that_were_corrected_are_gone() -> None:
    assert moved(OLD, OLD.replace("at noon", "at one"), "came back at noon") is None


def test_of_two_places_that_fit_equally_well_none_is_taken() -> None:
    assert moved("x Ada y", "Ada\n\n\nAda", "Ada") is None


def test_words_that_stood_twice_and_stand_once_in_other_surroundings_are_not_guessed() -> None:
    assert moved("Ada sang.\nAda wept.\n", "Nobody but (Ada)", "Ada", 1) is None


@given(WORDS, st.data())
def test_in_an_unchanged_text_everything_stays(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert Anchoring(text, text).find(start, end) == (start, end)


@given(WORDS, WORDS, st.data())
def test_what_is_found_has_the_same_words(old: str, new: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(old) - 1))
    end = data.draw(st.integers(start + 1, len(old)))
    found = Anchoring(old, new).find(start, end)
    if found is not None:
        assert new[found[0] : found[1]] == old[start:end]


@given(WORDS, WORDS, WORDS)
def test_what_is_added_around_a_text_moves_its_words_along(before: str, text: str, after: str) -> None:
    assume(text not in before + after)
    new = f"{before}\n{text}\n{after}"
    found = Anchoring(f"\n{text}\n", new).find(1, 1 + len(text))
    if sum(new.startswith(text, place) for place in range(len(new))) == 1:
        assert found == (len(before) + 1, len(before) + 1 + len(text))


@given(WORDS, st.data())
def test_there_and_back_is_where_it_was(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    cut = data.draw(st.integers(0, len(text)))
    new = text[:cut] + data.draw(st.sampled_from(["b", "\n", "a.", "X"])) + text[cut:]
    found = Anchoring(text, new).find(start, end)
    if found is not None:
        back = Anchoring(new, text).find(*found)
        assert back in {None, (start, end)}
