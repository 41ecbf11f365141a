"""Changing a question of the library: its words as a form holds them, checked, and kept as a new version."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from quizapp.knowledge.claim import Evidence, cite
from quizapp.questions.item import CheckResult
from quizapp.services.database import Database
from quizapp.services.deciding import Actor
from quizapp.services.editing import Edited, edit, preview
from quizapp.services.errors import FieldRefused, NotFound
from quizapp.services.known import Known, known
from quizapp.storage.bank_values import StoredItem

PLACES = 5


@dataclass(frozen=True, kw_only=True, slots=True)
class Draft:
    """The words of a question as typed; `quote` are those of `article` that carry the answer."""

    stem: str
    options: tuple[str, ...]
    key: int
    explanation: str
    article: str
    quote: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Editing:
    """A question to be changed: its current version, its words, the articles a proof may come from, by name with their titles."""

    item: str
    version: int
    number: int
    draft: Draft
    articles: Mapping[str, str]
    proofs: int


def read_for_edit(db: Database, *, item: str) -> Editing:
    """The question as it reads now. Raises NotFound."""
    library, stored = _find(db, item)
    value, proof = stored.value, stored.value.evidence[0]
    draft = Draft(
        stem=value.stem,
        options=(*value.options, *[""] * (PLACES - len(value.options))),
        key=value.key,
        explanation=value.explanation,
        article=proof.article,
        quote=proof.quote,
    )
    titles = {name: article.title for name, article in library.scope.articles.items()}
    return Editing(item=item, version=stored.row, number=stored.number, draft=draft, articles=titles, proofs=len(value.evidence))


def check_draft(db: Database, *, item: str, draft: Draft) -> tuple[CheckResult, ...]:
    """What every check says of the new words. Raises NotFound, FieldRefused."""
    library, stored = _find(db, item)
    return preview(known=library, item=stored.value, changed=_edited(library, stored, draft))


def keep_draft(db: Database, *, item: str, version: int, draft: Draft, reason: str, actor: Actor, now: datetime) -> int:
    """Store the new words as a version of its own and return its row. Raises as `editing.edit`."""
    library, stored = _find(db, item)
    changed = _edited(library, stored, draft)
    return edit(
        db,
        scope=library.head.id,
        known=library,
        item=item,
        version=version,
        changed=changed,
        reason=reason,
        actor=actor,
        now=now,
    )


def _find(db: Database, item: str) -> tuple[Known, StoredItem]:
    with db.reading() as connection:
        library = known(db, connection)
    stored = next((one for one in library.bank if one.item == item), None) if library else None
    if library is None or stored is None:
        raise NotFound("There is no such question.")
    return library, stored


def _edited(library: Known, stored: StoredItem, draft: Draft) -> Edited:
    if not 0 <= draft.key < len(draft.options):
        raise FieldRefused("key", "Say which answer is the right one.")
    evidence = _evidence(library, stored, draft)
    return Edited(stem=draft.stem, options=draft.options, key=draft.key, explanation=draft.explanation, evidence=evidence)


def _evidence(library: Known, stored: StoredItem, draft: Draft) -> tuple[Evidence, ...]:
    """The first proof in its new words, the others as they are; the place nearest to the old one where the words stand twice."""
    first, *others = stored.value.evidence
    if (draft.article, draft.quote) == (first.article, first.quote) and library.scope.proves(first):
        return stored.value.evidence
    article = library.scope.articles.get(draft.article)
    if article is None:
        raise FieldRefused("quote", "Choose the article that the proof stands in.")
    quote = draft.quote.strip()
    places = [place for place in range(len(article.text)) if quote and article.text.startswith(quote, place)]
    if not places:
        raise FieldRefused("quote", "These words do not stand in this article. Copy them from it, letter by letter.")
    start = min(places, key=lambda place: abs(place - first.start))
    return (cite(article, start, start + len(quote)), *others)
