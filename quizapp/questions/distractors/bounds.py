"""What articles rule out: no outcome after the day an article was written, no plan before it."""

from datetime import date

from quizapp.knowledge.claim import Modality
from quizapp.knowledge.values.moment import Date
from quizapp.questions.background import Background
from quizapp.questions.distractors.years import years_between
from quizapp.questions.draft import Draft


def bounds_of(draft: Draft, background: Background) -> tuple[date | None, date | None]:
    """The earliest and the latest day that a wrong date may name; for undated articles the newest day the scope knows of.

    Of what is past, no day outside the years in which the subject can have done it.
    """
    dates = [article.date for one in draft.evidence if (article := background.scope.articles.get(one.article)) and article.date]
    if _planned(draft):
        return (min(dates).replace(month=1, day=1) if dates else None), None
    newest = max(dates, default=None) or background.newest
    latest = newest if newest and not _later(draft, newest) else None
    years = years_between(draft, background)
    if years is None:
        return None, latest
    last = date(years[1], 12, 31)
    return date(max(1, years[0]), 1, 1), min(latest, last) if latest else last


def _planned(draft: Draft) -> bool:
    mine = {(one.article, one.start, one.end) for one in draft.evidence}
    told = [claim for claim in draft.fact.claims if (claim.evidence.article, claim.evidence.start, claim.evidence.end) in mine]
    return any(claim.modality is Modality.PLANNED for claim in told)


def _later(draft: Draft, newest: date) -> bool:
    key = draft.key
    return isinstance(key, Date) and key.year is not None and key.year > 0 and date(key.year, key.month or 1, key.day or 1) > newest
