"""Sharing an article with the library: asked for, taken back, declined with a reason, accepted as the library's own copy; on the record."""

import pytest

from quizapp.questions.item import State
from quizapp.services import articles as library
from quizapp.services import own_articles
from quizapp.services.database import Database
from quizapp.services.deciding import Actor
from quizapp.services.errors import Conflict, FieldRefused, NotFound
from quizapp.services.known import known
from quizapp.services.own_articles import Sharing
from quizapp.services.own_articles_deleting import delete, foresee_delete
from quizapp.services.own_articles_sharing import accept, decline, share, shared_articles, take_back
from quizapp.services.own_articles_showing import own_view
from quizapp.services.own_scope import known_to
from services.balloon import NOW
from services.knowing import record_on
from services.own_article import TEXT, acting, add, add_and_read, given, teacher


def test_what_is_quoted_or_unread_is_not_offered_to_the_library(db: Database, tess: int) -> None:
    unread = add(db, tess)
    with pytest.raises(Conflict, match="not read yet"):
        share(db, owner=tess, slug=unread, actor=acting(tess), now=NOW)
    quoted = add_and_read(db, tess, text=TEXT.replace("Orrin", "Tolva"), title="Quoted", rights="quoted for class")
    with pytest.raises(Conflict, match="cannot be shared"):
        share(db, owner=tess, slug=quoted, actor=acting(tess), now=NOW)


def test_an_offer_waits_with_what_an_admin_needs_and_can_be_taken_back(db: Database, tess: int) -> None:
    slug = add_and_read(db, tess)
    share(db, owner=tess, slug=slug, actor=acting(tess), now=NOW)
    (waiting,) = shared_articles(db)
    assert (waiting.teacher, waiting.title, waiting.text, waiting.claims > 0) == ("Tess", "The mill at Orrin turns again", TEXT, True)
    take_back(db, owner=tess, slug=slug, actor=acting(tess), now=NOW)
    assert shared_articles(db) == ()
    with pytest.raises(NotFound):
        accept(db, article=waiting.article, actor=acting(tess), now=NOW)


def test_a_declined_article_stays_with_its_teacher_who_reads_why(db: Database, tess: int, rita: Actor) -> None:
    slug = add_and_read(db, tess)
    share(db, owner=tess, slug=slug, actor=acting(tess), now=NOW)
    (waiting,) = shared_articles(db)
    with pytest.raises(FieldRefused):
        decline(db, article=waiting.article, reason=" ", actor=rita, now=NOW)
    decline(db, article=waiting.article, reason="We have three on mills.", actor=rita, now=NOW)
    view = own_view(db, owner=tess, slug=slug)
    assert (view.sharing, view.answer) == (Sharing.DECLINED, "We have three on mills.")
    assert record_on(db, "own article")[-1] == ("Rita", "article declined", "We have three on mills.")
    share(db, owner=tess, slug=slug, actor=acting(tess), now=NOW)
    assert len(shared_articles(db)) == 1


def test_an_accepted_article_is_the_librarys_own_copy(db: Database, tess: int, rita: Actor) -> None:
    slug = add_and_read(db, tess)
    share(db, owner=tess, slug=slug, actor=acting(tess), now=NOW)
    (waiting,) = shared_articles(db)
    taken = accept(db, article=waiting.article, actor=rita, now=NOW)
    view = library.article(db, slug=taken, now=NOW)
    assert view.title == "The mill at Orrin turns again"
    with db.reading() as connection:
        public = known(db, connection)
        mine = known_to(db, connection, owner=tess)
    assert public is not None
    name = next(one.name for one in public.scope.articles.values() if one.slug == taken)
    assert len(public.places[name]) == waiting.claims
    new = [one for one in public.bank if any(evidence.article == name for evidence in one.value.evidence)]
    assert new
    assert {one.state for one in new} == {State.CANDIDATE}
    assert name not in mine.scope.articles
    assert record_on(db, "own article")[-1][:2] == ("Rita", "article accepted")


def test_the_librarys_copy_stays_when_its_teacher_deletes_hers(db: Database, tess: int, rita: Actor) -> None:
    slug = add_and_read(db, tess)
    share(db, owner=tess, slug=slug, actor=acting(tess), now=NOW)
    taken = accept(db, article=shared_articles(db)[0].article, actor=rita, now=NOW)
    with pytest.raises(Conflict):
        own_articles.change(db, owner=tess, slug=slug, given=given(title="Another"), now=NOW)
    assert foresee_delete(db, owner=tess, slug=slug).in_library
    delete(db, owner=tess, slug=slug, actor=acting(tess), now=NOW)
    assert library.article(db, slug=taken, now=NOW).title == "The mill at Orrin turns again"


def test_what_the_library_has_already_is_not_taken_twice(db: Database, tess: int, rita: Actor) -> None:
    for name in ("Tess", "Tom"):
        owner = tess if name == "Tess" else teacher(db, "Tom")
        share(db, owner=owner, slug=add_and_read(db, owner), actor=Actor(player=owner, name=name), now=NOW)
    first, second = shared_articles(db)
    accept(db, article=first.article, actor=rita, now=NOW)
    with pytest.raises(Conflict, match="exactly this text"):
        accept(db, article=second.article, actor=rita, now=NOW)
    with pytest.raises(Conflict):
        accept(db, article=first.article, actor=rita, now=NOW)
