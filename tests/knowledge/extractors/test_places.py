"""Where something happens and where a place lies."""

from tests.knowledge.extractors.reading import asked, told


def test_a_place_inside_a_place_counts_too() -> None:
    text = "Anna Keller worked as a nurse in a hospital in Prague."
    assert told(text, "work.where") == [("Anna Keller", "Prague")]


def test_the_place_of_what_was_done_is_that_of_the_deed() -> None:
    text = "Anna Keller conducted concerts of her own music in Moscow and Vienna."
    assert told(text, "conduct.where") == [("Anna Keller", "Moscow"), ("Anna Keller", "Vienna")]


def test_where_somebody_is_a_professor_is_not_where_he_is() -> None:
    assert told("Peter Brown was a professor at Harvard University.", "be.where") == []


def test_a_listed_place_just_after_a_comma_tells_where_the_other_lies() -> None:
    assert ("Huntsville", "Alabama") in told("Anna Keller moved to Huntsville, Alabama.", "be.where")


def test_a_row_of_names_does_not_tell_where_any_of_them_lies() -> None:
    text = "Shuttles went to Alabama, the Adler Planetarium, and the Museum of Flight."
    assert told(text, "be.where") == []


def test_no_question_asks_where_a_thing_is_a_kind_of_thing() -> None:
    assert asked("The Orm is a long river in the north of Bohemia.", "be.where") == []


def test_to_whom_something_was_said_is_no_place() -> None:
    assert told("Peter Brown stated to Sky News that the bridge was safe.", "state.where") == []


def test_a_common_noun_for_a_place_answers_where() -> None:
    assert told("Anna Keller worked in an old sugar warehouse.", "work.where") == [("Anna Keller", "old sugar warehouse")]


def test_somebodys_own_office_does_not_stand_alone() -> None:
    assert told("Anna Keller slept in her office.", "sleep.where") == []


def test_a_place_before_the_subject_counts() -> None:
    text = "Later, at the Kennedy Center, Peter Brown spoke to the press."
    assert told(text, "speak.where") == [("Peter Brown", "Kennedy Center")]


def test_where_a_clause_that_describes_a_place_says_it_was() -> None:
    assert told("Anna Keller moved to Paris, where she met Peter Brown.", "meet.where") == [("Anna Keller", "Paris")]


def test_what_is_visited_is_where_and_no_object() -> None:
    text = "Anna Keller visited England and Scotland in 1986."
    assert told(text, "visit.where") == [("Anna Keller", "England"), ("Anna Keller", "Scotland")]
    assert told(text, "visit.object") == []
    assert asked(text, "visit.where")[0] == "Which country did Anna Keller visit in 1986?"


def test_a_mission_to_a_country_leads_there() -> None:
    assert told("Anna Keller was sent on a special mission to England.", "send.where") == [("Anna Keller", "England")]
