"""Which sentences hold some words, and how many of some others."""

from quizapp.knowledge.article import Article
from quizapp.questions.passages import SentenceIndex, index_of
from quizapp.questions.words import names_stand

TEXT = """Anna Berg baked bread for the mayor.

Anna Berg sold bread to the baker of the town.

Later anna berg seeds were sold in town.

The mayor, Anna Berg, sold cakes.
"""


def index() -> SentenceIndex:
    return index_of([Article(name="a.txt", text=TEXT, title="A market", slug="a")])


def test_a_sentence_counts_when_it_holds_enough_of_the_other_words() -> None:
    wanted = {"sold", "bread", "town"}
    found = {least: [one.text[:14] for one in index().naming("Anna Berg", beside=wanted, least=least)] for least in range(4)}
    assert found == {
        0: ["Anna Berg bake", "Anna Berg sold", "The mayor, Ann"],
        1: ["Anna Berg bake", "Anna Berg sold", "The mayor, Ann"],
        2: ["Anna Berg sold"],
        3: ["Anna Berg sold"],
    }


def test_words_that_no_sentence_holds_are_found_nowhere() -> None:
    assert list(index().holding(["bread"], beside={"violin", "piano"}, least=1)) == []
    assert list(index().holding([])) == []


def test_a_name_stands_where_it_is_written_with_marks_around_it() -> None:
    assert all(
        names_stand("Anna Berg", text)
        for text in ("Anna Berg", "So said Anna Berg, twice", "(Anna Berg)", "Anna Berg’s hat", "by Anna Berg.")
    )
    assert not any(names_stand("Anna Berg", text) for text in ("Anna Bergmann", "anna berg", "Joanna Berg", "Anna, Bergen", ""))
