"""Typed contexts of the pages on a teacher's own articles."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from flask import url_for
from wtforms import Form as WtForm

from quizapp.exchange.readable import LARGEST_FILE, LONGEST_TEXT
from quizapp.exchange.sniffing import SUFFIXES
from quizapp.services.drafts import Draft, look_again
from quizapp.services.own_articles import Form, OwnCard, Rights, Sharing
from quizapp.services.own_articles_deleting import Leaving
from quizapp.services.own_articles_showing import OwnView
from quizapp.web.articles.pages import ArticlePage, article_page
from quizapp.web.jobs.pages import JobView, job_view
from quizapp.web.page import Page
from quizapp.web.teach.articles.forms import ArticleForm, WordsForm
from quizapp.web.teach.pages import SHEET

FORMS: Final = {
    Form.PASTED: "pasted",
    Form.TXT: "from a text file",
    Form.MARKDOWN: "from Markdown",
    Form.HTML: "from a web page",
    Form.DOCX: "from a Word document",
    Form.PDF: "from a PDF",
    Form.EPUB: "from an e-book",
}
RIGHTS: Final = {
    Rights.OWN_WORK: "I wrote it",
    Rights.FREE_LICENCE: "It has a free licence",
    Rights.QUOTED: "I quote it for my class",
}
SAID_RIGHTS: Final = {
    Rights.OWN_WORK: "The teacher’s own work",
    Rights.FREE_LICENCE: "Free licence",
    Rights.QUOTED: "Quoted for class",
}
SHARING: Final = {
    Sharing.PRIVATE: "Only you see it",
    Sharing.SHARED: "Waits for the library’s answer",
    Sharing.ACCEPTED: "The library has a copy",
    Sharing.DECLINED: "The library did not take it",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class OwnRow:
    """An article in the list, in words."""

    slug: str
    title: str
    facts: Sequence[str]
    was_read: bool
    sharing: str


@dataclass(frozen=True, kw_only=True)
class OwnArticlesPage(Page):
    """Every article of her own."""

    rows: Sequence[OwnRow]


@dataclass(frozen=True, kw_only=True)
class BringPage(Page):
    """The form that takes a text, a file or an address; what was typed stays."""

    text: str
    address: str
    problems: Mapping[str, str]
    can_fetch: bool
    suffixes: str = ",".join(SUFFIXES)
    most_megabytes: int = LARGEST_FILE // 1_000_000
    most_letters: str = f"{LONGEST_TEXT:,}"


@dataclass(frozen=True, kw_only=True)
class WordsPage(Page):
    """The form with what stands beside a text; `text` is None where it is not changed."""

    values: Mapping[str, str]
    problems: Mapping[str, str]
    text: str | None
    warnings: Sequence[str] = ()
    furniture: Sequence[str] = ()
    slug: str = ""
    name: str = ""
    rights: Sequence[tuple[str, str]] = tuple((right.value, words) for right, words in RIGHTS.items())


@dataclass(frozen=True, kw_only=True)
class OwnArticlePage(Page):
    """An article of her own with what was read in it; `job` is its reading, `said` what was just done."""

    view: OwnView
    text: ArticlePage
    job: JobView | None
    rights: str
    sharing: str
    form: str
    added: str
    candidates: str
    said: str = ""

    @property
    def can_share(self) -> bool:
        """Whether the library may be asked now."""
        return self.view.sharing in {Sharing.PRIVATE, Sharing.DECLINED} and self.view.was_read and self.view.rights is not Rights.QUOTED


@dataclass(frozen=True, kw_only=True)
class SharePage(Page):
    """Asks before an article is offered to the library."""

    view: OwnView
    rights: str


@dataclass(frozen=True, kw_only=True)
class LeavingPage(Page):
    """Asks before an article is deleted."""

    view: Leaving


def list_page(cards: Sequence[OwnCard]) -> OwnArticlesPage:
    """The list of articles."""
    return OwnArticlesPage(title="Your articles", section="teach", sheet=SHEET, rows=[_row(card) for card in cards])


def bring_page(form: WtForm, *, can_fetch: bool) -> BringPage:
    """The form for a new article; its title says first when something is wrong."""
    problems = problems_of(form)
    title = "Not yet: Add an article" if problems else "Add an article"
    text, address = form["text"].data or "", form["address"].data or ""
    return BringPage(title=title, section="teach", sheet=SHEET, text=text, address=address, problems=problems, can_fetch=can_fetch)


def draft_page(draft: Draft) -> WordsPage:
    """A text as it was read, to be looked at."""
    values = {
        "title": draft.title,
        "date": draft.date.isoformat() if draft.date else "",
        "source": draft.source,
        "link": draft.link,
        "rights": "",
        "rights_note": "",
        "form": draft.form.value,
    }
    return _words(values, {}, draft.text, warnings=draft.warnings, furniture=draft.furniture)


def again_page(form: ArticleForm, faults: Mapping[str, str]) -> WordsPage:
    """The same as it was sent, without the lines that were ticked, with what to correct and what is still to be looked at."""
    left = form.left
    seen = look_again(left) if len(left) <= LONGEST_TEXT else None
    told = seen.warnings if seen and seen.date and seen.date.isoformat() == form.date.data else ()
    problems = {**faults, **problems_of(form)}
    return _words(_values(form), problems, left, warnings=told, furniture=seen.furniture if seen else ())


def edit_page(view: OwnView) -> WordsPage:
    """What stands beside the text of an article, to be changed."""
    article = view.article
    values = {
        "title": article.title,
        "date": article.date.isoformat() if article.date else "",
        "source": article.source or "",
        "link": view.link,
        "rights": view.rights.value,
        "rights_note": view.rights_note,
    }
    return _words(values, {}, None, slug=article.slug, name=article.title)


def edit_again_page(form: WordsForm, view: OwnView, faults: Mapping[str, str]) -> WordsPage:
    """The same as it was sent, with what to correct."""
    return _words(_values(form), {**faults, **problems_of(form)}, None, slug=view.article.slug, name=view.article.title)


def own_page(view: OwnView, did: str = "") -> OwnArticlePage:
    """The page of an article of her own, after what was just done."""
    text, job = article_page(view.article, ()), view.job
    return OwnArticlePage(
        title=view.article.title,
        section="teach",
        sheet=SHEET,
        view=view,
        text=text,
        job=job_view(job) if job and not (job.over and job.result is not None) else None,
        rights=SAID_RIGHTS[view.rights],
        sharing=SHARING[view.sharing],
        form=FORMS[view.form],
        added=_day(view.added_at),
        candidates=url_for("own_questions.index", article=view.article.slug) if view.was_read else "",
        said=_said(view, did),
    )


def share_page(view: OwnView) -> SharePage:
    """Asks before an article is offered to the library."""
    return SharePage(title="Offer this article?", section="teach", sheet=SHEET, view=view, rights=SAID_RIGHTS[view.rights])


def leaving_page(view: Leaving) -> LeavingPage:
    """Asks before deleting."""
    return LeavingPage(title="Delete this article?", section="teach", sheet=SHEET, view=view)


def problems_of(form: WtForm) -> dict[str, str]:
    """What to correct, by field."""
    return {field.name: str(field.errors[0]) for field in form if field.errors}


def _words(values: Mapping[str, str], problems: Mapping[str, str], text: str | None, **more: object) -> WordsPage:
    title = "Look at the text" if text is not None else "Change what stands beside it"
    whole = {"title": f"Not yet: {title}" if problems else title, "section": "teach", "sheet": SHEET, **more}
    return WordsPage(values=values, problems=problems, text=text, **whole)  # type: ignore[arg-type]


def _values(form: WtForm) -> dict[str, str]:
    return {field.name: field.data or "" for field in form if field.name != "cut"}


def _said(view: OwnView, did: str) -> str:
    if did == "shared" and view.sharing is Sharing.SHARED:
        return "Offered. An admin reads it and decides; the answer stands here."
    if did == "taken-back" and view.sharing is Sharing.PRIVATE:
        return "Taken back. Only you see it."
    return ""


def _row(card: OwnCard) -> OwnRow:
    date = f"{card.date.day} {card.date:%B %Y}" if card.date else "Undated"
    facts = (date, FORMS[card.form], SAID_RIGHTS[card.rights])
    return OwnRow(slug=card.slug, title=card.title, facts=facts, was_read=card.was_read, sharing=SHARING[card.sharing])


def _day(moment: datetime) -> str:
    return f"{moment.day} {moment:%B %Y}"
