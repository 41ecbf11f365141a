"""A teacher's own question: wrong options for a code, what objects to an option, and numbers told in other words."""

from quizapp.knowledge.article import Article
from quizapp.knowledge.claim import Evidence, cite
from quizapp.knowledge.names import NameEntry
from quizapp.knowledge.scope import Pack, make_scope
from quizapp.knowledge.values.base import ValueType
from quizapp.questions.background import Background, survey
from quizapp.questions.own import Asked, Proposed, propose_for_words
from quizapp.questions.own_codes import codes_like

TEXT = """The last flights of two airships

The airship Heron came home from HV-21 last month, its thirty-ninth flight. Visitors may go aboard from Friday on.

The airship Gull makes its last flight, HV-40, in June. Before it HV-7 carried mail and HV-12 a piano.

Now it flies no more. Its last flight was HV-22, says a plate in the hall that nobody polishes any longer since the town sold the hall.
"""
HERON = "The airship Heron came home from HV-21 last month, its thirty-ninth flight."
ARTICLE = Article(name="airships.txt", text=TEXT, title="The last flights of two airships", slug="airships")
STEM = "What was the Heron's last flight?"


def background() -> Background:
    """What the article names, and nothing that was read in it."""
    names = (NameEntry(name="Heron", type=ValueType.VEHICLE), NameEntry(name="Gull", type=ValueType.VEHICLE))
    return survey(make_scope({ARTICLE.name: ARTICLE}, Pack(names=names), catalogue={}))


def words(quote: str) -> Evidence:
    """Words of the article."""
    start = TEXT.index(quote)
    return cite(ARTICLE, start, start + len(quote))


def asked(*wrong: str, explanation: str = "") -> Proposed:
    """The teacher's question with these wrong answers."""
    return propose_for_words(Asked(stem=STEM, answer="HV-21", evidence=words(HERON), wrong=wrong, explanation=explanation), background())


def failed(proposed: Proposed) -> dict[str, str]:
    """What speaks against it."""
    return {check.name: check.detail for check in proposed.checks if not check.passed}


def test_wrong_answers_for_a_code_are_codes_of_the_same_shape_in_the_article() -> None:
    proposed = asked()
    assert set(proposed.item.options) == {"HV-21", "HV-40", "HV-7", "HV-12"}
    assert failed(proposed) == {}


def test_a_code_is_compared_by_its_shape_and_plain_words_have_none() -> None:
    here = background()
    assert codes_like("HV-21", words(HERON), here) == ("HV-40", "HV-7", "HV-12", "HV-22")
    assert codes_like("QX-5", words(HERON), here)[:1] == ("HV-21",)
    assert codes_like("the airship Heron", words(HERON), here) == ()
    assert codes_like("Gull", words(HERON), here) == ()


def test_a_sentence_that_speaks_of_another_of_the_kind_supports_no_wrong_answer() -> None:
    assert "no second answer" not in failed(asked("HV-40", "HV-7", "HV-12"))


def test_a_sentence_that_may_speak_of_the_same_one_objects_once_with_its_title_and_no_torn_word() -> None:
    said = failed(asked("HV-22", "HV-7", "HV-12"))["no second answer"]
    assert said.startswith("“HV-22” could be right too: “Its last flight was HV-22, says a plate")
    assert "airships.txt" not in said
    assert said.endswith("(The last flights of two airships).")


def test_a_number_in_words_or_as_a_place_in_a_row_is_the_figure_that_tells_it() -> None:
    wrong = ("HV-40", "HV-7", "HV-12")
    assert "explanation shown" not in failed(asked(*wrong, explanation="HV-21 was the 39th flight of the Heron."))
    assert "“40”" in failed(asked(*wrong, explanation="HV-21 was the 40th flight of the Heron."))["explanation shown"]
