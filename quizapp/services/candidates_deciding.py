"""What a teacher does with a question on her article: approve, reject, take back, change, give to the library."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from quizapp.knowledge.claim import Evidence
from quizapp.questions.item import CheckResult, Item, State
from quizapp.questions.review import Move
from quizapp.services.candidates import is_shown, item_on, items_on
from quizapp.services.candidates_text import TextBlock, Words, mark_text
from quizapp.services.corrected_quizzes import take_corrected
from quizapp.services.database import Database
from quizapp.services.deciding import Actor, decide_within
from quizapp.services.editing import Edited, edit, preview, worded
from quizapp.services.errors import FieldRefused
from quizapp.services.known import Known
from quizapp.services.own_articles import load_own
from quizapp.services.own_questions import pick
from quizapp.services.own_quizzes_using import quizzes_with
from quizapp.services.own_scope import known_to
from quizapp.services.review_sharing import share_item
from quizapp.services.undoing import undo_within
from quizapp.storage.bank_values import StoredItem

Place = tuple[int, int]


@dataclass(frozen=True, kw_only=True, slots=True)
class Drafted:
    """A question as a teacher is changing it; `place` are the words of the article it rests on, `None` as it rests on them now."""

    stem: str
    options: tuple[str, ...]
    key: int
    explanation: str
    place: Place | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class EditView:
    """A question to be changed: how it reads now, its words in the article, and what speaks against it as it stands.

    `state` says how it stands, `quizzes` (slug, title) in which of the teacher's quizzes it is asked.
    """

    slug: str
    title: str
    item: str
    version: int
    draft: Drafted
    quote: str
    failed: tuple[CheckResult, ...]
    blocks: tuple[TextBlock, ...]
    state: State
    quizzes: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Checked:
    """What the checks say of a draft, the words it would rest on, and its options in the order they would stand."""

    checks: tuple[CheckResult, ...]
    quote: str
    options: tuple[str, ...]

    @property
    def failed(self) -> tuple[CheckResult, ...]:
        """Those that speak against it."""
        return tuple(check for check in self.checks if not check.passed)


def decide_on(db: Database, *, slug: str, item: str, version: int, wanted: Move, reason: str, actor: Actor, now: datetime) -> None:
    """Decide on a question of this article in the teacher's scope; undo takes back an edit, too.

    Raises NotFound, Conflict (changed meanwhile, or no such move), FieldRefused on `reason`, NotSaved.
    """
    with db.writing() as connection:
        mine, found = _find(db, connection, actor.player, slug, item)
        if wanted is Move.UNDO:
            undo_within(connection, mine, item=found.item, version=version, actor=actor, now=now)
            return
        decide_within(connection, scope=mine.head.id, item=found.item, version=version, wanted=wanted, reason=reason, actor=actor, now=now)
        if wanted is Move.APPROVE:
            take_corrected(connection, version=version, actor=actor, now=now)


def approve_doubtless(db: Database, *, slug: str, actor: Actor, now: datetime) -> int:
    """Approve every question shown that waits and that nothing speaks against; how many there were. Raises NotFound, NotSaved."""
    with db.writing() as connection:
        article = load_own(connection, actor.player, slug)
        mine = known_to(db, connection, owner=actor.player)
        clear = [one for one in items_on(mine, article.name) if is_shown(one) and is_doubtless(one)]
        for one in clear:
            decide_within(
                connection, scope=mine.head.id, item=one.item, version=one.row, wanted=Move.APPROVE, reason="", actor=actor, now=now
            )
            take_corrected(connection, version=one.row, actor=actor, now=now)
        return len(clear)


def edit_view(db: Database, *, owner: int, slug: str, item: str) -> EditView:
    """A question with what may be changed of it; raises NotFound."""
    with db.reading() as connection:
        article = load_own(connection, owner, slug)
        mine, found = _find(db, connection, owner, slug, item)
        quizzes = quizzes_with(connection, owner=owner, question=found.row)
    value = found.value
    own = next(one for one in value.evidence if one.article == article.name)
    return EditView(
        slug=slug,
        title=article.title,
        item=item,
        version=found.row,
        draft=Drafted(stem=value.stem, options=value.options, key=value.key, explanation=value.explanation, place=(own.start, own.end)),
        quote=own.quote,
        failed=tuple(check for check in found.checks if not check.passed),
        blocks=mark_text(mine, mine.article(article.name), [Words(evidence=found.evidence)]),
        state=found.state,
        quizzes=quizzes,
    )


def check_draft(db: Database, *, owner: int, slug: str, item: str, draft: Drafted) -> Checked:
    """What the checks would say of a question in these words; nothing is stored. Raises NotFound, FieldRefused."""
    with db.reading() as connection:
        article = load_own(connection, owner, slug)
        mine, found = _find(db, connection, owner, slug, item)
    changed = _changed(mine, article.name, found.value, draft)
    new = worded(mine, found.value, changed)
    quote = next(one.quote for one in changed.evidence if one.article == article.name)
    return Checked(checks=preview(known=mine, item=found.value, changed=changed), quote=quote, options=new.options)


def save_draft(db: Database, *, slug: str, item: str, version: int, draft: Drafted, actor: Actor, now: datetime) -> None:
    """Keep a question in these words; its checks are run again, and it waits for a decision.

    Raises NotFound, Conflict, FieldRefused, NotSaved.
    """
    with db.reading() as connection:
        article = load_own(connection, actor.player, slug)
        mine, found = _find(db, connection, actor.player, slug, item)
    changed = _changed(mine, article.name, found.value, draft)
    if worded(mine, found.value, changed).content == found.content:
        raise FieldRefused("stem", "Nothing is changed yet: the question reads as before.")
    edit(db, scope=mine.head.id, known=mine, item=item, version=version, changed=changed, reason="", actor=actor, now=now)


def share_on(db: Database, *, slug: str, item: str, version: int, actor: Actor, now: datetime) -> None:
    """Give a question to the library for review. Raises NotFound, Conflict, Invalid when the library could not prove it, NotSaved."""
    with db.reading() as connection:
        mine, found = _find(db, connection, actor.player, slug, item)
    share_item(db, scope=mine.head.id, item=found.item, version=version, actor=actor, now=now)


def is_doubtless(item: StoredItem) -> bool:
    """Whether a question waits and nothing speaks against it."""
    return item.state is State.CANDIDATE and all(check.passed for check in item.checks)


def _find(db: Database, connection: Connection, owner: int, slug: str, item: str) -> tuple[Known, StoredItem]:
    article = load_own(connection, owner, slug)
    mine = known_to(db, connection, owner=owner)
    return mine, item_on(mine, article.name, item)


def _changed(mine: Known, article: str, item: Item, draft: Drafted) -> Edited:
    return Edited(
        stem=draft.stem,
        options=draft.options,
        key=draft.key,
        explanation=draft.explanation,
        evidence=_evidence(mine, article, item, draft.place),
    )


def _evidence(mine: Known, article: str, item: Item, place: Place | None) -> tuple[Evidence, ...]:
    """The question's evidence, its first words in this article exchanged for those at the place."""
    own = next(one for one in item.evidence if one.article == article)
    if place is None or place == (own.start, own.end):
        return item.evidence
    picked = pick(mine, article=article, start=place[0], end=place[1])
    return tuple(picked if one == own else one for one in item.evidence)
