"""Whom an article is about: the one person that its title or its opening words name."""

from collections.abc import Collection, Mapping, Sequence

from quizapp.knowledge.extractors.brackets import tells_life, tells_years
from quizapp.knowledge.extractors.gazetteer import places
from quizapp.knowledge.extractors.mentions import Mention
from quizapp.knowledge.extractors.person_nouns import is_calling, is_person_noun
from quizapp.knowledge.fold import fold_name

_JOINING = frozenset({"of", "the", "von", "van", "de", "i", "ii", "iii"})
OFTEN = 4
"""How often the subject of the first sentence must be named for an article to be about him or her."""


def hero_of(title: str, people: Collection[str], by_form: Mapping[str, Sequence[Mention]]) -> str | None:
    """The form of the name of the person an article is about, None where it is about nobody or that is not sure.

    A life of somebody has the name for its title, or opens with "Ann Lee (born 3 May 1950) is a chemist".
    """
    return _opening(by_form) or _titled(fold_name(title).split(), people) or _leading(people, by_form)


def family_name(form: str) -> str:
    """The last word of a person's name, before "of" or a number."""
    words = form.split()
    for place, word in enumerate(words):
        if place and word in _JOINING:
            return words[place - 1]
    return words[-1] if words else ""


def _titled(title: Sequence[str], people: Collection[str]) -> str | None:
    """The longest of the names that have all words of the title, first and last included."""
    if not 1 < len(title) <= 4:
        return None
    fitting = [form for form in people if form.split()[0] == title[0] and set(title) <= set(form.split())]
    return min(fitting, key=lambda form: (-len(form.split()), form), default=None)


def _opening(by_form: Mapping[str, Sequence[Mention]]) -> str | None:
    """The person whom the first sentence tells to be somebody."""
    found = (form for form in sorted(by_form) if form not in places() and any(_opens(mention) for mention in by_form[form]))
    return next(found, None)


def _leading(people: Collection[str], by_form: Mapping[str, Sequence[Mention]]) -> str | None:
    """The person who is the subject of the first sentence and named twice as often as anybody else: a part of a life."""
    often = {form: len(by_form[form]) for form in people}
    ranked = sorted(often, key=lambda form: (-often[form], form))
    best = ranked[0] if ranked else ""
    if not best or often[best] < max([OFTEN, *(2 * often[other] for other in ranked[1:2])]):
        return None
    first = [mention.head for mention in by_form[best] if mention.head.sentence == 0]
    return best if any(head.dep == "nsubj" and head.head.dep == "ROOT" for head in first) else None


def _opens(mention: Mention) -> bool:
    head = mention.head
    if head.sentence > 0 or head.dep != "nsubj" or head.head.lemma != "be" or head.head.dep not in {"ROOT", "ccomp"}:
        return False
    nouns = [word for attribute in head.head.all("attr") for word in (attribute, *attribute.all("conj"))]
    dated = tells_life(mention.bracket) or (tells_years(mention.bracket) and any(is_person_noun(word) for word in nouns))
    return dated or any(is_calling(word) for word in nouns)
