"""When something happens."""

from quizapp.knowledge.claim import Modality
from tests.knowledge.extractors.reading import asked, claims_of, told


def test_a_date_that_a_clause_describes_is_that_of_its_deed() -> None:
    text = "Since 28 November 2018, when the Orlec Bridge was opened, Anna Keller has lived in Lyon."
    assert told(text, "open.when") == [("Orlec Bridge", "28 November 2018")]


def test_it_was_on_a_day_that_something_happened() -> None:
    text = "It was March 3rd, 1931 when the airship Corvina made its first flight."
    assert [value for _, value in told(text, "make.when")] == ["3 March 1931"]
    assert told(text, "be.when") == []


def test_two_years_are_two_dates_and_no_stretch() -> None:
    text = "Peter Brown joined the expeditions in 1687 and 1689."
    assert [value for _, value in told(text, "join.when")] == ["1687", "1689"]


def test_between_two_months_is_one_stretch() -> None:
    text = "The survey of children was carried out between July 2003 and December 2004."
    assert [value for _, value in told(text, "carry_out.when")] == ["July 2003 to December 2004"]


def test_what_is_due_to_happen_is_planned_and_asked_so() -> None:
    text = "The Orlec Bridge is due to open on 2 April 2031."
    (claim,) = claims_of(text, "open.when")
    assert claim.modality is Modality.PLANNED
    assert asked(text, "open.when") == ["When is the Orlec Bridge due to open?"]


def test_what_somebody_was_able_to_do_was_done_and_what_he_was_unable_to_was_not() -> None:
    text = "Anna Keller was able to buy the Orlec Mill in 1980. Peter Brown was unable to sell the Orlec Mill in 1990."
    assert [claim.modality for claim in claims_of(text, "buy.when")] == [Modality.ASSERTED]
    assert {claim.modality for claim in claims_of(text) if claim.relation.startswith("sell.")} == {Modality.NEGATED}


def test_a_deed_done_once_is_told_of_the_thing_whoever_did_it() -> None:
    assert told("Anna Keller built the Orlec Mill in 1980.", "build.when") == told("The Orlec Mill was built in 1980.", "build.when")


def test_time_spent_at_two_places_is_two_facts() -> None:
    text = "Anna Keller spent three years in Rome. Anna Keller spent two years in Paris."
    assert len({claim.qualifiers for claim in claims_of(text, "spend.how_long")}) == 2


def test_time_spent_in_training_is_training() -> None:
    assert told("Anna Keller spent four months in training.", "train.how_long") == [("Anna Keller", "4 months")]


def test_a_championship_is_another_every_year() -> None:
    one = claims_of("In 2014 Anna Keller won the Orlec Marathon.", "win.agent")
    other = claims_of("In 2015 Peter Brown won the Orlec Marathon.", "win.agent")
    assert [dict(claim.qualifiers)["year"] for claim in (*one, *other)] == ["2014", "2015"]


def test_at_what_age_something_was_done() -> None:
    text = "At the age of fifteen he moved to Lyon. Peter Brown was tall. He entered the Orlec College at the age of sixteen."
    assert ("Peter Brown", "16 years") in told(text, "enter.age")
    assert asked(text, "enter.age") == ["At what age did Peter Brown enter the Orlec College?"]


def test_today_in_the_present_tense_is_no_day() -> None:
    assert told("Today many Greeks honour the Orlec Mill.", "honour.when") == []


def test_a_year_of_one_end_of_a_range_is_not_that_of_the_deed() -> None:
    text = "The population of Orlec rose from 4,000 people in 1830 to 9,000."
    assert told(text, "rise.when") == []
