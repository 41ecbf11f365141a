"""Wrong options tempt, share the key's form, and nothing known supports them."""

from datetime import date

import oslen
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.knowledge.article import read_article
from quizapp.knowledge.names import Names
from quizapp.knowledge.values.amount import Amount
from quizapp.knowledge.values.base import ValueType
from quizapp.knowledge.values.moment import ClockTime, Date
from quizapp.knowledge.values.reading import read_value
from quizapp.questions.bank import make_candidates
from quizapp.questions.distractors.amounts import amounts_near
from quizapp.questions.distractors.barring import barred
from quizapp.questions.distractors.choosing import choose_around
from quizapp.questions.distractors.moments import dates_near, times_near
from quizapp.questions.form import form_of
from quizapp.questions.lists import list_of
from quizapp.questions.question import ask_of

NOBODY = Names()
UNITS = st.sampled_from(["minute", "day", "month", "year"])
NUMBERS = st.integers(min_value=1, max_value=5_000)


@st.composite
def durations(draw: st.DrawFn) -> Amount:
    low = draw(NUMBERS)
    high = low + draw(st.sampled_from([0, 0, 5, 10]))
    backwards = high > low and draw(st.booleans())
    return Amount(type=ValueType.DURATION, low=low, high=high, unit=draw(UNITS), backwards=backwards)


@given(durations())
def test_wrong_amounts_have_the_keys_form_and_never_touch_it(key: Amount) -> None:
    lower, higher = amounts_near(key)
    assert lower or higher
    for one in (*lower, *higher):
        assert not one.touches(key)
        assert form_of(one.display(), key.type, NOBODY)[:-1] == form_of(key.display(), key.type, NOBODY)[:-1]
    assert all(one.low < key.low for one in lower)
    assert all(one.low > key.low for one in higher)


@given(durations())
def test_wrong_amounts_read_back_as_what_they_show(key: Amount) -> None:
    for side in amounts_near(key):
        for one in side:
            assert read_value(one.display(), key.type).normal == one.normal


@pytest.mark.parametrize(
    ("written", "kind", "lower", "higher"),
    [
        ("12 days", ValueType.DURATION, {"10 days", "8 days"}, {"14 days", "16 days"}),
        ("30 hours", ValueType.DURATION, {"25 hours", "20 hours"}, {"35 hours", "40 hours"}),
        ("30 to 25 minutes", ValueType.DURATION, {"20 to 15 minutes"}, {"40 to 35 minutes"}),
        ("several months", ValueType.DURATION, {"several weeks", "several days"}, {"several years"}),
        ("hundreds of films", ValueType.COUNT, {"dozens of films"}, {"thousands of films"}),
        ("37", ValueType.AGE, {"35 years"}, {"39 years"}),
        ("90 %", ValueType.PERCENT, {"60 %"}, {"100 %"}),
        ("$3.5 million", ValueType.MONEY, {"$3 million"}, {"$4 million"}),
    ],
)
def test_wrong_amounts_are_as_round_as_the_key(written: str, kind: ValueType, lower: set[str], higher: set[str]) -> None:
    key = read_value(written, kind)
    assert isinstance(key, Amount)
    below, above = ({one.display() for one in side} for side in amounts_near(key))
    assert lower <= below
    assert higher <= above
    assert kind is not ValueType.PERCENT or above <= {"95 %", "100 %"}


@given(st.dates(min_value=date(1000, 2, 1), max_value=date(2100, 1, 1)), st.sampled_from(["day", "month", "year"]))
def test_wrong_dates_have_the_keys_precision_and_keep_the_bounds(day: date, precision: str) -> None:
    key = Date(year=day.year, month=day.month if precision != "year" else None, day=day.day if precision == "day" else None)
    for side in dates_near(key, latest=day):
        for one in side:
            assert one.precision == key.precision
            assert not one.touches(key)
            assert date(one.year or 0, one.month or 1, one.day or 1) <= day


@given(st.integers(0, 23), st.integers(0, 59))
def test_wrong_times_stay_within_the_day_and_zone(hour: int, minute: int) -> None:
    key = ClockTime(hour=hour, minute=minute, zone="UTC")
    earlier, later = times_near(key)
    assert earlier or later
    assert all(one.zone == "UTC" and one.order is not None and one.order < (key.order or 0) for one in earlier)
    assert all(one.zone == "UTC" and one.order is not None and one.order > (key.order or 0) for one in later)


@given(st.integers(0, 10_000))
def test_the_keys_place_follows_the_seed(seed: int) -> None:
    chosen = choose_around(["3", "2", "1"], ["5", "6", "7"], 3, lambda _one, _others: False, seed)
    assert len(set(chosen)) == 3
    assert sum(one < "4" for one in chosen) == seed % 4


def test_a_country_stands_among_countries() -> None:
    found = list_of("Kazakhstan")
    assert found is not None
    assert found is list_of("the Netherlands") or found is list_of("Netherlands")
    assert list_of("Oslen Bridge") is None
    assert next(found.near("Kazakhstan")) == "Uzbekistan"


@pytest.mark.parametrize(
    ("option", "reason"),
    [
        ("Marra Lindqvist", "one answer"),
        ("Lindqvist", "one answer"),
        ("Oslen Bridge", "form"),
        ("", "words"),
    ],
)
def test_a_name_is_barred_beside_itself_its_spellings_and_other_types(option: str, reason: str) -> None:
    question = ask_of(oslen.item("designer", ("Mara Lindqvist", "Petra Holm", "Tore Dahl")), oslen.background())
    assert reason in (barred(option, question) or "")
    assert barred("Jonas Berg", question) is None


def test_a_coarser_term_is_no_wrong_answer() -> None:
    question = ask_of(oslen.item("kind", ("swing bridge", "rope bridge", "beam bridge")), oslen.background())
    assert barred("movable bridge", question) is not None


def test_what_stands_in_a_sentence_with_all_that_is_asked_is_no_wrong_answer() -> None:
    crowd = oslen.OPENING.replace("Petra Holm, a baker, sold 75 cakes.", "Help for the Oslen Bridge came from Norway, too.")
    assert crowd != oslen.OPENING
    question = ask_of(oslen.item("help", ("Denmark", "Sweden", "Finland")), oslen.background())
    assert barred("Norway", question) is None
    scope = oslen.make(oslen.articles(opening=crowd))
    item = next(one.item for one in make_candidates(scope) if one.item.answer == "Denmark")
    assert "Norway" not in item.options


def test_fewer_than_two_good_wrong_options_make_no_item() -> None:
    found = make_candidates(oslen.make(proposals=""))
    assert "What kind of bridge is the Oslen Bridge?" not in [one.item.stem for one in found]


def test_two_good_wrong_options_make_an_item_of_three() -> None:
    proposals = oslen.proposal("kind", "rope bridge", "beam bridge", "movable bridge")
    (item,) = (one.item for one in make_candidates(oslen.make(proposals=proposals)) if one.item.answer == "swing bridge")
    assert sorted(item.options) == ["beam bridge", "rope bridge", "swing bridge"]


def test_names_of_articles_on_another_matter_are_no_wrong_answers() -> None:
    strangers = "The Kelm Tower was built by Ada Quist, Bo Rand and Cy Stern.\n"
    read = {**oslen.articles(), "tower.txt": read_article("tower.txt", strangers.encode(), b'title = "A tower"')}
    people = "".join(f'[[name]]\nname = "{name}"\ntype = "person"\n' for name in ("Ada Quist", "Bo Rand", "Cy Stern"))
    for one in make_candidates(oslen.make(read, names=oslen.NAMES + people)):
        assert not {"Ada Quist", "Bo Rand", "Cy Stern"} & set(one.item.options)


def test_wrong_centuries_and_years_of_old_times_are_as_round_as_the_right_one() -> None:
    century = Date(year=1300, span=100)
    lower, higher = dates_near(century, earliest=date(1000, 1, 1), latest=date(1999, 12, 31))
    assert {one.display() for one in (*lower, *higher)} >= {"13th century", "15th century"}
    assert not [one for one in higher if one.year and one.year >= 2000]
    old = Date(year=-2000)
    for one in (side for sides in dates_near(old, latest=date(2020, 1, 1)) for side in sides):
        assert (one.year or 1) % 100 == 0
