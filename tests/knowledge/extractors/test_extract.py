"""Extraction as a whole: order, names across articles, agreement, and the way without the model."""

import gc

import pytest

from quizapp.knowledge.catalogue import shipped_catalogue
from quizapp.knowledge.extractors import extract, model
from quizapp.knowledge.extractors.tree import Word
from quizapp.knowledge.fact import Fact, Verdict
from quizapp.knowledge.rulings import RulingKind
from quizapp.knowledge.scope import make_scope
from tests.knowledge.extractors.reading import article

LONG = "The Tessel Bridge is 1,840 metres long. It was opened in 1932."
SHORT = "Many came to see it. The Tessel Bridge is only 1,480 metres long. The bridge was opened in 1932."


def facts_of(*texts: str) -> dict[str, Fact]:
    articles = [article(text, name=f"{place}.txt") for place, text in enumerate(texts)]
    scope = make_scope({one.name: one for one in articles}, extract(articles), catalogue=shipped_catalogue())
    return {fact.relation.key: fact for fact in scope.facts}


def test_articles_that_differ_dispute_and_articles_that_agree_corroborate() -> None:
    facts = facts_of(LONG, SHORT)
    assert facts["be.how_much"].verdict is Verdict.DISPUTED
    assert facts["open.when"].verdict is Verdict.CORROBORATED


def _words_kept() -> int:
    gc.collect()
    return sum(isinstance(one, Word) for one in gc.get_objects())


def test_nothing_of_the_parse_is_kept_beside_the_claims() -> None:
    before = _words_kept()
    pack = extract([article(LONG, name="1.txt"), article(SHORT, name="2.txt")])
    assert pack.claims
    assert _words_kept() == before


def test_the_order_of_articles_does_not_matter() -> None:
    one, two = article(LONG, name="1.txt"), article(SHORT, name="2.txt")
    assert extract([one, two]) == extract([two, one])


def test_two_spellings_become_an_open_case_with_both_articles_and_are_not_merged() -> None:
    texts = ("The cosmonaut Anton Shkaplerov flew to Mars.", "The cosmonaut Anton Ahkaplerov flew to Mars.")
    pack = extract([article(text, name=f"{place}.txt") for place, text in enumerate(texts)])
    cases = [ruling for ruling in pack.rulings if ruling.kind is RulingKind.OPEN_NAME]
    assert [ruling.names for ruling in cases] == [("Anton Ahkaplerov", "Anton Shkaplerov")]
    assert "0.txt" in cases[0].reason
    assert "1.txt" in cases[0].reason
    assert len({claim.subject for claim in pack.claims if claim.relation == "be.role"}) == 2


def test_two_people_with_one_first_name_stay_two() -> None:
    pack = extract([article("John Key arrived in Paris on Monday. John Cornyn arrived in Rome. Mr Key left.")])
    assert not pack.rulings
    assert {entry.name for entry in pack.names} >= {"John Key", "John Cornyn"}


def test_every_claim_has_an_open_relation_in_the_pack() -> None:
    pack = extract([article(LONG)])
    assert {claim.relation for claim in pack.claims} == {relation.key for relation in pack.relations}


def test_without_the_model_plain_dates_and_sums_are_still_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model, "missing", lambda: "The language model is missing")
    pack = extract([article("The Tessel Bridge was opened in 1932. The Tessel Bridge cost 3 million euros. Ann Lee, 19, came first.")])
    assert [(claim.relation, claim.value.display()) for claim in pack.claims][:1] == [("open.when", "1932")]
    assert {claim.relation for claim in pack.claims} == {"open.when", "cost.how_much", "be.age"}


def test_a_missing_model_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model, "PACKAGES", ("no_such_model_package",))
    model.load.cache_clear()
    try:
        assert "pip install" in (model.missing() or "")
    finally:
        model.load.cache_clear()


def test_a_place_in_a_place_and_a_hospital_in_a_town_are_no_contradiction() -> None:
    facts = facts_of("Anna Keller was born in Groningen.", "Anna Keller was born in Groningen, in the Netherlands.")
    assert facts["bear.where"].verdict is not Verdict.DISPUTED
    facts = facts_of("Anna Keller died in Lyon.", "Anna Keller died at the Orlec Hospital.", "Anna Keller died in France.")
    assert facts["die.where"].verdict is not Verdict.DISPUTED


def test_two_towns_are_a_contradiction() -> None:
    facts = facts_of("Anna Keller was born in Groningen.", "Anna Keller was born in Utrecht.")
    assert facts["bear.where"].verdict is Verdict.DISPUTED


def test_the_years_after_a_namesake_are_not_those_of_the_hero() -> None:
    text = "Peter Adam Brown (1754 - 1825) was an engineer. His father Peter Brown (1704 - 1787) was a painter."
    pack = extract([article(text)])
    assert len({claim.value.normal for claim in pack.claims if claim.relation == "bear.when" and claim.subject == "Peter Adam Brown"}) == 1


def test_an_agency_in_the_dateline_is_the_origin_of_the_article() -> None:
    text = "ORLEC (Reuters) - Anna Keller bought the Orlec Mill in 1990. The Orlec Mill was built in 1890."
    assert {claim.origin for claim in extract([article(text)]).claims} == {"Reuters"}
    assert {claim.origin for claim in extract([article(text.replace("(Reuters) - ", "- "))]).claims} == {None}
