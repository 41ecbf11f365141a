"""What a bare "the bridge" means."""

from quizapp.knowledge.extractors import extract
from tests.knowledge.extractors.reading import article, told


def test_the_noun_that_ends_a_name_means_its_bearer_in_the_plural_too() -> None:
    text = "The Chatham Islands are far away. The islands have two hotels."
    assert told(text, "have.how_many") == [("Chatham Islands", "2 hotels")]


def test_the_painting_is_the_only_work_that_is_named() -> None:
    text = "Anna Keller painted “The Quiet Morning” in Lyon. The painting was sold in 1990."
    assert told(text, "sell.when") == [("The Quiet Morning", "1990")]


def test_another_painting_that_was_brought_in_is_not_the_named_one() -> None:
    text = "Anna Keller painted “The Quiet Morning” in Lyon. She also kept a painting. The painting was sold in 1990."
    assert told(text, "sell.when") == []


def test_the_phrase_that_brought_something_in_tells_which_one() -> None:
    text = "The Green Party started a nationwide petition. The petition has 11,000 signatures."
    assert [value for _, value in told(text, "have.how_many")] == ["11,000 signatures"]


def test_a_company_is_never_guessed_from_the_names_around() -> None:
    text = "Freedom Magazine wrote about the case. Peter Brown left the organization in 1990."
    assert told(text, "leave.agent") == []


def test_the_only_thing_of_a_kind_is_meant_however_far_back_it_came_in() -> None:
    between = "Anna Keller paid in June. Peter Brown paid in July. Both went home. Nobody else came. "
    text = f"A court in Lyon heard the case. {between}The court opened in 1950."
    assert told(text, "open.when") == [("A court in Lyon", "1950")]


def test_a_thing_of_which_the_article_knows_two_is_not_meant_from_afar() -> None:
    between = "Anna Keller paid in June. Peter Brown paid in July. Both went home. Nobody else came. "
    text = f"A court in Lyon heard the case. A court in Paris heard it too. {between}The court opened in 1950."
    assert told(text, "open.when") == []


def test_the_city_is_the_one_that_the_title_names() -> None:
    before = "Orlec is a city in the north. The city lies on the Orm. The city was burnt. Mexico City sent help. Rain fell. "
    text = f"{before}The city was sold in 1950."
    claims = extract([article(text, title="Orlec")]).claims
    assert [claim.subject for claim in claims if claim.relation == "sell.when"] == ["Orlec"]


def test_the_election_is_not_the_previous_one() -> None:
    text = "The previous general election in Lyon was quiet. The election elects 70 members."
    assert told(text, "elect.how_many") == []


def test_what_belongs_to_something_without_a_name_keeps_a_name_of_its_own() -> None:
    text = "The government's Flag Consideration Project opened two shops in Lyon in 1950."
    assert ("Flag Consideration Project", "1950") in told(text, "open.when")


def test_a_town_and_the_district_around_it_are_two() -> None:
    text = "The town of Orlec has 8,600 inhabitants. The district of Orlec has 41,000 inhabitants."
    assert [subject for subject, _ in told(text, "have.how_many")] == ["Orlec", "The district of Orlec"]
