"""An article's page is the whole text with its evidence marked, and keeps silent while it would give an answer away."""

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizapp.knowledge.fact import Verdict
from quizapp.play.quiz import QuizSettings
from quizapp.services import articles, play
from quizapp.services.database import Database, open_database
from quizapp.services.errors import NotFound
from quizapp.services.marking import show_blocks
from quizapp.services.players import begin_visit
from quizapp.services.views import ArticleView, MarkedRun
from services.balloon import EVENING, MORNING, NOW, TEXTS, World, make_world
from services.knowing import library
from services.playing import begin

MORNING_SLUG = "the-gannet-rises-over-brack"
EVENING_SLUG = "home-again-a-balloon-crosses-the-strait"


def runs(view: ArticleView) -> list[MarkedRun]:
    return [run for block in view.blocks for run in block.runs]


def whole(view: ArticleView) -> str:
    return "".join(block.gap + "".join(run.text for run in block.runs) for block in view.blocks) + view.tail


def marked(view: ArticleView) -> str:
    return " / ".join(run.text for run in runs(view) if run.mark)


def test_the_list_names_every_article_by_title_with_its_facts(db: Database, bare: Database) -> None:
    cards = articles.articles(db)
    assert [card.title for card in cards] == [
        "Four hundred people and a balloon",
        "Home again: a balloon crosses the strait",
        "The Gannet rises over Brack",
    ]
    assert [(card.facts, card.disputed) for card in cards] == [(3, 1), (4, 1), (6, 1)]
    assert articles.articles(bare) == ()


@pytest.mark.parametrize("name", TEXTS)
def test_the_whole_text_of_record_stands_on_the_page(db: Database, balloon: World, name: str) -> None:
    article = balloon.articles[name]
    view = articles.article(db, slug=article.slug, now=NOW)
    assert whole(view) == article.text
    assert not view.hidden
    assert all(block.gap.strip() == "" for block in view.blocks)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(before=st.text(" \n\tab\u00a0🎈.", max_size=30), after=st.text(" \n\tab|©🎈.", max_size=30))
def test_not_one_character_is_lost_whatever_stands_around_the_text(
    tmp_path_factory: pytest.TempPathFactory, before: str, after: str
) -> None:
    folder: Path = tmp_path_factory.mktemp("odd")
    db = open_database(f"sqlite:///{folder / 'quizapp.sqlite'}", folder)
    texts = {name: text for name, (text, _) in TEXTS.items()}
    odd = make_world(texts | {"evening.txt": before + "\n\n" + EVENING + after})
    replace(odd, candidates=(), quizzes=(), decisions=()).load(db)
    article = odd.articles["evening.txt"]
    assert whole(articles.article(db, slug=article.slug, now=NOW)) == article.text
    db.close()


def test_evidence_is_marked_and_anchors_are_numbered_in_order_of_start(db: Database) -> None:
    view = articles.article(db, slug=MORNING_SLUG, now=NOW)
    anchors = [anchor for run in runs(view) for anchor in run.anchors]
    assert anchors == [f"e{number}" for number in range(1, len(anchors) + 1)]
    assert "Lena Ostrov steered the balloon Gannet" in marked(view)
    assert "🎈" not in marked(view)
    assert "".join(run.text for run in runs(view) if run.mark == "other") == "the flight over the strait took six hours"


def test_overlapping_evidence_is_one_mark_with_an_anchor_for_each(bare: Database) -> None:
    world = make_world({name: text for name, (text, _) in TEXTS.items()})
    world.load(bare)
    view = articles.article(bare, slug="four-hundred-people-and-a-balloon", now=NOW)
    spans = [run for run in runs(view) if run.anchors]
    assert all(len(set(run.anchors)) == len(run.anchors) for run in spans)
    assert len({anchor for run in spans for anchor in run.anchors}) == sum(len(run.anchors) for run in spans)


def test_a_note_stands_beside_its_block_and_its_number_ends_its_mark(db: Database) -> None:
    view = articles.article(db, slug=MORNING_SLUG, now=NOW)
    for block in view.blocks:
        numbers = {number for run in block.runs for number in run.notes}
        assert numbers == {note.number for note in block.notes}
        text = "".join(run.text for run in block.runs)
        assert all(note.quote in text for note in block.notes)
    notes = [note for block in view.blocks for note in block.notes]
    assert [note.number for note in notes] == list(range(1, len(notes) + 1))
    time = next(note for note in notes if "six hours" in note.quote)
    assert (time.verdict, time.agreeing, {one.value for one in time.disagreeing}) == (Verdict.DISPUTED, (), {"9 hours"})


def test_every_note_has_its_number_in_the_text_where_several_end_on_the_same_words(db: Database) -> None:
    known = library(db)
    article, fact = known.scope.articles["morning.txt"], next(one for one in known.scope.facts if one.relation.key == "gas_held")
    twice = replace(known, scope=replace(known.scope, facts=(*known.scope.facts, fact)))
    blocks, _ = show_blocks(twice, article)
    assert any(len(run.notes) > 1 for block in blocks for run in block.runs)
    marked = [number for block in blocks for run in block.runs for number in run.notes]
    assert marked == [note.number for block in blocks for note in block.notes]


def test_marks_and_notes_are_kept_from_a_player_with_open_questions_and_from_nobody_else(db: Database, paul: int, sam: int) -> None:
    game = begin(db, paul)
    view = articles.article(db, slug=MORNING_SLUG, player=paul, now=NOW)
    assert view.hidden
    assert whole(view) == MORNING
    assert not [run for run in runs(view) if run.mark or run.anchors or run.notes]
    assert not [note for block in view.blocks for note in block.notes]
    assert not articles.article(db, slug=MORNING_SLUG, player=sam, now=NOW).hidden
    assert not articles.article(db, slug=MORNING_SLUG, now=NOW).hidden
    play.finish(db, player=paul, attempt=game.attempt, now=NOW)
    assert not articles.article(db, slug=MORNING_SLUG, player=paul, now=NOW).hidden


def test_the_link_of_an_answered_question_still_lands_while_the_rest_is_hidden(db: Database, paul: int) -> None:
    game = begin(db, paul)
    view = game.ask("How much gas")
    game.answer_right(view)
    anchor = game.feedback(view.question).proof.main.anchor
    shown = articles.article(db, slug=MORNING_SLUG, player=paul, now=NOW)
    assert shown.hidden
    assert [run.anchors for run in runs(shown) if run.anchors] == [(anchor,)]
    assert marked(shown) == ""


def test_an_article_with_nothing_open_on_it_is_not_hidden(bare: Database, balloon: World) -> None:
    quiz = replace(balloon.quizzes[0], items=tuple(balloon.items("gas_held")))
    replace(balloon, quizzes=(quiz,)).load(bare)
    paul = begin_visit(bare, now=NOW, rng=Random(3)).visit.player
    begin(bare, paul)
    assert articles.article(bare, slug=MORNING_SLUG, player=paul, now=NOW).hidden
    assert not articles.article(bare, slug=EVENING_SLUG, player=paul, now=NOW).hidden


def test_an_open_question_hides_every_article_that_speaks_of_its_fact(bare: Database, balloon: World) -> None:
    quiz = replace(balloon.quizzes[0], items=tuple(balloon.items("steered_by")))
    replace(balloon, quizzes=(quiz,)).load(bare)
    paul = begin_visit(bare, now=NOW, rng=Random(3)).visit.player
    begin(bare, paul)
    assert articles.article(bare, slug=MORNING_SLUG, player=paul, now=NOW).hidden
    assert articles.article(bare, slug=EVENING_SLUG, player=paul, now=NOW).hidden


def test_an_open_book_quiz_leaves_the_marks(bare: Database, balloon: World) -> None:
    quiz = replace(balloon.quizzes[0], settings=QuizSettings(open_book=True))
    replace(balloon, quizzes=(quiz,)).load(bare)
    paul = begin_visit(bare, now=NOW, rng=Random(3)).visit.player
    begin(bare, paul)
    assert not articles.article(bare, slug=MORNING_SLUG, player=paul, now=NOW).hidden


@pytest.mark.parametrize("slug", ["", "nowhere", "morning.txt", "x" * 10_000, "../etc/passwd"])
def test_an_unknown_article_is_not_found(db: Database, slug: str) -> None:
    with pytest.raises(NotFound):
        articles.article(db, slug=slug, now=NOW)


def test_before_the_library_is_loaded_no_article_is_found(bare: Database) -> None:
    with pytest.raises(NotFound):
        articles.article(bare, slug=MORNING_SLUG, now=NOW)
    assert articles.disagreements(bare, now=NOW) == ()


def test_disagreements_stand_side_by_side_disputes_first(db: Database) -> None:
    told = articles.disagreements(db, now=NOW)
    assert [(one.about, one.verdict) for one in told] == [
        ("how long the flight took (Gannet)", Verdict.DISPUTED),
        ("what it is the first of (Gannet)", Verdict.QUALIFIED),
    ]
    sides = {value: [passage.article_slug for passage in passages] for value, passages in told[0].positions}
    assert sides == {"9 hours": [EVENING_SLUG, "four-hundred-people-and-a-balloon"], "6 hours": [MORNING_SLUG]}


def test_a_disagreement_is_kept_from_a_player_who_is_still_asked_about_it(db: Database, paul: int, sam: int) -> None:
    game = begin(db, paul)
    assert Verdict.DISPUTED not in {one.verdict for one in articles.disagreements(db, player=paul, now=NOW)}
    assert len(articles.disagreements(db, player=sam, now=NOW)) == 2
    play.finish(db, player=paul, attempt=game.attempt, now=NOW)
    assert len(articles.disagreements(db, player=paul, now=NOW)) == 2
