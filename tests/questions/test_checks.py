"""Every check of an item passes a good one, fails a bad one, and says why in plain words."""

from dataclasses import replace

import oslen
import pytest
from telling import read

from quizapp.knowledge.article import Article
from quizapp.knowledge.claim import MadeBy, cite
from quizapp.knowledge.scope import Pack, make_scope
from quizapp.questions.background import Background
from quizapp.questions.checks import CHECKS, check_item
from quizapp.questions.checks.evidence import dates_joined
from quizapp.questions.item import Item, Kind
from quizapp.questions.question import ask_of

WHO = oslen.item("designer", ("Mara Lindqvist", "Petra Holm", "Tore Dahl"))
HOW_LONG = oslen.item("work", ("12 months", "14 months", "16 months"), 1)
KIND = oslen.item("kind", ("swing bridge", "rope bridge", "beam bridge"))
CALLED = oslen.item("called", ("a gift to the whole town", "a burden for the whole town", "a joke on the whole town"))
OPENED = oslen.item("opening", ("1 May 2019", "4 May 2019", "6 May 2019"), 1)
LENGTH = oslen.item("length", ("200 metres", "350 metres", "400 metres"), 1, kind=Kind.ACCORDING_TO, source="look_back.txt")
LENGTH = replace(
    LENGTH,
    stem="According to the article “Ten things about a bridge”, how long is the Oslen Bridge?",
    evidence=(next(one.evidence for one in oslen.fact("length").claims if one.evidence.article == "look_back.txt"),),
)
ONLY_ANSWER, ONE_TIME = "only answer in its sentence", "one time"
TWICE = "A sailor\n\nAda Quist sailed to Bergen in 1961 and 1965. Ada Quist moved to Oslo in 1971.\n"
SEVERAL = (WHO, HOW_LONG, KIND, CALLED, OPENED, LENGTH)
OPENING = oslen.articles()["opening.txt"]
RUMOUR = oslen.articles()["rumour.txt"]


def _part(words: str, article: Article = OPENING) -> tuple[int, int]:
    start = article.text.index(words)
    return start, start + len(words)


def failed(item: Item) -> dict[str, str]:
    return {check.name: check.detail for check in check_item(item, oslen.scope()) if not check.passed}


def stem(words: str) -> Item:
    return replace(WHO, stem=words)


def options(item: Item, *texts: str, key: int = 0) -> Item:
    return replace(item, options=texts, key=key)


BAD = [
    ("number of options", options(WHO, "Mara Lindqvist", "Petra Holm"), "2 answers; a question has 3 to 5"),
    ("number of options", options(WHO, "Mara Lindqvist", "Petra Holm", " "), "empty"),
    ("options differ", options(HOW_LONG, "12 months", "14 months", "fourteen months", key=1), "same answer"),
    ("options differ", options(WHO, "Mara Lindqvist", "Petra Holm", "mara LINDQVIST"), "same answer"),
    ("one spelling", options(WHO, "Mara Lindqvist", "Marra Lindqvist", "Petra Holm"), "nobody has decided"),
    ("quote in article", replace(WHO, evidence=(replace(WHO.evidence[0], start=0, end=len(WHO.evidence[0].quote)),)), "any more"),
    ("gap in article", replace(WHO, kind=Kind.CLOZE, explanation="“Mara Lindqvist designed the Oslen Ferry.”"), "any more"),
    ("key proved", options(WHO, "Petra Holm", "Mara Lindqvist", "Tore Dahl"), "No passage"),
    ("key proved", replace(WHO, evidence=(*WHO.evidence, cite(OPENING, 0, 8))), "does not say"),
    ("answer in the passage", options(WHO, "Petra Holm", "Mara Lindqvist", "Tore Dahl"), "from elsewhere"),
    ("whole words", replace(WHO, evidence=(cite(OPENING, *_part("gineer Mara Lindqvist designed the Oslen Bridge")),)), "inside a longer"),
    ("right speaker", replace(WHO, kind=Kind.WHO_SAID, evidence=(cite(RUMOUR, *_part("it will sink", RUMOUR)),)), "somebody else"),
    ("no second answer", options(HOW_LONG, "12 months", "14 months", "about 14 months", key=1), "touches"),
    ("may be asked", oslen.item("width", ("10 to 15 metres", "25 to 30 metres", "40 to 45 metres"), 1), "ruling"),
    ("source named", oslen.item("length", ("200 metres", "350 metres", "400 metres"), 1), "must name"),
    ("source named", replace(LENGTH, source="opening.txt"), "must name"),
    ("other positions kept out", options(LENGTH, "320 metres", "350 metres", "400 metres", key=1), "what “A bridge for Oslen” says"),
    ("names what it means", stem("According to the article, who designed the Oslen Bridge?"), "the article"),
    ("stands alone", stem("Who designed it?"), "“it”"),
    ("stands alone", stem("Who designed the city?"), "the city"),
    ("stands alone", stem("When did his bridge open in Oslen?"), "“his”"),
    ("stands alone", stem("Who asked me to design the Oslen Bridge?"), "“me”"),
    ("fixed time", stem("Who designed the Oslen Bridge last year?"), "last year"),
    ("fixed time", options(OPENED, "yesterday", "4 May 2019", "6 May 2019", key=1), "yesterday"),
    ("short", stem("Who " + "really " * 30 + "designed the Oslen Bridge?"), "at most 30"),
    ("short", options(CALLED, CALLED.answer, "a joke " + "on the town " * 6, "a danger to the whole town"), "at most 12"),
    ("well built", stem("What did Mara Lindqvist make with the Oslen Bridge?"), "made what"),
    ("well built", stem('Who designed the Oslen "Bridge?'), "quotation mark"),
    ("one question", stem("Who designed the Oslen Bridge"), "question mark"),
    ("one question", stem("Who designed the Oslen Bridge? And when?"), "several"),
    ("one question", replace(WHO, kind=Kind.CLOZE, stem="_____ designed the _____."), "one blank"),
    ("well built", stem("Who designed the Oslen- Bridge?"), "torn"),
    ("well built", stem("In which year has Mara Lindqvist designed the Oslen Bridge?"), "torn"),
    ("well built", stem("Who designed the Oslen Bridge between May in 2019?"), "torn"),
    ("well built", stem("When did Mara Lindqvist make?"), "say what"),
    ("asks for one place", replace(WHO, kind=Kind.WHERE, stem="Where did Mara Lindqvist move to Denmark?"), "one place"),
    ("asked straight", stem("Who did not design the Oslen Bridge?"), "not"),
    ("asked straight", stem("Who didn't design the Oslen Bridge?"), "n't"),
    ("each option for itself", options(WHO, "Mara Lindqvist", "Petra Holm", "all of the above"), "no answer of its own"),
    ("each option for itself", options(WHO, "Mara Lindqvist", "Petra Holm", "Tore Dahl and Petra Holm"), "another option"),
    ("no absolute words", options(CALLED, CALLED.answer, "a burden that never ends", "a joke on the whole town"), "never"),
    ("length tells nothing", options(CALLED, CALLED.answer, "a joke", "a burden"), "much longer"),
    ("one form", options(HOW_LONG, "12 months", "14 months", "2 years", key=1), "year / month"),
    ("one form", options(CALLED, CALLED.answer, "to the whole town", "a joke on the whole town"), "another form"),
    ("one form", options(OPENED, "2018", "4 May 2019", "6 May 2019", key=1), "another form"),
    ("answer not in question", stem("Did Mara Lindqvist design the Oslen Bridge?"), "holds its answer"),
    ("no echo", replace(KIND, stem="What kind of bridge with a swing is the Oslen Bridge?"), "“swing”"),
    ("in order", options(HOW_LONG, "16 months", "14 months", "12 months", key=1), "small to large"),
    ("in order", replace(HOW_LONG, ordered=False), "from small to large"),
    ("in order", replace(WHO, ordered=True), "without an order"),
    ("options apart", options(KIND, "swing bridge", "rope bridge", "long rope bridge"), "overlap"),
    ("explanation names the answer", replace(WHO, explanation="She designed it."), "does not name"),
    ("explanation without letters", replace(WHO, explanation="Mara Lindqvist, so option B."), "shuffled"),
    ("explanation shown", replace(WHO, explanation="Mara Lindqvist designed it in Stockholm in 1987."), "Stockholm"),
    ("explanation shown", replace(WHO, explanation="Mara Lindqvist designed it, her 12th bridge."), "12"),
]


@pytest.mark.parametrize("item", SEVERAL, ids=lambda item: item.stem)
def test_a_good_item_passes_every_check(item: Item) -> None:
    assert failed(item) == {}


@pytest.mark.parametrize(("name", "item", "said"), BAD, ids=lambda value: value if isinstance(value, str) else "")
def test_a_bad_item_fails_its_check_in_plain_words(name: str, item: Item, said: str) -> None:
    assert said in failed(item).get(name, "passed")


def test_a_gap_in_a_sentence_that_stands_in_the_article_passes() -> None:
    quoted = replace(WHO, kind=Kind.CLOZE, explanation=f"“{WHO.evidence[0].quote}.”")
    assert "gap in article" not in failed(quoted)


def test_every_check_is_shown_to_fail() -> None:
    assert {name for name, _, _ in BAD} | {ONLY_ANSWER, ONE_TIME} == {check.name for check in CHECKS}


def test_a_sentence_with_two_answers_is_no_proof_of_one_where_nobody_has_read_it_before() -> None:
    extracted = replace(oslen.fact("help").claims[0], evidence=cite(RUMOUR, *_part("from Denmark", RUMOUR)), made_by=MadeBy.EXTRACTED)
    scope = make_scope(oslen.articles(), Pack(names=oslen.scope().names.entries, claims=(extracted,)), catalogue=oslen.scope().catalogue)
    asked = oslen.item("help", ("Denmark", "Sweden", "Norway"), evidence=(extracted.evidence,), fact=scope.facts[0].id)
    said = {check.name: check.detail for check in check_item(asked, scope) if not check.passed}
    assert "Denmark and Norway" in said[ONLY_ANSWER]


@pytest.mark.parametrize("answer", ["1961", "1965", "1961 to 1965"])
def test_two_times_are_neither_one_time_nor_a_stretch(answer: str) -> None:
    background, items = read(TWICE)
    made = next(one for one in items if one.answer == "1971")
    sailed = cite(_only(background), *_part("Ada Quist sailed to Bergen in 1961 and 1965", _only(background)))
    item = replace(made, kind=Kind.WHEN, evidence=(sailed,), options=(answer, "1981", "1991"), key=0)
    assert "two times" in (dates_joined(ask_of(item, background)) or "")
    assert dates_joined(ask_of(made, background)) is None


def _only(background: Background) -> Article:
    return background.scope.articles["article_0.txt"]


def test_names_of_checks_are_told_apart_and_promises_are_sentences() -> None:
    assert len({check.name for check in CHECKS}) == len(CHECKS)
    assert all(check.promise.endswith(".") and check.promise[0].isupper() for check in CHECKS)


def test_rules_on_proof_and_dispute_are_absolute_and_others_open() -> None:
    absolute = {check.name for check in CHECKS if check.absolute}
    assert {"number of options", "options differ", "quote in article", "key proved", "source named"} <= absolute
    assert not {"no second answer", "short", "one form", "explanation shown"} & absolute


@pytest.mark.parametrize(
    "words",
    [
        "Which engineer shared his plans of the Oslen Bridge?",
        "Who is willing to repaint his bridge in Oslen?",
        "What did Jonas Berg say of his bridge?",
        "Which paper carried the report that the Oslen Bridge was open?",
        "Who said “it is not the end of us yet” of the Oslen Bridge?",
        "Where do bridges like those of Oslen stand?",
    ],
)
def test_pronouns_and_texts_that_are_explained_pass(words: str) -> None:
    assert not {"stands alone", "names what it means", "asked straight"} & set(failed(stem(words)))


def test_an_item_on_a_fact_nobody_knows_needs_its_key_in_the_quote() -> None:
    own = replace(WHO, fact="0" * 20, stem="Who sold cakes at the Oslen Bridge?", evidence=(cite(OPENING, *_part("Petra Holm, a baker")),))
    own = replace(own, options=("Petra Holm", "Tore Dahl", "Jonas Berg"), explanation="Petra Holm sold cakes.")
    assert "key proved" not in failed(own)
    assert "key proved" in failed(replace(own, key=1))
