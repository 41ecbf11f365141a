"""The candidates of a scope: whole, sound, the same on every machine."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import oslen
from hypothesis import given, settings
from hypothesis import strategies as st
from telling import read

from quizapp.knowledge.scope import Pack, make_scope
from quizapp.knowledge.values.amount import Amount
from quizapp.knowledge.values.base import ValueType
from quizapp.questions.bank import SAME_STEM, arrange, make_bank, make_candidates
from quizapp.questions.checks import check_item
from quizapp.questions.confidence import confidence, is_offered
from quizapp.questions.item import MAX_OPTIONS, MIN_OPTIONS, Kind
from quizapp.questions.likeness import is_same, overlaps
from quizapp.questions.question import ask_of, order_of, read_option
from quizapp.questions.support import supported

EVERYTHING = make_candidates(oslen.scope())


def test_every_item_has_options_that_differ_and_a_key_that_is_proved() -> None:
    assert len(EVERYTHING) >= 12
    for one in EVERYTHING:
        assert MIN_OPTIONS <= len(one.item.options) <= MAX_OPTIONS
        assert not [check for check in one.checks if check.absolute and not check.passed]
        assert all(oslen.scope().proves(evidence) for evidence in one.item.evidence)


def test_nothing_known_supports_a_wrong_option_and_no_two_overlap() -> None:
    for one in EVERYTHING:
        question = ask_of(one.item, oslen.background())
        for option in one.item.distractors:
            assert question.asks_limit or supported(option, question) is None
            for other in one.item.options:
                if other != option:
                    assert not is_same(option, other, question.type, question.names)
                    assert not overlaps(option, other, question.type, question.names)


def test_numbers_ascend_and_other_options_follow_a_digest() -> None:
    for one in EVERYTHING:
        question = ask_of(one.item, oslen.background())
        orders = [order_of(option, question.type) for option in one.item.options]
        assert one.item.ordered == (None not in orders)
        if one.item.ordered:
            assert orders == sorted(orders, key=lambda order: order or 0.0)
        turned = replace(one.item, options=one.item.options[::-1], key=len(one.item.options) - 1 - one.item.key)
        assert arrange(turned, oslen.background()).options == one.item.options


def test_candidates_are_sorted_and_each_id_stands_once() -> None:
    ids = [one.item.id for one in EVERYTHING]
    assert ids == sorted(set(ids))


@settings(max_examples=10, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_articles_and_claims_changes_nothing(random: object) -> None:
    scope = oslen.scope()
    claims, articles = list(scope.claims), list(scope.articles.items())
    random.shuffle(claims)  # type: ignore[attr-defined]
    random.shuffle(articles)  # type: ignore[attr-defined]
    pack = Pack(names=scope.names.entries, relations=tuple(scope.catalogue.values()), claims=tuple(claims), proposals=scope.proposals)
    plain = make_scope(scope.articles, replace(pack, claims=scope.claims), catalogue={})
    assert make_candidates(make_scope(dict(articles), pack, catalogue={})) == make_candidates(plain)


def test_the_hash_seed_changes_nothing() -> None:
    program = (
        "import json, oslen; from quizapp.questions.bank import make_candidates; "
        "print(json.dumps([(one.item.id, one.item.content) for one in make_candidates(oslen.scope())]))"
    )
    here = Path(__file__).parent
    path = os.pathsep.join((str(here), str(here.parents[1])))
    found = {_run(program, {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": path}) for seed in ("1", "77")}
    assert len(found) == 1
    assert json.loads(found.pop()) == [[one.item.id, one.item.content] for one in EVERYTHING]


def _run(program: str, environment: dict[str, str]) -> str:
    return subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True).stdout


def test_one_question_with_two_answers_is_dropped_and_counted() -> None:
    relations = oslen.RELATIONS.replace("Who is to repaint the {subject}?", "Who designed the {subject}?")
    outcome = make_bank(oslen.make(relations=relations))
    assert "Who designed the Oslen Bridge?" not in [one.item.stem for one in outcome.candidates]
    assert dict(outcome.dropped)[SAME_STEM] == 2


def test_checks_say_the_same_of_an_item_alone() -> None:
    one = EVERYTHING[0]
    assert check_item(one.item, oslen.scope()) == one.checks


def test_failed_gates_lower_the_confidence() -> None:
    item = oslen.item("kind", ("swing bridge", "rope bridge", "beam bridge", "arch bridge"))
    question = ask_of(item, oslen.background())
    assert 0 < confidence(question, 2) < confidence(question, 1) < confidence(question, 0) < 1


@st.composite
def metres(draw: st.DrawFn) -> str:
    low = draw(st.integers(1, 90)) * draw(st.sampled_from([1, 5, 10]))
    high = low + draw(st.sampled_from([0, 0, 5, 20]))
    first, last = (low, high) if draw(st.booleans()) else (high, low)
    return f"{draw(st.sampled_from(['', 'about ', '']))}{first}{f' to {last}' if low != high else ''} metres"


@settings(max_examples=60, deadline=None)
@given(metres(), metres(), metres())
def test_whatever_articles_say_no_wrong_option_touches_it(one: str, two: str, three: str) -> None:
    said = {("opening", "320 metres long"): one, ("look_back", "350 metres long"): two, ("rumour", "25 to 30 metres wide"): three}
    claims = "".join(oslen.claim(article, quote, "length", value) for (article, quote), value in said.items())
    scope = oslen.make(claims=claims)
    positions = [position.value for fact in scope.facts for position in fact.positions]
    for candidate in make_candidates(scope):
        values = [read_option(option, ValueType.QUANTITY) for option in candidate.item.distractors]
        assert not any(
            isinstance(value, Amount) and isinstance(other, Amount) and value.touches(other) for value in values for other in positions
        )
        assert not [check for check in candidate.checks if check.absolute and not check.passed]
        assert len(scope.facts[0].positions) == 1 or candidate.item.kind in {Kind.ACCORDING_TO, Kind.COMPARE}


TWO_YEARS = "Ada Quist\n\nIn 1961, Ada Quist visited Denmark. In 1971, Ada Quist visited Sweden with Peter Hale.\n"


def test_each_of_several_values_is_asked_in_the_words_of_its_own_sentence() -> None:
    stems = {item.stem: item.answer for item in read(TWO_YEARS)[1] if item.kind is not Kind.CLOZE}
    assert stems.get("In which year did Ada Quist visit Denmark?") == "1961", stems
    assert stems.get("In which year did Ada Quist visit Sweden with Peter Hale?") == "1971", stems


def test_a_sentence_is_not_to_be_completed_with_what_a_better_question_asks_for() -> None:
    items = read(TWO_YEARS)[1]
    offered = {(item.evidence[0].article, item.answer) for item in items if is_offered(item) and item.kind is not Kind.CLOZE}
    assert offered
    assert not [item.stem for item in items if item.kind is Kind.CLOZE and (item.evidence[0].article, item.answer) in offered]
