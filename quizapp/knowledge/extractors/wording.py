"""How a claim is asked and told, from the structure of its own clause; no wording where a good one cannot be made."""

from quizapp.knowledge.extractors.clauses import READY, Clause
from quizapp.knowledge.extractors.draft import Draft, Sight
from quizapp.knowledge.extractors.question_words import doer_word, question_word, when_word
from quizapp.knowledge.extractors.remaining import remaining
from quizapp.knowledge.extractors.rendering import CannotSayError, say, told
from quizapp.knowledge.extractors.tree import Word
from quizapp.knowledge.extractors.verbs import VerbGroup, verb_group
from quizapp.knowledge.fold import fold
from quizapp.knowledge.relation import Asks, Wording
from quizapp.knowledge.values.base import ValueType
from quizapp.knowledge.values.moment import Date

LONGEST = 30


def wording_of(sight: Sight, draft: Draft) -> Wording | None:
    """Question and sentence for a draft, or None."""
    try:
        made = _of_slot(sight, draft)
    except CannotSayError:
        return None
    return made if made is not None and _is_good(made, draft) else None


def _of_slot(sight: Sight, draft: Draft) -> Wording | None:
    match draft.slot:
        case "age" if draft.clause is None:
            name = told(sight, draft.subject)
            return Wording(ask=f"What age is given for {name}?", tell=f"{_capital(name)}'s age is given as {{value}}.")
        case "role" if draft.clause is None or draft.clause.copula:
            return _role(sight, draft)
        case "agent" if draft.clause is not None and draft.statement:
            return _speaker(sight, draft, draft.clause)
        case "where" if draft.clause is None and draft.lemma == "be":
            name = told(sight, draft.subject)
            return Wording(ask=f"Where is {name}?", tell=f"{_capital(name)} is in {{value}}.")
        case "when" if draft.clause is None and draft.lemma in {"bear", "die"}:
            name = told(sight, draft.subject)
            asked, told_so = (f"was {name} born", "was born") if draft.lemma == "bear" else (f"did {name} die", "died")
            return Wording(ask=f"{when_word(draft)} {asked}?", tell=f"{name} {told_so} {_on(draft)}{{value}}.")
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
    if draft.slot == "how_much" and clause.copula:
        return _measure(sight, draft, clause)
    if clause.copula and draft.slot == "where" and clause.attribute is not None:
        return None
    if subject is None or clause.negated or _has_no_tense(clause.verb):
        return None
    plural = _is_plural(sight, subject)
    group = verb_group(clause, plural=plural)
    if group is None:
        return None
    if draft.slot == "agent":
        return _asking_agent(sight, draft, clause, group)
    return _asking_rest(sight, draft, clause, group)


def _measure(sight: Sight, draft: Draft, clause: Clause) -> Wording | None:
    """How a measure of a thing is asked: "How tall is the tower?", "How much is the painting worth?"."""
    adjective = draft.value_words[-1].head
    group = verb_group(clause, plural=_is_plural(sight, clause.subject)) if clause.subject is not None else None
    if group is None or adjective.dep != "acomp" or adjective.head is not clause.verb or clause.negated:
        return None
    how, rest = ("How much", f" {adjective.lower}") if adjective.lower == "worth" else (f"How {adjective.lower}", "")
    name = _subject_text(sight, clause)
    told_as = f"{adjective.lower} {{value}}" if adjective.lower == "worth" else f"{{value}} {adjective.lower}"
    return _wording(f"{how} {group.aux} {name} {group.rest}{rest}", f"{name} {group.plain} {told_as}", group)


def _has_no_tense(verb: Word) -> bool:
    return verb.dep in {"xcomp", "pcomp", "advcl"} and verb.tag in {"VBG", "VB"} and verb.head.lower not in READY


def _is_plural(sight: Sight, subject: Word) -> bool:
    if subject.child("conj") is not None:
        return True
    found = sight.referents.of(subject)
    if found is not None and (found.thing is not None or found.type is ValueType.GROUP):
        return found.plural
    return subject.tag in {"NNS", "NNPS"} or subject.child("conj") is not None or subject.lower == "they"


def _asking_agent(sight: Sight, draft: Draft, clause: Clause, group: VerbGroup) -> Wording | None:
    who = doer_word(draft)
    if who is None or clause.agent is None or len(sight.referents.all(clause.agent)) > 1:
        return None
    if clause.object is not None and not clause.passive and clause.object not in draft.subject.words:
        return None
    rest = remaining(sight, draft, clause)
    if clause.passive:
        target = _subject_text(sight, clause)
        by = "By whom" if who == "Who" else f"By {who[0].lower()}{who[1:]}"
        return _wording(
            f"{by} {group.aux} {target} {_joined(group.rest, rest)}", f"{target} {_joined(group.plain, rest)} by {{value}}", group
        )
    return _wording(f"{who} {_joined(group.whole, rest)}", f"{{value}} {_joined(group.plain, rest)}", group)


def _asking_rest(sight: Sight, draft: Draft, clause: Clause, group: VerbGroup) -> Wording | None:
    question = question_word(draft, clause)
    if question is None:
        return None
    target, rest = _subject_text(sight, clause), remaining(sight, draft, clause)
    led = _led(draft)
    question = f"{_capital(led)} {question[0].lower()}{question[1:]}" if led else question
    ask = f"{question} {group.aux} {target} {_joined(group.rest, rest)}"
    slot = _value_slot(draft, clause)
    if _follows_verb(draft, clause):
        tell = f"{target} {_joined(group.plain, slot)} {rest}".strip()
    else:
        tell = f"{target} {_joined(group.plain, rest)} {slot}".strip()
    return _wording(ask, tell, group)


def _value_slot(draft: Draft, clause: Clause) -> str:
    """The value with what leads it in a sentence."""
    if draft.slot == "age":
        return "at the age of {value}"
    return _role_slot(draft, clause) if draft.slot in {"role", "object"} else f"{draft.preposition} {{value}}".strip()


def _follows_verb(draft: Draft, clause: Clause) -> bool:
    """Whether the value stands just after the verb, before everything else."""
    if (
        draft.slot == "object"
        or (draft.slot == "where" and not draft.preposition)
        or (draft.slot == "role" and clause.attribute is not None)
    ):
        return True
    return any(word.head is clause.verb and word.dep in {"dobj", "attr", "oprd"} for word in draft.value_words)


def _role_slot(draft: Draft, clause: Clause) -> str:
    for oblique in clause.obliques:
        if oblique.head in draft.value_words:
            return f"{oblique.name} {{value}}"
    return "{value}"


def _led(draft: Draft) -> str:
    """The preposition that leads the question: "with" of "With whom"."""
    if draft.slot == "object" and draft.clause is not None:
        for oblique in draft.clause.obliques:
            if oblique.head in draft.value_words:
                return oblique.name
    if draft.slot == "how_much":
        return draft.preposition if draft.preposition in {"for", "at", "to", "from", "by"} else ""
    return "from" if draft.slot == "where" and draft.preposition == "from" else ""


def _on(draft: Draft) -> str:
    return "on " if isinstance(draft.value, Date) and draft.value.day else "in "


def _subject_text(sight: Sight, clause: Clause) -> str:
    word = clause.subject
    found = sight.referents.all(word) if word is not None else []
    wanted = [] if word is None else [word, *_and(word)]
    if word is None or len(found) < len(wanted):
        raise CannotSayError("subject")
    if any(one.type is ValueType.TEXT and not one.exact for one in found):
        raise CannotSayError("owned by a pronoun")
    names = [told(sight, one) for one in found]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _and(word: Word) -> list[Word]:
    found = []
    for other in word.all("conj"):
        found.extend([other, *_and(other)])
    return found


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
    if draft.slot == "agent" and not draft.statement and not draft.subject.named and len(made.ask.split()) < 6:
        return False
    value = fold(draft.value.display())
    asked = f" {fold(made.ask)} "
    return f" {value} " not in asked and not any(
        len(word) > 3 and f" {word} " in asked for word in value.split() if word[0].isalpha() and draft.value.type is not ValueType.COUNT
    )
