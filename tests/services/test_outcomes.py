"""Feedback shows the proof: the marked words in their passage, who agrees, who disagrees, and where a wrong answer does belong."""

from dataclasses import replace
from random import Random

import pytest

from quizapp.knowledge.fact import Verdict
from quizapp.questions.item import Candidate, State
from quizapp.services import articles, play
from quizapp.services.database import Database
from quizapp.services.players import begin_visit
from quizapp.services.views import FeedbackView, PassageView
from services.balloon import MORNING, NOW, TEXTS, World, make_world
from services.playing import begin


def words(passage: PassageView) -> str:
    return "".join(one.text for one in passage.segments)


def marked(passage: PassageView, pen: str = "proof") -> list[str]:
    return [one.text for one in passage.segments if one.mark == pen]


def answered(db: Database, player: int, stem: str, *, wrong: str | None = None) -> FeedbackView:
    game = begin(db, player)
    view = game.ask(stem)
    if wrong is None:
        game.answer_right(view)
    else:
        game.answer(view, wrong)
    return game.feedback(view.question)


def test_a_right_answer_is_told_with_its_words_marked_in_their_passage(db: Database, paul: int, balloon: World) -> None:
    told = answered(db, paul, "How much gas")
    assert (told.right, told.chosen, told.answer, told.elsewhere) == (True, "420 litres", "420 litres", None)
    assert [(one.text, one.right, one.chosen) for one in told.options] == [
        ("350 litres", False, False),
        ("420 litres", True, True),
        ("490 litres", False, False),
        ("560 litres", False, False),
    ]
    assert words(told.proof.main) in MORNING
    assert marked(told.proof.main) == ["carries 420 litres of gas"]
    assert told.proof.main.article_title == "The Gannet rises over Brack"
    assert (told.proof.verdict, told.proof.sources) == (Verdict.STATED, 1)
    assert told.explanation == next(one.item.explanation for one in balloon.candidates if one.item.stem == told.stem)


def test_options_stand_in_the_order_in_which_they_were_shown(db: Database, paul: int) -> None:
    game = begin(db, paul)
    view = game.ask("Who rode out")
    game.answer_right(view)
    assert [one.text for one in game.feedback(view.question).options] == [one.text for one in view.options]


def test_articles_that_say_the_same_are_shown_and_a_spelling_is_explained(db: Database, paul: int) -> None:
    proof = answered(db, paul, "Who steered").proof
    assert (proof.verdict, proof.sources, len(proof.agreeing)) == (Verdict.CORROBORATED, 2, 1)
    shown = {proof.main.article_slug, proof.agreeing[0].article_slug}
    assert len(shown) == 2
    assert "Article “Home again: a balloon crosses the strait” spells the name “Ostrow”. We count it as the same person." in proof.notes
    assert proof.disagreeing == ()


def test_a_coarser_wording_counts_as_agreeing_and_is_told(bare: Database) -> None:
    texts = {name: text for name, (text, _) in TEXTS.items()}
    plain = make_world(texts)
    fact = plain.fact("training_time")
    assert len(fact.positions) == 1
    assert {claim.value.display() for claim in fact.claims} == {"5 weeks", "several weeks"}
    plain.load(bare)
    view = articles.article(bare, slug="home-again-a-balloon-crosses-the-strait", now=NOW)
    notes = [note for block in view.blocks for note in block.notes if "several weeks" in note.quote]
    assert [words(one) for one in notes[0].agreeing] == ["The crew trained for five weeks, and the flight over the strait took six hours."]
    assert notes[0].disagreeing == ()


def test_a_disputed_answer_shows_what_the_other_articles_say(db: Database, paul: int, balloon: World) -> None:
    stem = next(
        one.item.stem
        for one in balloon.candidates
        if one.item.id in balloon.items("flight_time") and one.item.id in balloon.quizzes[0].items
    )
    told = answered(db, paul, stem)
    assert told.proof.verdict is Verdict.DISPUTED
    other = {"6 hours": "9 hours", "9 hours": "6 hours"}
    assert told.proof.main.value == told.answer
    assert {one.value for one in told.proof.disagreeing} == {other[told.answer]}
    assert all(marked(one, "other") and not marked(one) for one in told.proof.disagreeing)


@pytest.mark.parametrize("answer", ["6 hours", "9 hours"])
def test_a_comparison_shows_as_its_main_passage_the_one_that_holds_the_answer(bare: Database, balloon: World, answer: str) -> None:
    asked = next(one for one in balloon.candidates if one.item.kind == "compare" and one.item.answer == answer)
    quiz = replace(balloon.quizzes[0], items=(asked.item.id,))
    replace(balloon, quizzes=(quiz,)).load(bare)
    paul = begin_visit(bare, now=NOW, rng=Random(2)).visit.player
    told = answered(bare, paul, "One article says")
    assert told.proof.main.value == answer
    assert answer.split()[0] in {"6", "9"}
    assert {"6 hours": "six hours", "9 hours": "nine hours"}[answer] in marked(told.proof.main)[0]


def test_one_report_told_twice_is_one_source(bare: Database, balloon: World) -> None:
    asked = next(one for one in balloon.candidates if one.item.stem.startswith("According to the article “Four hundred"))
    replace(balloon, quizzes=(replace(balloon.quizzes[0], items=(asked.item.id,)),)).load(bare)
    paul = begin_visit(bare, now=NOW, rng=Random(2)).visit.player
    proof = answered(bare, paul, "According to").proof
    assert (proof.sources, len(proof.agreeing)) == (1, 1)
    assert "These articles retell one report (Coast Mail), so they count as one source." in proof.notes


def test_a_wrong_answer_is_shown_where_it_does_come_in(db: Database, paul: int) -> None:
    told = answered(db, paul, "Who rode out", wrong="Ada Quill")
    assert not told.right
    assert told.elsewhere is not None
    assert marked(told.elsewhere) == ["came back with a guest, the cook Ada Quill"]
    assert told.elsewhere.value == "Ada Quill"


def test_a_wrong_answer_that_is_the_answer_to_nothing_has_no_such_passage(db: Database, paul: int) -> None:
    assert answered(db, paul, "Who rode out", wrong="Hugo Brandt").elsewhere is None


def test_every_anchor_lands_on_the_marked_words_of_the_article(db: Database, paul: int) -> None:
    game = begin(db, paul)
    while play.current_question(db, player=paul, attempt=game.attempt, now=NOW) is not None:
        game.answer_wrong(game.current())
    shown = 0
    for line in play.results(db, player=paul, attempt=game.attempt, now=NOW).lines:
        for passage in (line.proof.main, *line.proof.agreeing, *line.proof.disagreeing):
            runs = [run for block in articles.article(db, slug=passage.article_slug, now=NOW).blocks for run in block.runs]
            landed = next(place for place, run in enumerate(runs) if passage.anchor in run.anchors)
            first = next(one.text for one in passage.segments if one.mark)
            assert "".join(run.text for run in runs[landed:]).startswith(first)
            shown += 1
    assert shown > 8


def test_results_tell_every_question_with_its_proof(db: Database, paul: int) -> None:
    game = begin(db, paul)
    wrong = game.answer_wrong(game.current())
    play.finish(db, player=paul, attempt=game.attempt, now=NOW)
    result = play.results(db, player=paul, attempt=game.attempt, now=NOW)
    assert result.quiz_slug == "over-the-strait"
    assert (result.lines[0].chosen, result.lines[0].right) == (wrong, False)
    assert all(marked(line.proof.main) for line in result.lines)
    assert [line.question for line in result.lines] == [str(n) for n in range(1, len(result.lines) + 1)]


def test_a_new_wording_never_changes_what_a_past_attempt_shows_or_scores(db: Database, paul: int, balloon: World) -> None:
    game = begin(db, paul)
    view = game.ask("How much gas")
    game.answer_right(view)
    before = game.feedback(view.question)
    replace(balloon, candidates=tuple(map(_turned, balloon.candidates)), decisions=()).load(db, digest="second")
    after = game.feedback(view.question)
    assert (after.stem, after.options, after.answer, after.right) == (before.stem, before.options, before.answer, before.right)
    assert after.explanation == before.explanation
    assert words(after.proof.main) == words(before.proof.main)
    again = begin(db, paul, seed=8, minutes=2).ask("How much gas")
    assert [one.text for one in again.options] == ["560 litres", "490 litres", "420 litres", "350 litres"]


def _turned(one: Candidate) -> Candidate:
    if one.state is not State.APPROVED:
        return one
    item = one.item
    turned = replace(item, options=item.options[::-1], key=len(item.options) - 1 - item.key, explanation="Another explanation.")
    return replace(one, item=turned)


def test_an_article_that_changed_leaves_the_passage_of_a_past_attempt_as_it_was(db: Database, paul: int) -> None:
    game = begin(db, paul)
    view = game.ask("How much gas")
    game.answer_right(view)
    before = game.feedback(view.question)
    texts = {name: text for name, (text, _) in TEXTS.items()}
    longer = make_world(texts | {"morning.txt": "News of the day\n\n" + MORNING})
    longer.load(db, digest="second")
    after = game.feedback(view.question)
    assert words(after.proof.main) == words(before.proof.main)
    assert marked(after.proof.main) == marked(before.proof.main)
    assert after.proof.main.anchor == ""
