"""What makes an extracted question doubtful: words that may mean another, dates that may belong elsewhere, torn names, misfits."""

import re
from collections.abc import Iterator
from functools import lru_cache

from quizapp.knowledge.extractors.gazetteer import countries, first_names
from quizapp.knowledge.fold import fold, fold_name
from quizapp.knowledge.values.base import AMOUNT_TYPES, NAME_TYPES, ValueType
from quizapp.knowledge.values.days import MONTHS, WEEKDAYS
from quizapp.knowledge.values.moment import Date
from quizapp.knowledge.values.spotting import spot
from quizapp.questions.item import Kind
from quizapp.questions.lists import list_of, word_list
from quizapp.questions.passages import Passage
from quizapp.questions.question import Question, read_option
from quizapp.questions.standing import places_of

_PEOPLE = frozenset({ValueType.PERSON, ValueType.ORGANISATION, ValueType.GROUP, ValueType.TEXT})
_BY_WORD = (
    (re.compile(r"^(?:Who|Whom|By whom|To whom|From whom|With whom)\b"), _PEOPLE),
    (re.compile(r"^(?:Where|From where)\b"), frozenset({ValueType.PLACE, ValueType.TEXT})),
    (
        re.compile(r"^(?:When|(?:In|On|By) (?:which|what) (?:year|day|month|decade|century))\b"),
        frozenset({ValueType.DATE, ValueType.CLOCK_TIME}),
    ),
)
_WHICH_COUNTRY, _WHICH_CITY = re.compile(r"\b[Ww]hich country\b"), re.compile(r"\b[Ww]hich city\b")
_COUNTRY_LISTS = frozenset({"country", "home_nation"})
_WORDS = r"\s+(?:\w+\s+){0,2}?(?:[A-Z][a-z]+\s+\d{1,2},?\s+)?"
_STRETCH = re.compile(
    rf"\b(?:from|between|since|until|till|through|before|after|by|throughout){_WORDS}(?P<open>\d{{4}})\b"
    rf"|\b(?P<first>\d{{4}})\s?(?:-|–|—|\b(?:to|until|till)\b)\s?(?:\w+\s+){{0,2}}(?P<last>\d{{2,4}})\b"
    rf"|\b(?:between|from)\b[^.;]{{1,40}}?\b(?:and|to|until|till){_WORDS}(?P<end>\d{{4}})\b"
)
_YEAR = re.compile(r"\b(?:1\d|20)\d\d\b")
_LIFE = re.compile(r"\b(?:born|die)\b")
_ALONE = word_list("roles") | {fold(day) for day in (*WEEKDAYS, *MONTHS)}
_HE, _SHE = re.compile(r"\b(?:he|his|him)\b", re.IGNORECASE), re.compile(r"\b(?:she|hers?)\b", re.IGNORECASE)
SELDOM = 0.4
"""How much the doubt counts where the article speaks of one thing throughout."""
_RUN = re.compile(r"(?<!\S)[A-Z]\S*(?: [A-Z]\S*)+")
_LOOK_BACK = 2
_HE_OR_SHE = re.compile(r"\b(?:he|she|him|his|her|hers)\b", re.IGNORECASE)
_POINTING = re.compile(
    r"\b(?:[Tt]his|[Tt]hese|[Tt]hose|[Ss]uch an?) "
    r"(?!(?:year|is|was|were|are|has|have|had|of|which|can|could|would|will|may|the)\b)[a-z]{3,}(?! (?:of|for|who|that|which|in)\b)"
    r"|^(?:This|That|These|Those) (?:is|was|are|were|has|had|have|would|could|can|will)\b"
)
_BARE_SUBJECT = re.compile(
    r"^The (?:other |two |three |same |new )?[a-z-]+ (?:[a-z]+ed|is|was|were|are|has|had|have|lies?|contains?|took|began)\b"
)
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_MARKS = '.,;:!?()“”‘’"'
_ERA, _HUNDREDS = re.compile(r"\bBCE?\b|\bB\.C\."), re.compile(r"\d00s$")
_CAPITALS = re.compile(r"(?<![.!?:] )(?<!^)\b(?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Twelve|\d+) [A-Z]")
_LEADING = re.compile(r"(?:\w-|[A-Z]\w* & |\b[A-Z]\. )$")
_FOLLOWING = re.compile(r"-[A-Za-z]| & [A-Z]| (?P<word>[A-Z][a-z]+)\b")
"""What stands before and after a piece of a longer name."""


def subject_unsure(question: Question) -> float:
    """The sentence does not name whom it speaks of, and others near it could be meant; less where all the article is about one."""
    fact, here = question.fact, question.background.sentences.at(question.item.evidence[0])
    if fact is None or here is None:
        return 0.0
    meant = question.item.answer if question.item.kind is Kind.WHO_SAID else fact.subject
    entry, named = question.names.find(meant), question.background.named
    if entry is None or any(form in here.text for form in question.background.forms_of(meant)):
        return 0.0
    mine, others = question.names.canonical(meant), set[str]()
    near = _near(question, here)
    for name in named.names.get(here.article, ()):
        if name != mine and named.types[name] is entry.type and any(form in near for form in named.forms[name]):
            others |= {name} if _may_be_meant(named.forms[name][0], here.text) else set()
    return (SELDOM if named.topics.get(here.article) == mine else 1.0) if others else 0.0


def _near(question: Question, here: Passage) -> str:
    """The sentence with the two before it."""
    mine = question.background.sentences.by_article[here.article]
    place = mine.index(here)
    return " ".join(one.text for one in mine[max(0, place - _LOOK_BACK) : place + 1])


def _may_be_meant(name: str, text: str) -> bool:
    """Whether the sentence's pronouns fit the gender of a name, as far as its first word tells."""
    gender = first_names().get(fold(name.split()[0]))
    return not ((gender == "female" and _HE.search(text)) or (gender == "male" and _SHE.search(text)))


def several_dates(question: Question) -> bool:
    """Other dates stand in the words shown beside the one that is asked for or asked with."""
    if question.type is not ValueType.DATE or question.item.kind is Kind.CLOZE or _LIFE.search(question.item.stem):
        return False
    return any(_dates(one.quote) > 1 for one in question.item.evidence)


@lru_cache(maxsize=2_000)
def _dates(quote: str) -> int:
    return sum(one.type is ValueType.DATE for one in spot(quote))


def date_in_range(question: Question) -> bool:
    """A year that is asked for, or asked with, is the beginning or end of a stretch: "from 1990 to 1995", "since 1990"."""
    item, key = question.item, read_option(question.item.answer, question.type)
    if item.kind is Kind.CLOZE or _LIFE.search(item.stem) or (isinstance(key, Date) and key.until is not None):
        return False
    told = item.stem if question.type is not ValueType.DATE else f"{item.answer} {item.stem}"
    asked = set(_YEAR.findall(told)) - _ends(item.stem)
    here = question.background.sentences.at(item.evidence[0])
    return bool(asked & _ends(here.text if here is not None else item.evidence[0].quote))


def _ends(text: str) -> set[str]:
    return {year for found in _STRETCH.finditer(text) for year in found.groupdict().values() if year}


def name_torn(question: Question) -> bool:
    """A name of the question or its answer is only a part of a longer one in the passage: "Space Museum" of "Air & Space Museum"."""
    fact, here = question.fact, question.background.sentences.at(question.item.evidence[0])
    if fact is None or here is None:
        return False
    written = [fact.subject, *((question.item.answer,) if question.type in NAME_TYPES - {ValueType.ROLE} else ())]
    article = question.background.scope.articles[here.article]
    if question.type in {ValueType.WORK, ValueType.ORGANISATION} and re.search(
        rf"{re.escape(question.item.answer)} of (?:an? |the )?[A-Z]", here.text
    ):
        return True
    return any(_is_torn(name, here.text) for name in written) or any(run not in article.text for run in _runs(question.item.stem))


def _runs(stem: str) -> Iterator[str]:
    """Two or more words of a question in a row that begin with capitals."""
    for part in re.split(r"['’]s\b|[,;:“”]", stem.partition(" ")[2]):
        yield from (found[0].strip(".?!") for found in _RUN.finditer(part))


@lru_cache(maxsize=2_000)
def _is_torn(name: str, text: str) -> bool:
    places = list(places_of(name, text))
    return bool(places) and all(_goes_on(name, text, place) for place in places)


def _goes_on(name: str, text: str, place: int) -> bool:
    before, after = text[:place], text[place + len(name) :]
    following = _FOLLOWING.match(after)
    return _LEADING.search(before) is not None or (
        following is not None and (following["word"] is None or fold_name(following["word"]) not in _ALONE)
    )


def word_misfits(question: Question) -> bool:
    """The question word asks for another kind of thing than the answer is."""
    stem, answer = question.item.stem, question.item.answer
    if _WHICH_COUNTRY.search(stem):
        listed = list_of(answer)
        return fold_name(answer) not in countries() and (listed is None or listed.kind not in _COUNTRY_LISTS)
    if _WHICH_CITY.search(stem):
        listed = list_of(answer)
        return listed is not None and listed.kind != "city"
    return any(pattern.search(stem) and question.type not in types for pattern, types in _BY_WORD)


def weekday_asked(question: Question) -> bool:
    """A day of the week is asked for, of which nobody knows the week."""
    key = read_option(question.item.answer, question.type)
    return isinstance(key, Date) and key.weekday is not None and key.day is None


def year_missing(question: Question) -> bool:
    """A date is asked for that has no year."""
    key = read_option(question.item.answer, question.type)
    return isinstance(key, Date) and key.year is None


def pronoun_unmoored(question: Question) -> bool:
    """ "He" or "her" stands in the question, but no person's name before it."""
    stem = question.item.stem
    found = _HE_OR_SHE.search(_QUOTED.sub("", stem))
    if found is None:
        return False
    people = (entry for word in stem[: found.start()].split() if (entry := question.names.find(word.strip(_MARKS).removesuffix("'s"))))
    return not (any(one.type is ValueType.PERSON for one in people) or _names_person(question, stem[: found.start()]))


def _names_person(question: Question, text: str) -> bool:
    if question.type is ValueType.PERSON:
        return True
    named = question.background.named
    mine = (name for one in question.item.evidence for name in named.names.get(one.article, ()))
    return any(form in text for name in mine if named.types[name] is ValueType.PERSON for form in named.forms[name])


def pointing_back(question: Question) -> bool:
    """ "This setback", "the database was": the question speaks of something that an earlier sentence names."""
    stem = _QUOTED.sub("", question.item.stem)
    return _POINTING.search(stem) is not None or _BARE_SUBJECT.match(stem) is not None


def amount_in_name(question: Question) -> bool:
    """The amount may be part of a name: "for Seven Days"."""
    return question.type in AMOUNT_TYPES and any(_CAPITALS.search(one.quote) for one in question.item.evidence)


def thin_of_person(question: Question) -> bool:
    """Hardly anything but a verb is asked of a person: "When did Ann return?"; births, deaths and marriages happen once."""
    fact = question.fact
    plain = fact is not None and fact.relation.subject_type is ValueType.PERSON and _LIFE.search(question.item.stem) is None
    return plain and question.item.kind not in {Kind.CLOZE, Kind.ROLE} and len(question.asked_words) <= 1


def roughly_told(question: Question) -> bool:
    """The date is asked for as if it were certain, but told with "about", or it is no year of our era."""
    key = read_option(question.item.answer, question.type)
    if not isinstance(key, Date) or key.year is None or key.about:
        return False
    told = rf"(?:\bc\.|\bca\.|\bcirca|\babout|\baround|\broughly|\bpossibly|\bprobably|\blater|\bearlier) ?{abs(key.year)}"
    quotes = [one.quote for one in question.item.evidence]
    return any(re.search(told, one) for one in quotes) or (key.year > 0 and any(_ERA.search(one) for one in quotes))


def century_or_decade(question: Question) -> bool:
    """ "1800s" may be ten years or a hundred."""
    return question.type is ValueType.DATE and _HUNDREDS.search(question.item.answer) is not None


def several_answers(question: Question) -> bool:
    """The article gives more than one value for what is asked."""
    return len([one for one in question.positions if not one.negated]) > 1 and question.type is not ValueType.ROLE
