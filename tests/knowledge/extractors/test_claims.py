"""What single sentences claim."""

import pytest

from quizapp.knowledge.claim import Modality
from quizapp.knowledge.values.base import ValueType
from tests.knowledge.extractors.reading import article, asked, claims_of, told

MOVE = "Antonia Keller moved to Canada in 1892. She taught music at Harvard University. She died in Boston."


def test_a_date_hangs_from_its_verb_and_keeps_the_direction() -> None:
    claim = claims_of(MOVE, "move.when")[0]
    assert (claim.subject, claim.value.display(), claim.qualifiers) == ("Antonia Keller", "1892", (("to", "canada"),))


def test_a_pronoun_with_one_antecedent_is_resolved() -> None:
    assert told(MOVE, "teach.where") == [("Antonia Keller", "Harvard University")]


def test_a_pronoun_with_two_possible_antecedents_is_refused() -> None:
    text = "The prize of John Miller pleased Peter Brown. Both were in Paris. He moved to Canada in 1892."
    assert told(text, "move.when") == []


def test_a_bare_definite_noun_is_refused() -> None:
    assert told("The film was shot in Prague in 1990.", "shoot.when") == []


def test_active_and_passive_have_one_relation() -> None:
    active = told("Edith Callow designed Dunmarrow Library.", "design.agent")
    passive = told("Dunmarrow Library was designed by Edith Callow.", "design.agent")
    assert active == passive == [("Dunmarrow Library", "Edith Callow")]


def test_an_apposition_tells_a_role_with_its_complement() -> None:
    text = "Oleg Kononenko, deputy director of the training center, explained the plan to Maria Lopez."
    assert ("Oleg Kononenko", "deputy director of the training center") in told(text, "be.role")


def test_a_title_before_a_name_is_a_role() -> None:
    assert ("Julia Stone", "actress") in told("The actress Julia Stone arrived in London on Monday.", "be.role")


def test_a_date_that_belongs_to_a_noun_is_refused() -> None:
    text = "The request of the town results from the sentence of the Supreme Court on July 8."
    assert told(text, "result.when") == []


def test_each_of_two_subjects_gets_its_claim() -> None:
    text = "Julia Stone and Peter Brown spent 12 days in Paris."
    assert told(text, "spend.how_long") == [("Julia Stone", "12 days"), ("Peter Brown", "12 days")]


def test_a_place_noun_gives_way_to_the_name_after_of() -> None:
    assert ("Milo Terzan", "Orlec") in told("Milo Terzan was born in the mountain village of Orlec.", "bear.where")


@pytest.mark.parametrize(
    ("text", "relation", "modality"),
    [
        ("Oleg Novak will play a sick cosmonaut in the film.", "play.object", Modality.PLANNED),
        ("Maria Lopez said Peter Brown left Los Angeles on September 24.", "leave.when", Modality.REPORTED),
        ("Peter Brown allegedly left Los Angeles on September 24.", "leave.when", Modality.OPINION),
        ("Peter Brown left Los Angeles on September 24.", "leave.when", Modality.ASSERTED),
        ("Peter Brown did not leave Los Angeles on September 24.", "leave.when", Modality.NEGATED),
    ],
)
def test_modality_follows_the_clause(text: str, relation: str, modality: Modality) -> None:
    assert [claim.modality for claim in claims_of(text, relation)] == [modality]


def test_an_agency_is_the_origin() -> None:
    text = "According to Reuters news agency, Peter Brown left Los Angeles on September 24."
    assert {claim.origin for claim in claims_of(text, "leave.when")} == {"Reuters"}


def test_a_statement_has_its_speaker() -> None:
    text = "“Every second of the flight was a great discovery,” said Julia Stone."
    claims = claims_of(text, "say.agent")
    assert [(claim.value.display(), claim.value.type) for claim in claims] == [("Julia Stone", ValueType.PERSON)]


def test_evidence_is_exact_although_the_model_reads_cleaned_text() -> None:
    text = "Dvora  Keller (/ ˈdvɔːra /; born 1841) moved to\u00a0Canada [2] 🇷🇺 in 1892."
    source = article(text)
    claims = claims_of(text)
    assert claims
    assert all(claim.evidence.holds_in(source) for claim in claims)


def test_life_dates_in_brackets_are_read() -> None:
    text = "Anton Berg (8 September 1841 – 1 May 1904) was a Czech composer."
    assert told(text, "bear.when") == [("Anton Berg", "8 September 1841")]
    assert told(text, "die.when") == [("Anton Berg", "1 May 1904")]


def test_years_after_a_title_are_nobodys_life() -> None:
    text = "Anna Keller wrote A New Grammar on Historical Principles (1909 - 1949) in seven parts."
    assert told(text, "die.when") == []


def test_a_counted_subject_is_told_of_its_place() -> None:
    claim = claims_of("All 23 miners who had been trapped in Santa Rufina were rescued after three days.", "rescue.how_many")[0]
    assert (claim.subject, claim.value.display()) == ("miners", "23 miners")


@pytest.mark.parametrize(
    ("text", "relation", "question"),
    [
        (MOVE, "move.when", "In which year did Antonia Keller move to Canada?"),
        ("The Linden Bridge was opened on 4 May 1932 by Maria Lopez.", "open.when", "When was the Linden Bridge opened?"),
        ("Edith Callow designed Dunmarrow Library.", "design.agent", "Who designed Dunmarrow Library?"),
        (
            "The petition of the Green Party has 11,000 signatures.",
            "have.how_many",
            "How many signatures does the petition of the Green Party have?",
        ),
        ("Oleg Novak will play a sick cosmonaut.", "play.agent", "Who was to play a sick cosmonaut?"),
    ],
)
def test_questions_are_made_from_the_clause(text: str, relation: str, question: str) -> None:
    assert question in asked(text, relation)


def test_no_question_holds_its_answer_a_relative_day_or_a_pronoun() -> None:
    text = MOVE + " Yesterday she gave her brother 20 books in Boston. Maria Lopez met her there on Tuesday."
    for claim in claims_of(text):
        for wording in claim.shape.wordings if claim.shape else ():
            words = wording.ask.lower().rstrip("?").split()
            assert not {"yesterday", "she", "tuesday"} & set(words)
            assert claim.value.display().lower() not in wording.ask.lower()
