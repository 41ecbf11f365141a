"""An edit is a new version that waits for a decision; what was played, and what files bring, never changes it back."""

from dataclasses import replace

import pytest

from quizapp.knowledge.claim import Evidence, cite
from quizapp.questions.item import State
from quizapp.questions.review import Move
from quizapp.services.check import check_bank
from quizapp.services.database import Database
from quizapp.services.editing import edit, preview
from quizapp.services.errors import Conflict, FieldRefused, Invalid, NotFound
from services.balloon import LATER, MORNING, TEXTS, World, make_world
from services.playing import begin
from services.reviewing import GAS, Desk, as_edited, staff

BETTER = "How many litres of gas fit into the balloon Gannet?"


@pytest.fixture
def rita(db: Database) -> Desk:
    """Rita reviews a library in which every question is approved."""
    return Desk(db=db, actor=staff(db, "Rita"))


def test_an_edit_makes_a_candidate_of_the_next_version_and_takes_the_old_one_out_of_play(rita: Desk) -> None:
    before = rita.item(GAS)
    row = rita.edit(GAS, "Says how.", stem=f"  {BETTER} ")
    after = rita.item(BETTER)
    assert (after.row, after.item, after.number, after.state) == (row, before.item, before.number + 1, State.CANDIDATE)
    assert after.edited
    assert before.item not in rita.known().playable
    assert rita.record() == [("Rita", "question edited", "Says how.")]


def test_an_attempt_keeps_the_words_it_showed_and_its_score(rita: Desk, paul: int) -> None:
    game = begin(rita.db, paul)
    asked = game.ask(GAS)
    game.answer(asked, "420 litres")
    rita.edit(GAS, stem=BETTER, options=("350 litres", "430 litres", "490 litres", "560 litres"))
    seen = game.feedback(asked.question)
    assert seen.stem == asked.stem
    assert (seen.right, seen.answer) == (True, "420 litres")


def test_a_new_wording_is_checked_and_can_be_approved(rita: Desk) -> None:
    rita.edit(GAS, stem=BETTER)
    assert all(check.passed for check in rita.item(BETTER).checks)
    rita.decide(BETTER, Move.APPROVE)
    assert rita.item(BETTER).item in rita.known().playable
    assert [problem for problem in check_bank(rita.db) if BETTER in problem.place] == []


def test_a_failed_check_keeps_an_edited_question_out(rita: Desk) -> None:
    rita.edit(GAS, options=("350 litres", "400 litres", "490 litres", "560 litres"))
    with pytest.raises(FieldRefused, match="Nobody can let this pass"):
        rita.decide(GAS, Move.APPROVE, "I know better.")


def test_numbers_are_put_in_order_and_the_right_answer_stays_right(rita: Desk) -> None:
    rita.edit(GAS, options=("560 litres", "420 litres", "", "350 litres"), key=1)
    value = rita.item(GAS).value
    assert value.options == ("350 litres", "420 litres", "560 litres")
    assert (value.answer, value.ordered) == ("420 litres", True)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"stem": "  "}, "stem"),
        ({"stem": "why " * 100}, "stem"),
        ({"options": ("420 litres", "350 litres"), "key": 0}, "options"),
        ({"options": ("420 litres", "350 litres", "x" * 201), "key": 0}, "options"),
        ({"options": ("", "350 litres", "490 litres", "3 litres"), "key": 0}, "key"),
        ({"key": 7}, "key"),
        ({"explanation": "because " * 100}, "explanation"),
        ({"evidence": ()}, "evidence"),
    ],
)
def test_what_is_no_question_is_refused_beside_its_field_and_nothing_is_stored(rita: Desk, changes: dict[str, object], field: str) -> None:
    with pytest.raises(FieldRefused) as refused:
        rita.edit(GAS, **changes)
    assert refused.value.field == field
    assert rita.item(GAS).number == 1
    assert rita.record() == []


def test_proof_that_does_not_stand_in_the_article_is_refused(rita: Desk) -> None:
    (proof,) = rita.item(GAS).value.evidence
    moved = Evidence(article=proof.article, start=proof.start + 1, end=proof.end + 1, quote=proof.quote, revision=proof.revision)
    with pytest.raises(FieldRefused, match="does not stand"):
        rita.edit(GAS, evidence=(moved,))


def test_other_words_of_an_article_can_become_the_proof(rita: Desk, balloon: World) -> None:
    article = balloon.articles["morning.txt"]
    start = article.text.index("The Gannet carries 420 litres of gas.")
    longer = cite(article, start, start + len("The Gannet carries 420 litres of gas."))
    rita.edit(GAS, evidence=(longer,))
    assert rita.item(GAS).value.evidence == (longer,)


def test_an_edit_that_changes_nothing_is_told_so(rita: Desk) -> None:
    with pytest.raises(Invalid, match="Nothing was changed"):
        rita.edit(GAS)
    assert rita.record() == []


def test_two_editors_of_one_version_cannot_both_win(rita: Desk) -> None:
    one, known = rita.item(GAS), rita.known()
    changed = replace(as_edited(one), stem=BETTER)
    more = {"scope": rita.scope, "known": known, "item": one.item, "version": one.row, "reason": "", "actor": rita.actor, "now": LATER}
    edit(rita.db, changed=changed, **more)  # type: ignore[arg-type]
    with pytest.raises(Conflict, match="meanwhile"):
        edit(rita.db, changed=replace(changed, stem="How much gas is in it?"), **more)  # type: ignore[arg-type]
    assert len(rita.record()) == 1


def test_a_question_of_the_library_is_not_edited_from_another_scope(rita: Desk) -> None:
    one = rita.item(GAS)
    changed = replace(as_edited(one), stem=BETTER)
    with pytest.raises(NotFound):
        edit(
            rita.db,
            scope=rita.scope + 1,
            known=rita.known(),
            item=one.item,
            version=one.row,
            changed=changed,
            reason="",
            actor=rita.actor,
            now=LATER,
        )


def test_a_preview_says_what_the_checks_would_and_stores_nothing(rita: Desk) -> None:
    stored = rita.item(GAS)
    changed = replace(as_edited(stored), options=("350 litres", "420 litres", "420 litres", "560 litres"))
    results = preview(known=rita.known(), item=stored.value, changed=changed)
    assert "options differ" in {one.name for one in results if not one.passed}
    assert rita.item(GAS) == stored


def test_files_that_change_do_not_take_back_what_a_person_wrote(rita: Desk, balloon: World) -> None:
    rita.edit(GAS, stem=BETTER)
    rita.decide(BETTER, Move.APPROVE)
    balloon.load(rita.db, digest="the same files, read anew")
    stored = rita.item(BETTER)
    assert (stored.number, stored.state) == (2, State.APPROVED)


def test_what_a_person_wrote_leaves_play_when_its_words_leave_the_article(rita: Desk, balloon: World) -> None:
    rita.edit(GAS, stem=BETTER)
    rita.decide(BETTER, Move.APPROVE)
    texts = {name: text for name, (text, _) in TEXTS.items()} | {"morning.txt": MORNING.replace("Gannet rises", "great Gannet rises")}
    make_world(texts).load(rita.db, digest="corrected")
    assert rita.item(BETTER).state is State.CANDIDATE
