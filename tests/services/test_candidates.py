"""Questions on Tess's own article: offered beside its text, decided, changed, asked for; Sam is a stranger who teaches too."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from quizapp.questions.item import State
from quizapp.questions.review import Move
from quizapp.services import candidates_asking as asking
from quizapp.services import candidates_deciding as deciding
from quizapp.services import own_quizzes_editing as editing
from quizapp.services.accounts import Role
from quizapp.services.candidates_asking import Written
from quizapp.services.database import Database, open_database
from quizapp.services.deciding import Actor
from quizapp.services.errors import Conflict, FieldRefused, Invalid, NotFound
from quizapp.services.own_articles_deleting import foresee_delete
from quizapp.services.own_quizzes import make_quiz
from quizapp.services.own_quizzes_bank import Filters, search
from quizapp.services.own_quizzes_preview import start_preview
from services.accounts import School
from services.balloon import NOW, world
from services.mill import WHEEL, WHO, clear, decide, draft_of, look, place, say_otherwise, standing, write
from services.own_article import TEXT, add_and_read
from services.playing import Game


@pytest.fixture(scope="module")
def read(loaded: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Actor, str]:
    """A library and beside it Tess's article, which was read once for all tests: the file, Tess, the article's address."""
    folder = tmp_path_factory.mktemp("read")
    shutil.copy(loaded, folder / "quizapp.sqlite")
    db = open_database(f"sqlite:///{folder / 'quizapp.sqlite'}", folder)
    tess = Actor(player=School(db=db).staff("Tess", Role.TEACHER).visit.player, name="Tess")
    mill = add_and_read(db, tess.player)
    db.close()
    return folder / "quizapp.sqlite", tess, mill


@pytest.fixture
def db(read: tuple[Path, Actor, str], tmp_path: Path) -> Iterator[Database]:
    """A copy of it."""
    shutil.copy(read[0], tmp_path / "quizapp.sqlite")
    made = open_database(f"sqlite:///{tmp_path / 'quizapp.sqlite'}", tmp_path)
    yield made
    made.close()


@pytest.fixture
def tess(read: tuple[Path, Actor, str]) -> Actor:
    """Tess teaches."""
    return read[1]


@pytest.fixture
def mill(read: tuple[Path, Actor, str]) -> str:
    """The address of her article."""
    return read[2]


@pytest.fixture
def stranger(db: Database) -> Actor:
    """Sam teaches too, elsewhere."""
    return Actor(player=School(db=db, rng=Random(8)).staff("Sam", Role.TEACHER).visit.player, name="Sam")


def test_the_text_is_whole_and_every_run_knows_its_place_in_code_points(db: Database, tess: Actor, mill: str) -> None:
    runs = [run for block in look(db, tess, mill).blocks for run in block.runs]
    assert [run.text for run in runs] == [TEXT[run.at : run.at + len(run.text)] for run in runs]
    assert "".join("".join(run.text for run in runs).split()) == "".join(TEXT.split())


def test_questions_stand_in_the_order_of_the_text_and_their_numbers_beside_their_words(db: Database, tess: Actor, mill: str) -> None:
    view = look(db, tess, mill)
    assert [one.number for one in view.all] == list(range(1, len(view.all) + 1))
    numbered = [number for block in view.blocks for run in block.runs for number in run.numbers]
    assert sorted(set(numbered)) == [one.number for one in view.all]
    marked = {number: run.text for block in view.blocks for run in block.runs for number in run.numbers if run.mark}
    assert all(marked[one.number] in "".join(part.text for part in one.proof.main.segments) for one in view.all)


def test_questions_that_are_less_likely_fine_wait_behind_show_more(db: Database, tess: Actor, mill: str) -> None:
    some, everything = look(db, tess, mill, everything=False), look(db, tess, mill)
    assert some.hidden == len(everything.all) - len(some.all) > 0
    assert everything.hidden == 0
    assert {one.likely for one in some.all} <= {"Worth a close look", "Likely fine as it is", "Very likely fine as it is"}


def test_showing_more_leaves_every_number_as_it_was(db: Database, tess: Actor, mill: str) -> None:
    some, everything = look(db, tess, mill, everything=False), look(db, tess, mill)
    numbers = {one.item: one.number for one in everything.all}
    assert some.hidden
    assert all(numbers[one.item] == one.number for one in some.all)


def test_a_sentence_is_offered_once_and_a_credit_of_two_words_is_none(db: Database, tess: Actor, mill: str) -> None:
    _, found = asking.sentences(db, owner=tess.player, slug=mill)
    texts = [one.text for one in found]
    assert len(texts) == len(set(texts)) > 5
    assert all(len(text.split()) > 2 for text in texts)
    assert [one.start for one in found] == sorted(one.start for one in found)


def test_what_was_decided_stays_in_sight_however_likely_it_is(db: Database, tess: Actor, mill: str) -> None:
    shown = {one.item for one in look(db, tess, mill, everything=False).all}
    hidden = next(one for one in look(db, tess, mill).all if one.item not in shown)
    decide(db, tess, mill, hidden, Move.REJECT, "Dull.")
    assert hidden.item in {one.item for one in look(db, tess, mill, everything=False).all}


def test_a_question_is_approved_for_the_teachers_own_bank_and_taken_back(db: Database, tess: Actor, mill: str) -> None:
    offer = clear(look(db, tess, mill))
    quiz = make_quiz(db, owner=tess.player, title="Mills", now=NOW, rng=Random(1))
    decide(db, tess, mill, offer, Move.APPROVE)
    assert standing(db, tess, mill, offer.item).state is State.APPROVED
    assert offer.stem in {one.line.stem for one in search(db, owner=tess.player, quiz=quiz, filters=Filters(whose="own")).lines}
    decide(db, tess, mill, offer, Move.UNDO)
    assert standing(db, tess, mill, offer.item).waits
    assert search(db, owner=tess.player, quiz=quiz, filters=Filters(whose="own")).lines == ()


def test_rejecting_needs_a_reason_and_keeps_it(db: Database, tess: Actor, mill: str) -> None:
    offer = clear(look(db, tess, mill))
    with pytest.raises(FieldRefused):
        decide(db, tess, mill, offer, Move.REJECT)
    decide(db, tess, mill, offer, Move.REJECT, "Not worth asking")
    after = standing(db, tess, mill, offer.item)
    assert (after.state, after.reason) == (State.REJECTED, "Not worth asking")


def test_all_without_doubts_are_approved_at_once_and_no_others(db: Database, tess: Actor, mill: str) -> None:
    write(db, tess, mill, replace(WHO, wrong=("Tom Ray and Mira Holt", "Ada Quill", "Vera Lund")))
    before = look(db, tess, mill, everything=False)
    done = deciding.approve_doubtless(db, slug=mill, actor=tess, now=NOW)
    after = look(db, tess, mill)
    assert done == sum(one.doubtless for one in before.all) > 0
    assert {one.item for one in after.all if one.state is State.APPROVED} == {one.item for one in before.all if one.doubtless}
    assert deciding.approve_doubtless(db, slug=mill, actor=tess, now=NOW) == 0


def test_a_closed_check_is_opened_with_a_written_reason_only(db: Database, tess: Actor, mill: str) -> None:
    item = write(db, tess, mill, replace(WHO, stem="Who never built a wheel but this new wheel of the mill at Orrin?"))
    offer = standing(db, tess, mill, item)
    assert offer.failed
    assert not offer.stopped
    with pytest.raises(FieldRefused) as refused:
        decide(db, tess, mill, offer, Move.APPROVE)
    assert refused.value.field == "reason"
    decide(db, tess, mill, offer, Move.APPROVE, "My class knows the story.")
    assert standing(db, tess, mill, item).reason == "My class knows the story."


def test_no_reason_opens_an_absolute_check(db: Database, tess: Actor, mill: str) -> None:
    item = write(db, tess, mill, replace(WHO, wrong=("Tom Ray", "tom ray", "Ada Quill")))
    offer = standing(db, tess, mill, item)
    assert offer.stopped
    with pytest.raises(FieldRefused):
        decide(db, tess, mill, offer, Move.APPROVE, "I want it.")


def test_a_stranger_sees_and_changes_nothing(db: Database, tess: Actor, stranger: Actor, mill: str) -> None:
    offer = clear(look(db, tess, mill))
    start, end = place(WHEEL)
    acts: tuple[Callable[[], object], ...] = (
        lambda: look(db, stranger, mill),
        lambda: decide(db, stranger, mill, offer, Move.APPROVE),
        lambda: deciding.approve_doubtless(db, slug=mill, actor=stranger, now=NOW),
        lambda: deciding.edit_view(db, owner=stranger.player, slug=mill, item=offer.item),
        lambda: deciding.check_draft(db, owner=stranger.player, slug=mill, item=offer.item, draft=draft_of(offer)),
        lambda: deciding.save_draft(db, slug=mill, item=offer.item, version=offer.version, draft=draft_of(offer), actor=stranger, now=NOW),
        lambda: deciding.share_on(db, slug=mill, item=offer.item, version=offer.version, actor=stranger, now=NOW),
        lambda: asking.sentences(db, owner=stranger.player, slug=mill),
        lambda: asking.ask_about(db, owner=stranger.player, slug=mill, start=start, end=end),
        lambda: asking.check_written(db, owner=stranger.player, slug=mill, start=start, end=end, written=WHO),
        lambda: write(db, stranger, mill),
    )
    for act in acts:
        with pytest.raises(NotFound):
            act()
    assert standing(db, tess, mill, offer.item) == offer


def test_a_question_of_the_library_is_not_decided_on_an_article_of_ones_own(db: Database, tess: Actor, mill: str) -> None:
    with pytest.raises(NotFound):
        deciding.decide_on(
            db, slug=mill, item=world().candidates[0].item.id, version=1, wanted=Move.RETIRE, reason="Mine.", actor=tess, now=NOW
        )


def test_a_changed_question_is_checked_again_and_waits(db: Database, tess: Actor, mill: str) -> None:
    offer = standing(db, tess, mill, write(db, tess, mill))
    decide(db, tess, mill, offer, Move.APPROVE, "Mine.")
    draft = draft_of(offer, stem="Who made the new wheel of the mill at Orrin?")
    deciding.save_draft(db, slug=mill, item=offer.item, version=offer.version, draft=draft, actor=tess, now=NOW)
    after = standing(db, tess, mill, offer.item)
    assert (after.stem, after.waits, after.version != offer.version) == (draft.stem, True, True)
    with pytest.raises(Conflict):
        decide(db, tess, mill, offer, Move.APPROVE)


def test_a_draft_is_checked_without_being_kept(db: Database, tess: Actor, mill: str) -> None:
    offer = standing(db, tess, mill, write(db, tess, mill))
    checked = deciding.check_draft(
        db, owner=tess.player, slug=mill, item=offer.item, draft=draft_of(offer, stem="Who built it, and never the old wheel?")
    )
    assert {check.name for check in checked.failed} >= {"asked straight"}
    assert standing(db, tess, mill, offer.item) == offer


def test_other_words_of_the_article_become_the_proof(db: Database, tess: Actor, mill: str) -> None:
    offer = standing(db, tess, mill, write(db, tess, mill))
    words = "Mira Holt built the new wheel. She was born in Tolva"
    deciding.save_draft(
        db, slug=mill, item=offer.item, version=offer.version, draft=draft_of(offer, place=place(words)), actor=tess, now=NOW
    )
    assert deciding.edit_view(db, owner=tess.player, slug=mill, item=offer.item).quote == words


@pytest.mark.parametrize("change", [{"stem": " "}, {"options": ("One", "Two", "")}, {"key": 4}, {"place": (5, 99_999)}, {}])
def test_a_draft_that_is_no_question_or_changes_nothing_is_refused(db: Database, tess: Actor, mill: str, change: dict[str, object]) -> None:
    offer = standing(db, tess, mill, write(db, tess, mill))
    with pytest.raises(FieldRefused):
        deciding.save_draft(db, slug=mill, item=offer.item, version=offer.version, draft=draft_of(offer, **change), actor=tess, now=NOW)


def test_words_are_asked_about_with_facts_and_questions_that_can_be_kept(db: Database, tess: Actor, mill: str) -> None:
    start, end = 0, len(TEXT)
    view = asking.ask_about(db, owner=tess.player, slug=mill, start=start, end=end)
    assert view.quote == TEXT[start:end]
    fact, proposal = next((fact, one) for fact in view.facts for one in fact.proposals if not one.known)
    kept = asking.keep_proposal(db, slug=mill, fact=fact.fact, item=proposal.item, actor=tess, now=NOW)
    assert standing(db, tess, mill, kept).stem == proposal.stem
    again = asking.ask_about(db, owner=tess.player, slug=mill, start=start, end=end)
    assert proposal.item in {one.item for fact in again.facts for one in fact.proposals if one.known}


@pytest.mark.parametrize(("start", "end"), [(5, 5), (9, 2), (0, 99_999)])
def test_words_that_are_not_there_are_refused(db: Database, tess: Actor, mill: str, start: int, end: int) -> None:
    with pytest.raises(FieldRefused):
        asking.ask_about(db, owner=tess.player, slug=mill, start=start, end=end)


def test_a_question_of_ones_own_gets_wrong_answers_and_every_check(db: Database, tess: Actor, mill: str) -> None:
    start, end = place("Tom Ray opened the mill at Orrin on 3 May 2019")
    written = Written(stem="On which day did Tom Ray open the mill at Orrin?", key="3 May 2019", wrong=(), explanation="")
    checked = asking.check_written(db, owner=tess.player, slug=mill, start=start, end=end, written=written)
    assert checked.options[checked.key] == "3 May 2019"
    assert len(checked.options) >= 3
    assert len(checked.failed) + len(checked.passed) > 20
    assert not any(one.stem == written.stem for one in look(db, tess, mill).all)


def test_a_question_without_words_is_refused_beside_its_field(db: Database, tess: Actor, mill: str) -> None:
    for written, field in ((replace(WHO, stem=" "), "stem"), (replace(WHO, key=" "), "key"), (replace(WHO, wrong=("Tom Ray",)), "wrong")):
        with pytest.raises(FieldRefused) as refused:
            write(db, tess, mill, written)
        assert refused.value.field == field


def test_facts_on_which_the_article_contradicts_the_library_stand_first(db: Database, tess: Actor, mill: str) -> None:
    assert look(db, tess, mill).disputes == ()
    say_otherwise(db, tess, mill)
    (dispute,) = look(db, tess, mill).disputes
    assert dispute.about == "when it left (Gannet)"
    assert {value for _, value in dispute.sides} == {"3 June 2024", "9 June 2024"}
    assert {title for title, _ in dispute.sides} == {"The mill at Orrin turns again", "The Gannet rises over Brack"}


def test_only_questions_that_rest_on_this_article_are_proposed_where_articles_disagree(db: Database, tess: Actor, mill: str) -> None:
    say_otherwise(db, tess, mill)
    start, end = place("The balloon Gannet left Brack on 9 June 2024")
    view = asking.ask_about(db, owner=tess.player, slug=mill, start=start, end=end)
    proposals = [(fact.fact, one.item) for fact in view.facts for one in fact.proposals if not one.known]
    assert proposals
    for fact, item in proposals:
        kept = asking.keep_proposal(db, slug=mill, fact=fact, item=item, actor=tess, now=NOW)
        assert kept in {one.item for one in look(db, tess, mill).all}


def test_a_question_that_rests_on_a_private_article_is_not_given_to_the_library(db: Database, tess: Actor, mill: str) -> None:
    offer = clear(look(db, tess, mill))
    decide(db, tess, mill, offer, Move.APPROVE)
    assert not standing(db, tess, mill, offer.item).can_share
    with pytest.raises(Invalid):
        deciding.share_on(db, slug=mill, item=offer.item, version=offer.version, actor=tess, now=NOW)


def test_deleting_counts_questions_and_not_their_wordings(db: Database, tess: Actor, mill: str) -> None:
    offer = standing(db, tess, mill, write(db, tess, mill))
    draft = draft_of(offer, stem="Who made the new wheel of the mill at Orrin?")
    deciding.save_draft(db, slug=mill, item=offer.item, version=offer.version, draft=draft, actor=tess, now=NOW)
    leaving = foresee_delete(db, owner=tess.player, slug=mill)
    assert (leaving.questions, leaving.kept) == (len(look(db, tess, mill).all), 0)


def test_an_explanation_that_only_repeats_the_passage_is_not_told_beside_it(db: Database, tess: Actor, mill: str) -> None:
    offer = standing(db, tess, mill, write(db, tess, mill))
    assert offer.explanation == "“Mira Holt built the new wheel.”"
    decide(db, tess, mill, offer, Move.APPROVE, "Mine.")
    quiz = make_quiz(db, owner=tess.player, title="Mills", now=NOW, rng=Random(1))
    editing.add_question(db, owner=tess.player, quiz=quiz, question=offer.version, now=NOW)
    game = Game(db=db, player=tess.player, attempt=start_preview(db, owner=tess.player, quiz=quiz, now=NOW, rng=Random(3)))
    view = game.current()
    game.answer(view, view.options[0].text)
    assert game.feedback(view.question).explanation == ""


def test_an_own_question_is_played_with_its_proof_from_the_private_article(db: Database, tess: Actor, mill: str) -> None:
    deciding.approve_doubtless(db, slug=mill, actor=tess, now=NOW)
    quiz = editing.make_ten(db, owner=tess.player, article=mill, now=NOW, rng=Random(2))
    game = Game(db=db, player=tess.player, attempt=start_preview(db, owner=tess.player, quiz=quiz, now=NOW, rng=Random(3)))
    view = game.current()
    game.answer(view, view.options[0].text)
    proof = game.feedback(view.question).proof.main
    assert (proof.article_title, proof.article_slug) == ("The mill at Orrin turns again", "")
    assert any(part.mark for part in proof.segments)
