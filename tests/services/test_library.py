"""Loading stores the library once, a second load changes nothing, a changed one adds what changed and touches no decision of a person."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, text

from quizapp.knowledge.scope import Scope
from quizapp.play.quiz import FeaturedQuiz
from quizapp.questions.item import Candidate, State
from quizapp.services import quizzes
from quizapp.services.database import Database, open_database
from quizapp.services.errors import Invalid
from quizapp.services.library import Loaded, library_digest
from quizapp.storage.bank import read_bank
from quizapp.storage.bank_store import Decided, add_decision
from quizapp.storage.scopes import library, mark_changed, read_scope
from services.balloon import LATER, MORNING, NOW, TEXTS, World, make_world
from services.playing import count, dump

REVISIONS = "SELECT r.is_current, r.text FROM revision r JOIN article a ON a.id = r.article_id WHERE a.name = :name ORDER BY r.id"
PLAIN = {name: text for name, (text, _) in TEXTS.items()}


def scope_of(db: Database) -> Scope:
    with db.reading() as connection:
        head = library(connection)
        assert head is not None
        return read_scope(connection, head.id)


def states(db: Database) -> dict[str, tuple[int, State]]:
    with db.reading() as connection:
        head = library(connection)
        assert head is not None
        return {one.item: (one.number, one.state) for one in read_bank(connection, head.id)}


def decide(db: Database, item: str, state: State) -> None:
    """Rita decides in the library."""
    with db.writing() as connection:
        head = library(connection)
        assert head is not None
        stored = next(one for one in read_bank(connection, head.id) if one.item == item)
        decided = Decided(state=state, reason="Rita says so.", actor="Rita")
        add_decision(connection, head.id, stored.row, decided, content=stored.content, now=LATER)
        mark_changed(connection, head, head.digest)


def test_what_is_known_comes_back_as_the_value_it_was(db: Database, balloon: World) -> None:
    assert scope_of(db) == balloon.scope


def test_items_come_back_as_the_values_they_were(db: Database, balloon: World) -> None:
    with db.reading() as connection:
        head = library(connection)
        assert head is not None
        bank = {one.item: one for one in read_bank(connection, head.id)}
    assert {name: Candidate(item=one.value, checks=one.checks, state=one.state) for name, one in bank.items()} == {
        one.item.id: one for one in balloon.candidates
    }
    assert all(one.content == one.value.content for one in bank.values())
    for one in bank.values():
        assert all(stored.passage.start <= stored.evidence.start and stored.evidence.end <= stored.passage.end for stored in one.evidence)


def test_the_first_load_counts_what_it_brought(bare: Database, balloon: World) -> None:
    approved = sum(one.state is State.APPROVED for one in balloon.candidates)
    assert library_digest(bare) is None
    told = balloon.load(bare)
    assert told == Loaded(articles=3, claims=len(balloon.scope.claims), items=len(balloon.candidates), decisions=approved, quizzes=1)
    assert library_digest(bare) == "first"


def test_a_second_load_changes_nothing(bare: Database, balloon: World) -> None:
    balloon.load(bare)
    before = dump(bare)
    assert balloon.load(bare, now=LATER) == Loaded()
    assert dump(bare) == before


def test_the_same_values_under_another_digest_bring_nothing_new(db: Database, balloon: World) -> None:
    tables = ("article", "revision", "item", "item_version", "item_evidence", "decision", "quiz_version", "ruling", "claim", "fact")
    before = [count(db, table) for table in tables]
    assert balloon.load(db, digest="second", now=LATER) == Loaded(claims=len(balloon.scope.claims))
    assert [count(db, table) for table in tables] == before
    assert scope_of(db) == balloon.scope


def test_a_load_that_fails_leaves_nothing(bare: Database, balloon: World, monkeypatch: pytest.MonkeyPatch) -> None:
    def break_off(_connection: Connection, *_rest: object) -> None:
        raise RuntimeError("the power went")

    with monkeypatch.context() as patched:
        patched.setattr("quizapp.services.library.mark_changed", break_off)
        with pytest.raises(RuntimeError, match="power"):
            balloon.load(bare)
    assert [count(bare, table) for table in ("scope", "article", "claim", "item", "quiz")] == [0] * 5


def test_a_changed_text_is_a_new_revision_and_the_old_one_stays(db: Database) -> None:
    longer = make_world(PLAIN | {"morning.txt": MORNING + "\nMore to come.\n"})
    assert longer.load(db, digest="second").articles == 1
    assert scope_of(db) == longer.scope
    with db.reading() as connection:
        rows = connection.execute(text(REVISIONS), {"name": "morning.txt"}).all()
    assert [(bool(row.is_current), row.text) for row in rows] == [(False, MORNING), (True, MORNING + "\nMore to come.\n")]


def test_a_text_that_changes_back_is_the_first_revision_again(db: Database, balloon: World) -> None:
    make_world(PLAIN | {"morning.txt": MORNING + "\nMore to come.\n"}).load(db, digest="second")
    balloon.load(db, digest="third")
    assert count(db, "revision") == 4
    assert scope_of(db) == balloon.scope


def test_a_changed_item_gets_a_new_version_and_its_old_decision_lapses(db: Database, balloon: World) -> None:
    first = balloon.items("gas_held")[0]
    changed = tuple(
        replace(one, item=replace(one.item, explanation="Another."), state=State.CANDIDATE) if one.item.id == first else one
        for one in balloon.candidates
    )
    told = replace(balloon, candidates=changed).load(db, digest="second")
    assert (told.items, told.decisions) == (1, 0)
    assert states(db)[first] == (2, State.CANDIDATE)
    asked = quizzes.featured(db, now=NOW)[0].questions
    assert asked == len(balloon.quizzes[0].items) - 1


def test_a_new_approval_of_the_new_version_brings_it_back(db: Database, balloon: World) -> None:
    first = balloon.items("gas_held")[0]
    changed = tuple(
        replace(one, item=replace(one.item, explanation="Another.")) if one.item.id == first else one for one in balloon.candidates
    )
    replace(balloon, candidates=changed).load(db, digest="second")
    assert states(db)[first] == (2, State.APPROVED)
    assert quizzes.featured(db, now=NOW)[0].questions == len(balloon.quizzes[0].items)


def test_a_decision_that_the_files_take_back_is_taken_back_here(db: Database, balloon: World) -> None:
    first = balloon.items("gas_held")[0]
    waiting = tuple(replace(one, state=State.CANDIDATE) if one.item.id == first else one for one in balloon.candidates)
    assert replace(balloon, candidates=waiting).load(db, digest="second").decisions == 1
    assert states(db)[first] == (1, State.CANDIDATE)


def test_what_a_person_decided_here_stands_against_the_files(db: Database, balloon: World) -> None:
    first = balloon.items("gas_held")[0]
    decide(db, first, State.RETIRED)
    assert balloon.load(db, digest="second").decisions == 0
    assert states(db)[first] == (1, State.RETIRED)
    assert quizzes.featured(db, now=NOW)[0].questions == len(balloon.quizzes[0].items) - 1


def test_a_question_that_the_files_no_longer_give_leaves_play(db: Database, balloon: World) -> None:
    first = balloon.items("gas_held")[0]
    fewer = tuple(one for one in balloon.candidates if one.item.id != first)
    quiz = replace(balloon.quizzes[0], items=tuple(item for item in balloon.quizzes[0].items if item != first))
    replace(balloon, candidates=fewer, quizzes=(quiz,)).load(db, digest="second")
    assert states(db)[first] == (1, State.RETIRED)


def test_a_question_that_a_person_approved_waits_when_its_words_are_gone(db: Database, balloon: World) -> None:
    first = balloon.items("gas_held")[0]
    decide(db, first, State.APPROVED)
    fewer = tuple(one for one in balloon.candidates if one.item.id != first)
    rest = replace(balloon, candidates=fewer, quizzes=())
    rest.load(db, digest="second")
    assert states(db)[first] == (1, State.APPROVED)
    longer = make_world(PLAIN | {"morning.txt": "News.\n\n" + MORNING})
    replace(longer, candidates=(), quizzes=()).load(db, digest="third")
    assert states(db)[first] == (1, State.CANDIDATE)


def test_every_decision_is_kept_with_who_made_it(db: Database, balloon: World) -> None:
    decide(db, balloon.items("gas_held")[0], State.RETIRED)
    with db.reading() as connection:
        rows = connection.execute(text("SELECT actor, action, reason, with_files FROM decision ORDER BY id")).all()
    assert {row.actor for row in rows} == {"Rita"}
    assert tuple(rows[-1]) == ("Rita", "retire", "Rita says so.", 0)
    assert all((row.action, bool(row.with_files)) == ("approve", True) for row in rows[:-1])


def test_an_article_that_is_gone_is_withdrawn_and_comes_back(db: Database, balloon: World) -> None:
    scope = balloon.scope
    rest = {name: article for name, article in balloon.articles.items() if name != "late.txt"}
    claims = tuple(claim for claim in scope.claims if claim.evidence.article != "late.txt")
    facts = tuple(fact for fact in scope.facts if not any(claim.evidence.article == "late.txt" for claim in fact.claims))
    kept = tuple(claim for claim in claims if any(claim in fact.claims for fact in facts))
    smaller = replace(scope, articles=rest, claims=kept, facts=facts)
    replace(balloon, articles=rest, scope=smaller, candidates=(), quizzes=(), decisions=()).load(db, digest="second")
    assert scope_of(db) == smaller
    balloon.load(db, digest="third")
    assert scope_of(db) == balloon.scope
    assert count(db, "article") == count(db, "revision") == 3


def test_a_ruling_that_is_gone_is_withdrawn_not_deleted(db: Database) -> None:
    other = '[[ruling]]\nkind = "open_name"\nnames = ["Lena Ostrov", "Lena Ostrow"]\nreason = "Wait for the harbour office."\n'
    make_world(PLAIN, rulings=other).load(db, digest="second", now=LATER)
    with db.reading() as connection:
        rows = connection.execute(text("SELECT kind, withdrawn_at IS NULL AS stands FROM ruling ORDER BY id")).all()
    assert [(row.kind, bool(row.stands)) for row in rows] == [("same_name", False), ("open_name", True)]


def test_a_featured_quiz_that_changes_gets_a_version_and_one_that_is_gone_leaves_the_page(db: Database, balloon: World) -> None:
    first = balloon.quizzes[0]
    renamed = replace(first, title="Across the strait")
    extra = FeaturedQuiz(slug="gas", title="Gas", note="", level="Easy", items=tuple(balloon.items("gas_held")))
    assert replace(balloon, quizzes=(extra, renamed)).load(db, digest="second").quizzes == 2
    assert [card.title for card in quizzes.featured(db, now=NOW)] == ["Gas", "Across the strait"]
    assert replace(balloon, quizzes=(extra,)).load(db, digest="third").quizzes == 1
    assert [card.slug for card in quizzes.featured(db, now=NOW)] == ["gas"]
    balloon.load(db, digest="fourth")
    assert [card.title for card in quizzes.featured(db, now=NOW)] == ["Over the strait"]
    assert count(db, "quiz") == 2


def _wrong(balloon: World) -> dict[str, World]:
    moved = replace(balloon.articles["morning.txt"], slug=balloon.articles["late.txt"].slug)
    same_slug = balloon.articles | {"morning.txt": moved}
    changed = balloon.articles | {"morning.txt": replace(balloon.articles["morning.txt"], text=MORNING.replace("420", "421"))}
    lost = FeaturedQuiz(slug="lost", title="Lost", note="", level="Easy", items=("nothing",))
    return {
        "are not those of the scope": replace(balloon, articles=changed),
        "Two articles have the address": replace(balloon, articles=same_slug, scope=replace(balloon.scope, articles=same_slug)),
        "“carries 420 litres of gas” does not stand there": replace(
            balloon, articles=changed, scope=replace(balloon.scope, articles=changed)
        ),
        "not those that the rulings decide": replace(balloon, rulings=()),
        "which is no question of the library": replace(balloon, quizzes=(lost,)),
        "Two quizzes": replace(balloon, quizzes=balloon.quizzes * 2),
        "Two questions": replace(balloon, candidates=balloon.candidates + balloon.candidates[:1]),
    }


@pytest.mark.parametrize("fault", list(range(7)))
def test_values_that_contradict_each_other_are_refused_and_nothing_is_stored(bare: Database, balloon: World, fault: int) -> None:
    words, wrong = list(_wrong(balloon).items())[fault]
    with pytest.raises(Invalid, match=words):
        wrong.load(bare)
    assert count(bare, "scope") == 0


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(["plain", "longer", "retired", "none"]), min_size=2, max_size=5))
def test_whatever_was_loaded_before_the_scope_is_the_one_loaded_last(tmp_path_factory: pytest.TempPathFactory, order: list[str]) -> None:
    folder = tmp_path_factory.mktemp("orders")
    db = open_database(f"sqlite:///{folder / 'quizapp.sqlite'}", folder)
    plain = make_world(PLAIN)
    worlds = {
        "plain": plain,
        "longer": make_world(PLAIN | {"morning.txt": "News.\n\n" + MORNING}),
        "retired": replace(plain, candidates=tuple(replace(one, state=State.RETIRED) for one in plain.candidates), decisions=()),
        "none": replace(plain, candidates=(), quizzes=(), decisions=()),
    }
    for turn, name in enumerate(order):
        worlds[name].load(db, digest=str(turn))
    last = worlds[order[-1]]
    assert scope_of(db) == last.scope
    approved = {item for item, (_, state) in states(db).items() if state is State.APPROVED}
    assert approved == {one.item.id for one in last.candidates if one.state is State.APPROVED}
    db.close()
