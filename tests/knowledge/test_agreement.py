"""Claims become facts: positions, verdicts, and the same answer at any size."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from quizapp.knowledge import grouping
from quizapp.knowledge.agreement import agree
from quizapp.knowledge.article import RevisionId
from quizapp.knowledge.claim import Claim, Evidence, MadeBy, Modality
from quizapp.knowledge.comparing import compare
from quizapp.knowledge.fact import Fact, Verdict
from quizapp.knowledge.grouping import homes
from quizapp.knowledge.names import NameEntry, Names, SpellingCase, SpellingState
from quizapp.knowledge.relation import Asks, Cardinality, Relation
from quizapp.knowledge.values.amount import Amount
from quizapp.knowledge.values.base import Comparison, Value, ValueType
from quizapp.knowledge.values.reading import read_value
from quizapp.knowledge.values.word import Name
from tests.evaluation.scale import claims as many_claims
from tests.evaluation.scale import exponent

ONE = Relation(key="length", subject_type=ValueType.PLACE, value_type=ValueType.DURATION, asks=Asks.HOW_LONG, about="how long")
MANY = Relation(
    key="visit", subject_type=ValueType.PERSON, value_type=ValueType.PLACE, asks=Asks.WHERE, about="where", cardinality=Cardinality.MANY
)


def claim(value: Value, *, article: str = "a", at: int = 0, relation: str = "length", modality: Modality = Modality.ASSERTED) -> Claim:
    evidence = Evidence(article=article, start=at, end=at + 1, quote="x", revision=RevisionId(article))
    return Claim(subject="the film", relation=relation, value=value, evidence=evidence, made_by=MadeBy.HAND, modality=modality)


def fact_of(*claims: Claim, names: Names | None = None) -> Fact:
    catalogue = {relation.key: relation for relation in (ONE, MANY)}
    return agree(claims, catalogue=catalogue, names=names or Names())[0]


def duration(written: str) -> Value:
    return read_value(written, ValueType.DURATION)


def place(written: str) -> Value:
    return Name(type=ValueType.PLACE, text=written)


def test_a_coarser_wording_belongs_to_its_position() -> None:
    fact = fact_of(claim(duration("several months"), article="a"), claim(duration("four months"), article="b"))
    assert [position.value.display() for position in fact.positions] == ["4 months"]
    assert fact.verdict is Verdict.CORROBORATED


def test_ranges_that_touch_are_two_positions() -> None:
    fact = fact_of(claim(duration("25 to 35 minutes"), article="a"), claim(duration("35-40 minutes"), article="b"))
    assert fact.verdict is Verdict.DISPUTED


def test_many_values_are_no_dispute() -> None:
    fact = fact_of(claim(place("Rome"), relation="visit"), claim(place("Oslo"), relation="visit", article="b", at=2))
    assert (len(fact.positions), fact.verdict) == (2, Verdict.STATED)


def test_saying_and_denying_one_value_is_a_dispute() -> None:
    fact = fact_of(
        claim(place("Rome"), relation="visit"),
        claim(place("Rome"), relation="visit", article="b", modality=Modality.NEGATED),
    )
    assert fact.verdict is Verdict.DISPUTED


def test_spellings_that_await_a_ruling_neither_agree_nor_dispute() -> None:
    names = Names((), (SpellingCase(names=("Anton Shkaplerov", "Anton Ahkaplerov"), state=SpellingState.OPEN),))
    values = [Name(type=ValueType.PERSON, text=text) for text in ("Anton Shkaplerov", "Anton Ahkaplerov")]
    fact = fact_of(claim(values[0], article="a"), claim(values[1], article="b"), names=names)
    assert (len(fact.positions), fact.verdict) == (2, Verdict.STATED)


def test_a_ruling_ends_a_case_that_extraction_opened() -> None:
    pair = ("Anton Shkaplerov", "Anton Ahkaplerov")
    names = Names((), tuple(SpellingCase(names=pair, state=state) for state in (SpellingState.OPEN, SpellingState.DIFFERENT)))
    assert not names.is_open(*pair)


def test_a_weekday_and_a_month_that_fit_are_no_dispute() -> None:
    values = [read_value(written, ValueType.DATE, article_date=date(2021, 1, 1)) for written in ("Tuesday", "May 2020")]
    assert fact_of(claim(values[0]), claim(values[1], article="b")).verdict is not Verdict.DISPUTED


def test_a_broader_name_belongs_to_the_finer_one() -> None:
    names = Names((NameEntry(name="surgeon", type=ValueType.ROLE, broader=("doctor",)), NameEntry(name="doctor", type=ValueType.ROLE)))
    values = [Name(type=ValueType.ROLE, text=text) for text in ("doctor", "surgeon")]
    assert homes(values, names) == [1, 1]


amounts = some.builds(
    lambda low, width, unit: Amount(type=ValueType.DURATION, low=float(low), high=float(low + width), unit=unit),
    some.integers(0, 60),
    some.sampled_from((0, 0, 0, 1, 5, 40)),
    some.sampled_from(("minute", "hour")),
)
dates = some.builds(
    lambda year, month, day: read_value(" ".join(word for word in (day, month, year) if word), ValueType.DATE),
    some.sampled_from(("1990", "1991", "1992")),
    some.sampled_from(("May", "June")),
    some.sampled_from(("1", "2", "")),
)


@given(some.lists(amounts | dates, min_size=1, max_size=40))
def test_every_value_goes_to_one_that_is_the_same_or_finer(values: list[Value]) -> None:
    home = homes(values, Names())
    for place_, target in enumerate(home):
        assert home[target] == target
        wanted = {Comparison.SAME, Comparison.COARSER}
        assert place_ == target or compare(values[place_], values[target], Names()) in wanted


@given(some.lists(amounts | dates, min_size=1, max_size=30))
def test_no_position_is_the_same_as_or_coarser_than_another(values: list[Value]) -> None:
    tops = sorted(set(homes(values, Names())))
    for one in tops:
        for other in tops:
            assert one == other or compare(values[one], values[other], Names()) is Comparison.DIFFERENT


@given(some.lists(amounts | dates, min_size=1, max_size=30))
def test_the_index_for_many_values_finds_as_many_positions_as_all_pairs(values: list[Value]) -> None:
    few = homes(values, Names())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(grouping, "FEW", 1)
        many = homes(values, Names())
    assert len(set(few)) == len(set(many))


def test_grouping_grows_linearly() -> None:
    import time

    measured = []
    for size in (1_000, 4_000, 16_000):
        made = list(many_claims(size))
        begin = time.process_time()
        agree(made, catalogue={"seats": ONE}, names=Names())
        measured.append((size, time.process_time() - begin))
    assert exponent(measured) < 1.35
