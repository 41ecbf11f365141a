"""How surely a clause is said, by whom, and which report it retells."""

import re
from collections.abc import Iterator

from quizapp.knowledge.claim import Modality
from quizapp.knowledge.extractors.clauses import READY
from quizapp.knowledge.extractors.draft import Draft, Sight
from quizapp.knowledge.extractors.lists import words
from quizapp.knowledge.extractors.speakers import SAYING
from quizapp.knowledge.extractors.tree import Word
from quizapp.knowledge.values.base import ValueType

_PLANS = frozenset({"will", "shall", "'ll", "would", "wo"})
_PLANNING = frozenset({"expect", "plan", "schedule", "intend", "hope", "want", "aim", "set", "due", "prepare", "slate", "propose"}) | words(
    "urging"
)
_DOUBTS = frozenset({"seem", "appear", "believe", "consider", "think", "regard", "suspect", "allege", "suppose", "rumor", "rumour"})
_UNSURE = frozenset(
    {"probably", "perhaps", "possibly", "allegedly", "apparently", "reportedly", "arguably", "likely", "supposedly", "maybe"}
)
_COMPLEMENT = frozenset({"xcomp", "ccomp", "conj", "parataxis", "acomp"})
_DONE = frozenset({"able", "unable", "unwilling"})
_MAY = frozenset({"may", "might", "could", "should", "can", "must"})
_AGENCIES = (
    "Reuters|AP|AFP|Associated Press|Agence France-Presse|Ria Novosti|RIA Novosti|TASS|Interfax|Xinhua|UPI|Bloomberg|Kyodo|DPA"
    "|BBC(?: News)?|CNN|Al Jazeera|PTI|ANSA|EFE"
)
_BEFORE = r"(?i:according to|told|reported by|reports? by|reports|shared by|quoted by|citing|says?|said)"
_BETWEEN = r"(?: (?:the|news agency|agency|news|report by|a report by|a report of|an?|in))*"
_FULL = r"[A-Z]\w+(?: [A-Z]\w+)* (?:News )?Agency"
_NAMED = r"[A-Z]\w+(?: [A-Z]\w+)*(?= (?:news )?agency)"
_AGENCY = re.compile(
    rf"\b{_BEFORE}{_BETWEEN} ({_AGENCIES}|{_NAMED})\b|\b({_AGENCIES}|{_FULL}) (?:reported|reports|said|says|quoted)\b",
)
_CALLED = re.compile(r"\b[Nn]ews agency ([A-Z]\w+)")
_DATELINE = re.compile(rf"(?m)^\s*[A-Z][A-Z .,'’-]{{2,40}}(?:, [A-Z][\w .]{{2,20}})? ?\(({_AGENCIES}|{_FULL})\)")
_TOP = 400
_KIND = re.compile(r"(?: News)? Agency$")


def modality_of(sight: Sight, draft: Draft) -> Modality:
    """The strongest limit that the clause or one above it puts on the claim."""
    anchor = draft.anchor
    if draft.clause is not None and draft.clause.negated:
        return Modality.NEGATED
    if draft.statement:
        return Modality.QUOTED if is_quoted(sight, draft) else Modality.REPORTED
    if sight.page.in_quotes(anchor):
        return Modality.QUOTED
    if draft.clause is None:
        return Modality.ASSERTED
    chain = list(_complement_chain(anchor))
    if _is_opinion(chain):
        return Modality.OPINION
    if _is_plan(chain):
        return Modality.PLANNED
    return Modality.REPORTED if speaker_of(sight, draft) else Modality.ASSERTED


def is_quoted(sight: Sight, draft: Draft) -> bool:
    """Whether a statement stands in quotation marks."""
    start = draft.subject.words[0].start
    return sight.page.article.text[max(0, start - 1) : start] in {'"', "“", "«"} or sight.page.in_quotes(draft.subject.words[0])


def _complement_chain(anchor: Word) -> Iterator[Word]:
    """The verb and those above it that it is a complement of: the clause says what they say of it."""
    yield anchor
    word = anchor
    while word.head is not word and word.dep in _COMPLEMENT and (word.head.is_verb or word.head.lower in READY):
        word = word.head
        yield word


def _is_opinion(chain: list[Word]) -> bool:
    for depth, verb in enumerate(chain):
        if any(child.lower in _UNSURE for child in verb.children) or (depth == 0 and any(child.lower in _MAY for child in verb.all("aux"))):
            return True
        if depth > 0 and verb.lower in _UNSURE:
            return True
        if depth > 0 and verb.lemma in _DOUBTS and chain[depth - 1].dep in {"xcomp", "ccomp", "oprd"}:
            return True
        if depth == 0 and verb.lemma in {"consider", "regard", "believe"}:
            return True
    return False


def _is_plan(chain: list[Word]) -> bool:
    verb = chain[0]
    if any(child.lower in _PLANS for child in verb.all("aux")):
        return True
    infinitive = any(child.lower == "to" for child in verb.all("aux"))
    if infinitive and verb.dep == "advcl":
        return True
    if infinitive and len(chain) > 1 and verb.dep in {"xcomp", "advcl", "acl", "ccomp"}:
        above = chain[1]
        if above.lower in READY and not above.is_verb:
            return above.lower not in _DONE or (len(chain) > 2 and _is_plan(chain[2:]))
        return above.lemma in _PLANNING or (above.lemma in {"go", "be"} and verb.dep == "xcomp")
    return verb.dep in {"xcomp", "conj"} and len(chain) > 1 and verb.head.is_verb and verb.tag == "VB" and _is_plan(chain[1:])


def speaker_of(sight: Sight, draft: Draft) -> str | None:
    """Who says so, when a verb of saying above the clause or an "according to" in the sentence names somebody."""
    if draft.clause is None:
        return None
    for verb in list(_complement_chain(draft.anchor))[1:]:
        if verb.lemma in SAYING:
            subject = verb.child("nsubj")
            if subject is None:
                continue
            found = sight.referents.of(subject)
            return found.text if found and (found.thing is None or found.thing.sure) else None
    for verb in draft.anchor.children:
        if verb.dep in {"parataxis", "ccomp"} and verb.lemma in SAYING and verb.place > draft.anchor.place and verb.child("nsubj"):
            found = sight.referents.of(verb.child("nsubj") or verb)
            return found.text if found else None
    return _according(sight, draft)


def _according(sight: Sight, draft: Draft) -> str | None:
    words = sight.page.tree.sentence(draft.anchor.sentence)
    for word in words:
        if word.lower == "according":
            for other in words[word.place - words[0].place + 1 :][:12]:
                thing = sight.page.names.at(other.place)
                if thing and thing.type in {ValueType.PERSON, ValueType.ORGANISATION, ValueType.TEXT}:
                    return thing.name
    return None


def origin_of(sight: Sight, draft: Draft) -> str | None:
    """The agency whose report the sentence retells, or that the article's dateline names."""
    words = sight.page.tree.sentence(draft.anchor.sentence)
    found = _AGENCY.search(sight.page.article.text, words[0].start, words[-1].end)
    if found is None:
        called = _CALLED.search(sight.page.article.text, words[0].start, words[-1].end)
        line = called or _DATELINE.search(sight.page.article.text, 0, _TOP)
        return _KIND.sub("", line[1]) if line else None if draft.statement else _body(sight, draft)
    return _KIND.sub("", found[1] or found[2])


def _body(sight: Sight, draft: Draft) -> str | None:
    """The body that the sentence follows ("according to the Harbour Board"): two articles that follow it are one voice."""
    speaker = _according(sight, draft)
    things = (sight.page.names.at(word.place) for word in sight.page.tree.sentence(draft.anchor.sentence))
    named = next((thing for thing in things if thing is not None and thing.name == speaker), None)
    return speaker if named is not None and named.type is not ValueType.PERSON else None
