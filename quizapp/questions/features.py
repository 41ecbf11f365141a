"""What can be seen of an item before anybody judged it: features, each a number near 0 or 1, by name."""

import re
from collections.abc import Callable, Mapping

from quizapp.knowledge.claim import MadeBy, Modality
from quizapp.knowledge.fact import Verdict
from quizapp.knowledge.values.base import NAME_TYPES, ValueType
from quizapp.questions import blanks, cuts, doubts, meant, place_doubts
from quizapp.questions.checks.bank import key_is_longest
from quizapp.questions.item import Kind
from quizapp.questions.question import Question
from quizapp.questions.words import content, word_count

LONG_STEM = 18
_OFTEN = frozenset({"be", "have", "say", "tell", "state", "add"})
"""Verbs of which nobody asks which time is meant."""
LONG_QUOTE = 30
THIN = 1
_OWNER = re.compile(r"\b(?:his|her|their|its)\b", re.IGNORECASE)
_PRONOUN = re.compile(r"\b(?:he|she|they|it|him|them)\b", re.IGNORECASE)
_LEANING = re.compile(
    r"^(?:then|however|but|also|previously|initially|later|afterwards?|finally|in addition|meanwhile|there|this|these|such|another|instead|"
    r"so|and|as such|that)\b|\b(?:the (?:match|game|day|event|first|second|last|same|other)|again|another|aforementioned)\b",
    re.IGNORECASE,
)
_HANGING = re.compile(
    r"\bto [a-z]+\?$|\b(?:with|via|by|as|of|to|for|from|at|on|in) (?:an? [a-z]+|order|course|terms|case|addition|fact)\?$|\bincluding\b"
    r"|\b[A-Z]\S* the (?:first|second|last|only|largest|oldest)\b|\bthe (?:first|second|third|last|only|youngest|oldest|most) [a-z]+\?$"
)
_GIVING = re.compile(
    r"^(?:Who|Whom|Which|What)\b(?!.*\bwas\b).*\b(?:award|give|gave|grant|hand|lend|lent|owe|assign)(?:ed|s|d)?\b(?!.* to )"
)
"""Verbs with two objects, of which extraction may have taken the wrong one."""
_TURNED = re.compile(r"^(?:Of whom|From where|From whom|To whom|Whom (?:was|were|had)|On whom|Through)\b")
_UNNAMED = re.compile(
    r"\bthe (?:society|company|museum|team|journal|group|school|church|city|town|village|island|islands|building|station|court|police|"
    r"government|event|festival|statement|case|crime|law|award|song|book|area|region|show|series|service|site|project|ship)(?:'s)?"
    r"(?! (?:of|for|in|on|at|that|called|named)\b)(?=[ ,?])"
)
_WHERE_IS = re.compile(r"^Where (?:is|are) [^,]+\?$")
_LIVES = re.compile(r"^(?:When|In which year|On which day) (?:was .* born|did .* die)\?$")

Seen = Mapping[str, float]


def features(question: Question, failed: int) -> Seen:
    """Every feature of a question's item that is not 0; `failed` gates are one of them."""
    item = question.item
    seen = {f"kind {item.kind.value}": 1.0, "gates closed": float(failed), "three options": float(len(item.options) == 3)}
    if question.fact is not None:
        seen |= _of_fact(question)
        if seen["extracted"]:
            seen |= _of_extracted(question)
    return {name: value for name, value in seen.items() if value}


def _of_fact(question: Question) -> dict[str, float]:
    fact = question.fact
    if fact is None:
        return {}
    proposal = question.background.proposals.get(fact.id)
    return {
        "extracted": float(any(claim.made_by is not MadeBy.HAND for claim in fact.claims)),
        "qualified": float(fact.verdict is Verdict.QUALIFIED),
        "options proposed": float(bool(proposal and proposal.options)),
        "several articles": float(len({claim.evidence.article for claim in fact.claims}) > 1),
    }


def _of_extracted(question: Question) -> dict[str, float]:
    """What people who write facts by hand see to themselves."""
    stem, cloze = question.item.stem, question.item.kind is Kind.CLOZE
    return {
        **{name: float(look(question)) for name, look in _BY_LOOKING.items()},
        **{name: float(pattern.search(stem) is not None) for name, pattern in _BY_STEM.items() if name not in _NOT_OF_CLOZE or not cloze},
        **{name: float(question.type in types) for name, types in _BY_TYPE.items()},
    }


def _stem_thin(question: Question) -> bool:
    """Hardly anything is asked but a verb: "Where did Ann return?"; births and deaths happen once."""
    stem = question.item.stem
    once = question.item.kind is Kind.CLOZE or _LIVES.match(stem) or _WHERE_IS.match(stem)
    return not once and len(question.asked_words) <= THIN


def _deed_repeated(question: Question) -> bool:
    """The article tells the same deed of the same subject in another sentence."""
    fact = question.fact
    if fact is None or question.type is ValueType.ROLE:
        return False
    lemma, mine = fact.relation.key.split(".")[0], question.item.evidence[0]
    alike = (one for one in question.background.facts_about(fact.subject_key) if one.relation.key.split(".")[0] == lemma)
    told = [claim.evidence for one in alike for claim in one.claims if claim.evidence.article == mine.article]
    sentences = {question.background.sentences.at(one) for one in told} if lemma not in _OFTEN else set()
    return len(sentences) > 1


def _nobody_named(question: Question) -> bool:
    """The question names nothing the registry knows, nor a number."""
    words = [word.strip(".,;:?!“”‘’\"'()") for word in question.item.stem.split()[1:]]
    return not any((word[:1].isupper() and not _NUMBER.match(word)) or any(sign.isdigit() for sign in word) for word in words)


def _strangers(question: Question) -> float:
    """The share of wrong names that the article does not hold."""
    if question.type not in NAME_TYPES - {ValueType.ROLE} or not question.item.distractors:
        return 0.0
    mine = {one.article for one in question.item.evidence}
    away = sum(not (question.background.articles_naming(option) & mine) for option in question.item.distractors)
    return away / len(question.item.distractors)


def _one_word_person(question: Question) -> bool:
    fact, item = question.fact, question.item
    of_one = item.kind is Kind.ROLE or _LIVES.match(item.stem) is not None
    return (of_one and fact is not None and len(fact.subject.split()) == 1) or (
        question.type is ValueType.PERSON and len(question.item.answer.split()) == 1
    )


def _unsure(question: Question) -> bool:
    fact = question.fact
    return fact is not None and any(claim.modality is not Modality.ASSERTED for claim in fact.claims)


def _quote_long(question: Question) -> float:
    return max(0.0, (word_count(question.item.evidence[0].quote) - LONG_QUOTE) / LONG_QUOTE)


def _stem_long(question: Question) -> float:
    return max(0.0, (word_count(question.item.stem) - LONG_STEM) / 6)


def _echo(question: Question) -> bool:
    """Options that share words with the question, so that some can be ruled out."""
    return any(content(option) & content(question.item.stem) for option in question.item.options) and question.type in NAME_TYPES


def _worked_out(question: Question) -> bool:
    """A date of which not every number stands in the words shown: "yesterday" reckoned from the article's own date."""
    if question.type is not ValueType.DATE:
        return False
    written = " ".join(one.quote for one in question.item.evidence)
    return any(number not in written for number in re.findall(r"\d+", question.item.answer))


def _sentence_long(question: Question) -> float:
    """Long sentences are read wrongly more often."""
    sentence = question.background.sentences.at(question.item.evidence[0])
    words = word_count(sentence.text) if sentence else 0
    return max(0.0, (words - LONG_QUOTE) / LONG_QUOTE)


def _key_longest(question: Question) -> bool:
    return key_is_longest(question.item)


Look = Callable[[Question], float]

_BY_LOOKING: dict[str, Look] = {
    "thin question": _stem_thin,
    "answer is the article's topic": meant.answer_is_topic,
    "deed told more than once": _deed_repeated,
    "nobody named": _nobody_named,
    "options from elsewhere": _strangers,
    "person of one word": _one_word_person,
    "long quote": _quote_long,
    "long question": _stem_long,
    "long sentence": _sentence_long,
    "shared words": _echo,
    "not asserted": _unsure,
    "date worked out": _worked_out,
    "key longest": _key_longest,
    "several it could mean": doubts.subject_unsure,
    "several dates": doubts.several_dates,
    "date in a stretch": doubts.date_in_range,
    "name torn": doubts.name_torn,
    "question word misfits": doubts.word_misfits,
    "place by one vote": place_doubts.places_unsure,
    "name cut": cuts.name_cut,
    "phrase cut": cuts.phrase_cut,
    "clause cut": cuts.clause_cut,
    "subject cut": cuts.subject_cut,
    "named by a pronoun": meant.by_pronoun,
    "pronoun of several": meant.by_pronoun_of_several,
    "topic by a pronoun": meant.topic_by_pronoun,
    "short name shared": meant.short_name_shared,
    "beside others": meant.beside_others,
    "role of the topic": meant.of_topic,
    "blank for a date": blanks.date,
    "blank for an amount": blanks.amount,
    "blank for a person": blanks.person,
    "blank for a place": blanks.place,
    "blank in a row": blanks.in_row,
    "asks who did it": blanks.deed_of,
    "place of a known place": place_doubts.place_known,
    "date without a year": doubts.year_missing,
    "day of the week": doubts.weekday_asked,
    "amount misplaced": cuts.amount_misplaced,
    "pronoun without a name": doubts.pronoun_unmoored,
    "points back": doubts.pointing_back,
    "amount in a name": doubts.amount_in_name,
    "thin deed of a person": doubts.thin_of_person,
    "roughly told": doubts.roughly_told,
    "century or decade": doubts.century_or_decade,
    "options of another kind": place_doubts.options_of_another_kind,
    "several answers": doubts.several_answers,
    "glued": cuts.glued,
    "capital lost": cuts.capital_lost,
    "number torn": cuts.number_torn,
}
_BY_STEM: dict[str, re.Pattern[str]] = {
    "pronoun": _PRONOUN,
    "owner by pronoun": _OWNER,
    "leans on what stood before": _LEANING,
    "place of a thing": _WHERE_IS,
    "age given": re.compile(r"^What age is given\b"),
    "hanging end": _HANGING,
    "turned around": _TURNED,
    "verb of giving": _GIVING,
    "thing not named": _UNNAMED,
    "a life's dates": _LIVES,
}
_NUMBER = re.compile(r"(?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|\w+teen|\w+ty)(?:-|$)")
_NOT_OF_CLOZE = frozenset({"hanging end", "turned around", "verb of giving", "place of a thing"})
_COMMON_NAMES = frozenset({ValueType.ORGANISATION, ValueType.PERSON, ValueType.PLACE})
_BY_TYPE: dict[str, frozenset[ValueType]] = {
    "type organisation": frozenset({ValueType.ORGANISATION}),
    "type person": frozenset({ValueType.PERSON}),
    "type place": frozenset({ValueType.PLACE}),
    "type of another name": NAME_TYPES - _COMMON_NAMES,
    "type count": frozenset({ValueType.COUNT}),
}
FEATURES: tuple[str, ...] = (
    *(f"kind {kind.value}" for kind in Kind),
    *("gates closed", "three options", "extracted", "qualified", "options proposed", "several articles"),
    *_BY_LOOKING,
    *_BY_STEM,
    *_BY_TYPE,
)
"""Every feature's name, in the order in which coefficients are kept."""
