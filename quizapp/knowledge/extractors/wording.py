"""How a claim is asked and told, from the structure of its own clause; no wording where a good one cannot be made."""

from collections.abc import Sequence

from quizapp.knowledge.extractors.clauses import Clause
from quizapp.knowledge.extractors.draft import Draft, Sight
from quizapp.knowledge.extractors.gazetteer import countries
from quizapp.knowledge.extractors.phrases import written
from quizapp.knowledge.extractors.rendering import CannotSay, say, told
from quizapp.knowledge.extractors.tree import Word
from quizapp.knowledge.extractors.verbs import VerbGroup, verb_group
from quizapp.knowledge.fold import fold
from quizapp.knowledge.relation import Asks, Wording
from quizapp.knowledge.values.base import ValueType
from quizapp.knowledge.values.moment import ClockTime, Date

LONGEST = 30
_LEFT_OUT = frozenset({"advcl", "ccomp", "conj", "cc", "punct", "parataxis", "nsubj", "nsubjpass", "aux", "auxpass", "mark", "neg", "prt", "relcl", "intj", "meta", "dep", "csubj", "preconj"})
_CLAUSES = frozenset({"relcl", "acl", "advcl", "ccomp", "parataxis"})
_GLUE = frozenset({",", "-", "–", "—", "/", "&"})
_FRONTED_OUT = frozenset({"after", "before", "during", "following", "for", "like", "despite", "according", "with", "because", "as", "since", "by", "among"})
_INNER_OUT = frozenset({"relcl", "acl", "advcl", "appos", "conj", "cc", "punct", "parataxis", "intj", "meta", "dep"})


def wording_of(sight: Sight, draft: Draft) -> Wording | None:
    """Question and sentence for a draft, or None."""
    try:
        made = _of_slot(sight, draft)
    except CannotSay:
        return None
    return made if made is not None and _is_good(made, draft) else None


def _of_slot(sight: Sight, draft: Draft) -> Wording | None:
    match draft.slot:
        case "age":
            name = told(sight, draft.subject)
            return Wording(ask=f"What age is given for {name}?", tell=f"{_capital(name)}'s age is given as {{value}}.")
        case "role" if draft.clause is None or draft.clause.copula:
            return _role(sight, draft)
        case "agent" if draft.clause is not None and draft.statement:
            return _speaker(sight, draft, draft.clause)
        case "where" if draft.clause is None:
            name = told(sight, draft.subject)
            return Wording(ask=f"Where is {name}?", tell=f"{_capital(name)} is in {{value}}.")
        case "when" if draft.clause is None:
            name, deed = told(sight, draft.subject), {"bear": ("was", "born"), "die": ("did", "die")}[draft.lemma]
            told_so = "was born" if draft.lemma == "bear" else "died"
            return Wording(ask=f"{_when(draft)} {deed[0]} {name} {deed[1]}?", tell=f"{name} {told_so} {_on(draft)}{{value}}.")
    return _of_clause(sight, draft, draft.clause) if draft.clause is not None else None


def _role(sight: Sight, draft: Draft) -> Wording:
    name, value = told(sight, draft.subject), say(sight, draft.value_words)
    reverse = f"Who is described as {_with_a(value)}?" if any(word.tag in {"IN", "TO"} for word in draft.value_words) else None
    return Wording(
        ask=f"How is {name} described?",
        tell=f"{_capital(name)} is described as “{{value}}”.",
        ask_subject=reverse,
        asks_subject=Asks.WHO if reverse else None,
    )


def _speaker(sight: Sight, draft: Draft, clause: Clause) -> Wording | None:
    """Who said a statement: quoted where the article quotes it, else told with full names."""
    words = draft.subject.words
    quoted = sight.page.article.text[max(0, words[0].start - 1) : words[0].start] in {'"', "“", "«"}
    verb = clause.verb.lower if clause.verb.tag == "VBD" else "said"
    if quoted:
        text = " ".join(draft.subject.text.replace('"', "").split())
        return Wording(ask=f"Who said: “{text}”?", tell=f"{{value}} said: “{text}”.")
    text = say(sight, [word for word in words if word.text not in {'"', "“", "”"}])
    listener = clause.verb.child("dobj", "dative")
    to = f" {told(sight, found)}" if listener is not None and (found := sight.referents.of(listener)) is not None and found.named else ""
    if clause.lemma == "tell" and not to:
        return None
    return Wording(ask=f"Who {verb}{to} that {text}?", tell=f"{{value}} {verb}{to} that {text}.")


def _with_a(words: str) -> str:
    return words if words[0].isupper() else f"the {words}" if " of the " in words else f"{'an' if words[0] in 'aeiou' else 'a'} {words}"


def _of_clause(sight: Sight, draft: Draft, clause: Clause) -> Wording | None:
    subject = clause.subject
    if subject is None or (clause.verb.dep in {"xcomp", "pcomp", "advcl"} and clause.verb.tag in {"VBG", "VB"}):
        return None
    plural = _is_plural(sight, subject)
    group = verb_group(clause, plural=plural)
    if group is None:
        return None
    if draft.slot == "agent":
        return _asking_agent(sight, draft, clause, group)
    return _asking_rest(sight, draft, clause, group)


def _is_plural(sight: Sight, subject: Word) -> bool:
    if subject.child("conj") is not None:
        return True
    found = sight.referents.of(subject)
    if found is not None and (found.thing is not None or found.type is ValueType.GROUP):
        return found.plural
    return subject.tag in {"NNS", "NNPS"} or subject.child("conj") is not None or subject.lower == "they"


def _asking_agent(sight: Sight, draft: Draft, clause: Clause, group: VerbGroup) -> Wording | None:
    who = _who(draft)
    if who is None or len(sight.referents.all(clause.agent)) > 1 if clause.agent is not None else True:
        return None
    rest = _rest(sight, draft, clause)
    if clause.passive:
        target = _subject_text(sight, clause)
        by = {"Who": "By whom", "Which organisation": "By which organisation", "Which country": "By which country"}[who]
        return _wording(f"{by} {group.aux} {target} {_joined(group.rest, rest)}", f"{target} {_joined(group.plain, rest)} by {{value}}", group)
    return _wording(f"{who} {_joined(group.whole, rest)}", f"{{value}} {_joined(group.plain, rest)}", group)


def _who(draft: Draft) -> str | None:
    match draft.value.type:
        case ValueType.PERSON:
            return "Who"
        case ValueType.ORGANISATION:
            return "Which organisation"
        case ValueType.PLACE if draft.value.normal in countries():
            return "Which country"
    return None


def _asking_rest(sight: Sight, draft: Draft, clause: Clause, group: VerbGroup) -> Wording | None:
    question = _question(sight, draft, clause)
    if question is None:
        return None
    target, rest = _subject_text(sight, clause), _rest(sight, draft, clause)
    led = _led(draft)
    question = f"{_capital(led)} {question[0].lower()}{question[1:]}" if led else question
    ask = f"{question} {group.aux} {target} {_joined(group.rest, rest)}"
    slot = f"{draft.preposition} {{value}}".strip() if draft.slot not in {"role", "object"} else _role_slot(draft, clause)
    direct = any(word.head is clause.verb and word.dep in {"dobj", "attr", "oprd"} for word in draft.value_words)
    if direct or draft.slot == "object" or (draft.slot == "role" and clause.attribute is not None):
        tell = f"{target} {_joined(group.plain, slot)} {rest}".strip()
    else:
        tell = f"{target} {_joined(group.plain, rest)} {slot}".strip()
    return _wording(ask, tell, group)


def _role_slot(draft: Draft, clause: Clause) -> str:
    above = draft.value_words[0].head
    for oblique in clause.obliques:
        if oblique.head in draft.value_words:
            return f"{oblique.name} {{value}}"
    return "{value}" if above is not None else "{value}"


def _led(draft: Draft) -> str:
    """The preposition that leads the question: "with" of "With whom"."""
    if draft.slot == "object" and draft.clause is not None:
        for oblique in draft.clause.obliques:
            if oblique.head in draft.value_words:
                return oblique.name
    return "from" if draft.slot == "where" and draft.preposition == "from" else ""


def _question(sight: Sight, draft: Draft, clause: Clause) -> str | None:
    match draft.slot:
        case "when":
            return _when(draft) if draft.preposition in {"in", "on", "at", "", "during"} else None
        case "where":
            return "Where"
        case "how_long":
            return "How long"
        case "how_many":
            noun = [word for word in draft.value_words if word.is_nominal or word.tag in {"JJ"}]
            return f"How many {written(noun)}" if noun else None
        case "how_much":
            return {ValueType.MONEY: "How much", ValueType.PERCENT: "What percentage"}.get(draft.value.type)
        case "object":
            if draft.value.type is ValueType.PLACE:
                return "Which country" if draft.value.normal in countries() else "Which place"
            return {ValueType.PERSON: "Whom", ValueType.ORGANISATION: "Which organisation"}.get(draft.value.type, "What")
        case "role":
            return "What" if clause.attribute is not None else "As what"
    return None


def _when(draft: Draft) -> str:
    if isinstance(draft.value, ClockTime):
        return "At what time"
    if isinstance(draft.value, Date):
        wanted = {"year": "In which year", "month year": "In which month", "month": "In which month", "decade": "In which decade", "century": "In which century", "weekday": "On which day of the week"}
        return wanted.get(draft.value.precision, "When")
    return "When"


def _on(draft: Draft) -> str:
    return "on " if isinstance(draft.value, Date) and draft.value.day else "in "


def _subject_text(sight: Sight, clause: Clause) -> str:
    word = clause.subject
    found = sight.referents.all(word) if word is not None else []
    wanted = [] if word is None else [word, *_and(word)]
    if word is None or len(found) < len(wanted):
        raise CannotSay("subject")
    if any(one.type is ValueType.TEXT and not one.exact for one in found):
        raise CannotSay("owned by a pronoun")
    names = [told(sight, one) for one in found]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _and(word: Word) -> list[Word]:
    found = []
    for other in word.all("conj"):
        found.extend([other, *_and(other)])
    return found


def _rest(sight: Sight, draft: Draft, clause: Clause) -> str:
    """What the question keeps after the verb: object, parties, places and absolute dates; what stood before the verb comes last."""
    value = {word.place for word in draft.value_words}
    owner = draft.subject if draft.slot != "agent" else None
    behind = [child for child in clause.verb.children if child.place > clause.verb.place]
    before = [child for child in clause.verb.children if child.place < clause.verb.place]
    parts = []
    for child in sorted(behind, key=lambda word: word.place) + sorted(before, key=lambda word: word.place):
        if child.dep in _LEFT_OUT or child.dep == "agent":
            continue
        words = _kept(sight, draft, child, value)
        if words and _is_wanted(sight, child, words, clause):
            text = say(sight, words, owner=owner)
            parts.append(text[:1].lower() + text[1:] if child in before and not words[0].is_proper else text)
    return " ".join(part for part in parts if part)


def _kept(sight: Sight, draft: Draft, child: Word, value: set[int]) -> list[Word]:
    """The words of one argument that may stand in the question: without the value, without relative times, without clauses."""
    words = child.subtree(without=_INNER_OUT)
    whole = words if all(word.place not in value for word in child.subtree(without=_CLAUSES)) else []
    if not whole:
        words = _before_value(words, value) if draft.slot in {"where", "object"} and any(word.place in value for word in words) else []
    words = [word for word in words if not _is_relative(sight, word)]
    places = {word.place for word in words}
    marks = [
        mark
        for word in words
        for mark in sight.page.tree.sentence(word.sentence)
        if mark.dep == "punct" and mark.text in _GLUE and mark.place - 1 in places and mark.place + 1 in places and word.place == mark.place - 1
    ]
    return sorted([*words, *marks], key=lambda word: word.place)


def _is_relative(sight: Sight, word: Word) -> bool:
    """Whether the word belongs to a time that only the article's reader can place."""
    spot = sight.page.spot_at(word)
    if spot is None or spot.type not in {ValueType.DATE, ValueType.CLOCK_TIME}:
        return False
    return not (isinstance(spot.value, Date) and spot.value.year is not None and any(sign.isdigit() for sign in spot.written))


def _before_value(words: Sequence[Word], value: set[int]) -> list[Word]:
    """What a phrase says before the value nested in it: "at an event" of "at an event at the Center"; nothing when the value comes first."""
    first = min(value)
    kept = [word for word in words if word.place < first]
    while kept and (kept[-1].dep in {"det", "prep", "case", "amod", "poss"} or kept[-1].tag in {"IN", "TO", "DT"}):
        kept.pop()
    return kept if len(kept) > 1 else []


def _is_wanted(sight: Sight, child: Word, words: Sequence[Word], clause: Clause) -> bool:
    if child.dep in {"advmod", "npadvmod"}:
        return child.dep == "advmod" and child.place > clause.verb.place and child.lower in {"together", "ashore", "home", "abroad", "aboard", "alone", "first"}
    if child.dep in {"prep", "dative"} and len(words) == 1:
        return False
    if words[-1].tag in {"IN", "TO", "DT"}:
        return False
    return not (child.dep == "prep" and child.place < clause.verb.place and child.lower in _FRONTED_OUT)


def _wording(ask: str, tell: str, group: VerbGroup) -> Wording:
    return Wording(ask=f"{_spaced(ask)}?", tell=f"{_capital(_spaced(tell))}.", planned=group.planned)


def _joined(one: str, other: str) -> str:
    return f"{one} {other}".strip()


def _spaced(text: str) -> str:
    return " ".join(text.replace(" ,", ",").replace(" '", "'" if " 's" in text else " '").split()).rstrip(" ,;:")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _is_good(made: Wording, draft: Draft) -> bool:
    if len(made.ask.split()) > LONGEST or len(made.ask.split()) < 4 or "{" in made.ask or '"' in made.ask:
        return False
    value = fold(draft.value.display())
    asked = f" {fold(made.ask)} "
    return f" {value} " not in asked and not any(len(word) > 3 and f" {word} " in asked for word in value.split() if word[0].isalpha() and draft.value.type is not ValueType.COUNT)
