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

from quizapp.knowledge.scope import Pack, make_scope
from quizapp.questions.bank import SAME_STEM, arrange, make_bank, make_candidates
from quizapp.questions.checks import check_item
from quizapp.questions.confidence import confidence
from quizapp.questions.item import MAX_OPTIONS, MIN_OPTIONS
from quizapp.questions.likeness import is_same, overlaps
from quizapp.questions.question import ask_of, order_of
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
    program = "import oslen; from quizapp.questions.bank import make_candidates as make; print([(c.item.id, c.item.content) for c in make(oslen.scope())])"
    here = Path(__file__).parent
    path = os.pathsep.join((str(here), str(here.parents[1])))
    found = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": path},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "77")
    }
    assert len(found) == 1
    assert json.dumps([[one.item.id, one.item.content] for one in EVERYTHING]) == found.pop().strip().replace("(", "[").replace(
        ")", "]"
    ).replace("'", '"')


def test_one_question_with_two_answers_is_dropped_and_counted() -> None:
    relations = oslen.RELATIONS.replace("Who is to repaint the {subject}?", "Who designed the {subject}?")
    outcome = make_bank(oslen.make(relations=relations))
    assert "Who designed the Oslen Bridge?" not in [one.item.stem for one in outcome.candidates]
    assert dict(outcome.dropped)[SAME_STEM] == 2


def test_checks_say_the_same_of_an_item_alone() -> None:
    one = EVERYTHING[0]
    assert check_item(one.item, oslen.scope()) == one.checks


def test_failed_gates_and_three_options_lower_the_confidence() -> None:
    item = oslen.item("kind", ("swing bridge", "rope bridge", "beam bridge", "arch bridge"))
    question = ask_of(item, oslen.background())
    fewer = replace(item, options=item.options[:3])
    assert 0 < confidence(item, question, 1) < confidence(fewer, question, 0) < confidence(item, question, 0) < 1
