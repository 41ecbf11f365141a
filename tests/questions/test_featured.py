"""Featured quizzes are read from data, in order, and refused by place."""

import pytest

from quizapp.knowledge.errors import PackError
from quizapp.play.featured import read_featured

QUIZ = '[[quiz]]\nslug = "easy-ten"\ntitle = "An easy ten"\nnote = "To begin with."\nlevel = "easy"\nitems = ["a", "b"]\n'


def test_a_quiz_keeps_the_order_of_its_items_and_its_settings() -> None:
    (quiz,) = read_featured("quizzes.toml", f"{QUIZ}[quiz.settings]\nshuffle_questions = false\n".encode())
    assert (quiz.slug, quiz.items) == ("easy-ten", ("a", "b"))
    assert (quiz.settings.shuffle_questions, quiz.settings.shuffle_options) == (False, True)


@pytest.mark.parametrize(
    ("old", "new"),
    [('"easy-ten"', '"Easy ten"'), ('["a", "b"]', '["a", "a"]'), ('["a", "b"]', "[]"), ('level = "easy"', 'mood = "easy"')],
)
def test_a_quiz_that_cannot_be_used_names_its_place(old: str, new: str) -> None:
    with pytest.raises(PackError, match=r"quizzes\.toml"):
        read_featured("quizzes.toml", QUIZ.replace(old, new).encode())
