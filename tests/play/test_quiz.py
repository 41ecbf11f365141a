"""A quiz cannot be built wrong."""

import pytest

from quizapp.play.quiz import FeaturedQuiz, ItemVersionId, Quiz, QuizSettings


def featured(**changes: object) -> FeaturedQuiz:
    return FeaturedQuiz(**({"slug": "one-two", "title": "One", "note": "", "level": "Easy", "items": ("a", "b")} | changes))  # type: ignore[arg-type]


@pytest.mark.parametrize("slug", ["", "Two", "a--b", "-a", "a_b", "a b", "a" * 81, "ä"])
def test_a_slug_is_lower_case_words_and_hyphens(slug: str) -> None:
    with pytest.raises(ValueError, match="slug"):
        featured(slug=slug)


def test_a_quiz_has_a_title_and_each_item_once() -> None:
    with pytest.raises(ValueError, match="title"):
        featured(title=" ")
    with pytest.raises(ValueError, match="0 items"):
        featured(items=())
    with pytest.raises(ValueError, match="2 items, 1 of them"):
        featured(items=("a", "a"))


def test_a_quiz_of_versions_keeps_the_same_rules() -> None:
    made = Quiz(slug="one", title="One", note="", settings=QuizSettings(), items=(ItemVersionId(1),))
    assert made.settings.shuffle_questions
    with pytest.raises(ValueError, match="items"):
        Quiz(slug="one", title="One", note="", settings=QuizSettings(), items=())
