"""Each generator makes questions of its kind from the facts that carry them, and nothing from the others."""

import oslen
import pytest

from quizapp.knowledge.fact import Verdict
from quizapp.questions.background import survey
from quizapp.questions.bank import make_candidates
from quizapp.questions.generators import GENERATORS
from quizapp.questions.generators.cloze import BLANK, ask_cloze
from quizapp.questions.item import Kind

EVERYTHING = make_candidates(oslen.scope())


def drafts(relation: str) -> list[tuple[Kind, str]]:
    fact = oslen.fact(relation)
    return [(draft.kind, draft.stem) for generate in GENERATORS for draft in generate(fact, oslen.background())]


@pytest.mark.parametrize(
    ("relation", "kind", "stem"),
    [
        ("opening", Kind.WHEN, "When did the Oslen Bridge open?"),
        ("ribbon", Kind.WHEN, "At what time was the ribbon of the Oslen Bridge cut?"),
        ("designer", Kind.WHO, "Who designed the Oslen Bridge?"),
        ("guests", Kind.HOW_MANY, "How many guests came to the opening of the Oslen Bridge?"),
        ("work", Kind.HOW_LONG, "How long did work on the Oslen Bridge take?"),
        ("kind", Kind.WHAT, "What kind of bridge is the Oslen Bridge?"),
        ("help", Kind.WHERE, "From which country came help for the Oslen Bridge?"),
    ],
)
def test_a_fact_is_asked_in_the_wording_of_its_relation(relation: str, kind: Kind, stem: str) -> None:
    assert (kind, stem) in drafts(relation)


def test_a_fact_is_also_asked_from_its_other_side_where_that_has_one_answer() -> None:
    assert (Kind.WHICH, "Which bridge did Mara Lindqvist design?") not in drafts("designer"), "an open spelling is a second answer"
    settled = oslen.make(rulings=oslen.RULINGS.replace("open_name", "same_name"))
    (fact,) = survey(settled).facts_of("bridge_designer")
    stems = [draft.stem for generate in GENERATORS for draft in generate(fact, survey(settled))]
    assert "Which bridge did Mara Lindqvist design?" in stems


def test_two_subjects_with_one_value_are_not_asked_from_the_other_side() -> None:
    second = oslen.CLAIMS.replace(
        'subject = "Oslen Bridge"\nrelation = "bridge_designer"', 'subject = "Denmark"\nrelation = "bridge_designer"', 1
    )
    scope = oslen.make(rulings=oslen.RULINGS.replace("open_name", "same_name"), claims=second)
    facts = survey(scope).facts_of("bridge_designer")
    kinds = {draft.kind for fact in facts for generate in GENERATORS for draft in generate(fact, survey(scope))}
    assert len(facts) == 2
    assert Kind.WHICH not in kinds


def test_a_plan_stays_a_plan() -> None:
    assert drafts("painter") == [(Kind.WHO, "Who is to repaint the Oslen Bridge?")]


def test_what_a_ruling_closes_is_never_asked() -> None:
    assert drafts("width") == []


def test_a_disputed_fact_is_asked_only_with_its_source_or_as_a_comparison() -> None:
    assert oslen.fact("length").verdict is Verdict.DISPUTED
    assert sorted(drafts("length")) == [
        (Kind.ACCORDING_TO, "According to the article “A bridge for Oslen”, how long is the Oslen Bridge?"),
        (Kind.ACCORDING_TO, "According to the article “Ten things about a bridge”, how long is the Oslen Bridge?"),
        (Kind.COMPARE, "Articles disagree on the length of the Oslen Bridge. One says 320 metres; what does another say?"),
        (Kind.COMPARE, "Articles disagree on the length of the Oslen Bridge. One says 350 metres; what does another say?"),
    ]


def test_no_option_of_an_item_on_a_disputed_fact_is_another_articles_position() -> None:
    for item in oslen.of_kind(EVERYTHING, Kind.ACCORDING_TO):
        assert {"320 metres", "350 metres"} & set(item.options) == {item.answer}
    for item in oslen.of_kind(EVERYTHING, Kind.COMPARE):
        assert not {"320 metres", "350 metres"} & set(item.distractors)


def test_an_article_torn_between_two_positions_is_not_asked_for_its_own() -> None:
    second = oslen.claim("look_back", "Ten things", "length", "320 metres")
    found = make_candidates(oslen.make(claims=oslen.CLAIMS + second))
    assert {item.source for item in oslen.of_kind(found, Kind.ACCORDING_TO)} == {"opening.txt"}


def test_a_reservation_is_asked_as_the_one_limited_statement() -> None:
    ((_, stem),) = [one for one in drafts("record") if one[0] is Kind.COMPARE]
    assert stem == "Which statement about Oslen Bridge does one article limit with the words “with reservations”?"


def test_of_a_list_one_member_is_the_key_and_no_other_member_is_wrong() -> None:
    proposals = oslen.proposal("ferry", "a rowing boat", "a cable car", "a tunnel", "an airship")
    found = make_candidates(oslen.make(proposals=proposals, claims=oslen.CLAIMS.replace('"ferries"', '"a ferry"')))
    (item,) = (one.item for one in found if "served Oslen" in one.item.stem)
    assert item.answer == "a ferry"
    assert set(item.distractors) == {"a cable car", "a tunnel", "an airship"}


def test_both_spellings_of_an_open_case_never_stand_in_one_item() -> None:
    for one in EVERYTHING:
        words = " ".join((*one.item.options, one.item.stem))
        assert not ("Mara Lindqvist" in words and "Marra Lindqvist" in words)


def test_the_explanation_of_a_disputed_fact_names_its_source() -> None:
    for item in oslen.of_kind(EVERYTHING, Kind.ACCORDING_TO):
        title = oslen.articles()[item.source or ""].title
        assert item.explanation.startswith(f"According to “{title}”, ")
        assert item.answer in item.explanation


def test_a_cloze_leaves_out_the_value_and_nothing_else() -> None:
    (draft,) = ask_cloze(oslen.fact("opening"), oslen.background())
    assert draft.stem == f"The Oslen Bridge opened on {BLANK}."
    (draft,) = ask_cloze(oslen.fact("guests"), oslen.background())
    assert draft.stem == f"{BLANK} came to the opening."


def test_a_cloze_is_made_where_no_wording_exists() -> None:
    bare = oslen.RELATIONS.replace(
        'ask = "When did the {subject} open?"', 'ask = "When did the {subject} open?"\nwhen = { mood = "never" }'
    )
    found = make_candidates(oslen.make(relations=bare))
    assert f"The Oslen Bridge opened on {BLANK}." in [item.stem for item in oslen.of_kind(found, Kind.CLOZE)]


def test_a_cloze_says_what_it_speaks_of() -> None:
    bare = oslen.RELATIONS.replace(
        'ask = "What kind of bridge is the {subject}?"', 'ask = "What kind of bridge is the {subject}?"\nwhen = { mood = "never" }'
    )
    (found,) = (one for one in make_candidates(oslen.make(relations=bare)) if one.item.kind is Kind.CLOZE)
    assert found.item.stem == f"The Oslen Bridge is a {BLANK}."
    assert found.sound


def test_where_articles_take_more_positions_than_a_question_can_show_nothing_is_asked() -> None:
    def said(count: int) -> str:
        quotes = oslen.OPENING.split("\n\n")[1].split()[:count]
        claims = (
            oslen.claim("opening", quote, "length", f"{100 * place} metres", "occurrence = 1") for place, quote in enumerate(quotes, 1)
        )
        return "".join(claims) + oslen.claim("look_back", "350 metres", "length", "35 metres")

    assert [one for one in make_candidates(oslen.make(claims=said(1))) if one.item.kind is Kind.ACCORDING_TO]
    found = make_candidates(oslen.make(claims=said(8)))
    assert not [one for one in found if one.item.kind in {Kind.ACCORDING_TO, Kind.COMPARE}]
