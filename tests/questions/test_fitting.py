"""Estimates follow decisions, little when there are few; calibration is counted right; features see what they promise."""

from dataclasses import replace

import oslen
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.questions.calibration import calibrate, curve, interval
from quizapp.questions.confidence import estimate, is_offered, shipped
from quizapp.questions.features import FEATURES, features
from quizapp.questions.fitting import Judged, cross_validated, fit
from quizapp.questions.question import ask_of

KNOWN = {"kind who": 1.0, "extracted": -1.0}
WHO = {"kind who": 1.0}
READ = {"kind who": 1.0, "extracted": 1.0}


def judged(seen: dict[str, float], accepted: bool, count: int) -> list[Judged]:
    return [Judged(name=f"{sorted(seen)} {accepted} {number}", seen=seen, accepted=accepted) for number in range(count)]


def test_without_decisions_the_known_coefficients_stay() -> None:
    assert fit([], KNOWN) == {**dict.fromkeys(FEATURES, 0.0), **KNOWN}


def test_few_decisions_move_them_little_and_many_much() -> None:
    few, many = (fit(judged(READ, True, count), KNOWN)["extracted"] for count in (2, 200))
    assert -1.0 < few < -0.5
    assert many > 0.5


def test_what_no_item_shows_stays_as_it_was() -> None:
    assert fit(judged(WHO, False, 50), KNOWN)["extracted"] == -1.0


def test_with_many_decisions_the_estimate_is_the_share_accepted() -> None:
    cases = judged(READ, True, 600) + judged(READ, False, 400)
    assert estimate(READ, fit(cases, KNOWN)) == pytest.approx(0.6, abs=0.01)


def test_a_fit_that_starts_far_off_still_arrives() -> None:
    cases = judged(READ, True, 300) + judged(READ, False, 100)
    far = {"kind who": 12.0, "extracted": 12.0}
    assert estimate(READ, fit(cases, far, pull=0.001)) == pytest.approx(0.75, abs=0.01)


@settings(max_examples=15, deadline=None)
@given(st.permutations(judged(WHO, True, 4) + judged(READ, False, 5) + judged(READ, True, 2)))
def test_the_order_of_decisions_changes_nothing(cases: list[Judged]) -> None:
    assert fit(cases, KNOWN) == fit(sorted(cases, key=lambda one: one.name), KNOWN)


def test_cross_validation_judges_each_case_by_the_others() -> None:
    cases = judged(WHO, True, 40) + judged(READ, False, 40)
    found = cross_validated(cases, KNOWN)
    assert len(found) == 80
    assert min(found[:40]) > 0.7 > 0.4 > max(found[40:])


def test_cases_of_one_group_are_judged_by_other_groups_alone() -> None:
    mine = [Judged(name=f"{number}", seen=READ, accepted=True, group="one") for number in range(40)]
    others = [Judged(name=f"{number}", seen=READ, accepted=False, group=f"other {number}") for number in range(40)]
    assert max(cross_validated([*mine, *others], KNOWN)[:40]) < 0.3


def test_calibration_compares_what_was_expected_with_what_came() -> None:
    found = calibrate([0.9, 0.9, 0.1, 0.1], [True, False, False, False], bins=2)
    assert found.cases == 4
    assert found.brier == pytest.approx((0.01 + 0.81 + 0.01 + 0.01) / 4)
    assert [(one.cases, one.seen) for one in found.bins] == [(2, 0.0), (2, 0.5)]
    assert found.error == pytest.approx((0.1 + 0.4) / 2)
    assert calibrate([1.0], [True]).bins[-1].cases == 1
    assert calibrate([], []).cases == 0


def test_the_curve_sets_acceptance_against_yield() -> None:
    points = curve([0.9, 0.8, 0.3], [True, False, True], [0.0, 0.5, 0.95])
    assert [(one.offered, one.accepted, round(one.share, 2)) for one in points] == [(3, 2, 0.67), (2, 1, 0.5), (0, 0, 0.0)]


def test_wilsons_interval_is_that_of_the_textbook() -> None:
    low, high = interval(9, 10)
    assert (round(low, 3), round(high, 3)) == (0.596, 0.982)
    assert interval(0, 0) == (0.0, 1.0)


def test_every_feature_has_a_shipped_coefficient_and_every_kind_is_one() -> None:
    assert set(shipped()) == set(FEATURES)
    assert all(f"kind {kind}" in FEATURES for kind in ("who", "cloze", "compare"))


def test_what_people_read_by_hand_is_not_searched_for_faults_of_extraction() -> None:
    item = oslen.item("designer", ("Mara Lindqvist", "Petra Holm", "Tore Dahl"))
    seen = features(ask_of(item, oslen.background()), 0)
    assert set(seen) == {"kind who", "three options", "several articles"}


def test_only_sure_questions_are_offered() -> None:
    item = oslen.item("designer", ("Mara Lindqvist", "Petra Holm", "Tore Dahl"))
    assert is_offered(replace(item, confidence=0.9))
    assert not is_offered(replace(item, confidence=0.3))
