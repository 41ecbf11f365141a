"""What a sentence leaves open when it is read alone: pronouns, "the film", "the two"."""

import re
from dataclasses import dataclass

from quizapp.knowledge.reading.abbreviations import MONTHS_AND_DAYS, STARTERS

_OPENERS = r"[\"'“”‘’«(\[\s…—–.-]*"
_CONNECTIVE = (
    r"(?:(?:however|therefore|also|but|and|so|yet|instead|for example|for instance|meanwhile|in addition|later|still|thus|although|though"
    r"|while|when|if|because|as|since|after|before|until|once|by the way|in fact|indeed|then),? )?"
)
_SOME_OF_THEM = r"(?:one|some|many|most|all|none|each|neither|either|both) of (?:them|these|those)"
_SUBJECT = (
    r"(?:he|she|they|him|them|his|her|hers|their|theirs|its|itself|it|others|the (?:trio|duo|pair|latter|former|couple|others)"
    rf"|the (?:two|three|four|five|six)(?! (?-i:[A-Z])|-)|both(?! (?-i:[A-Z]))|{_SOME_OF_THEM})"
)
_NOT_A_TIME = r"(?! (?:year|month|week|morning|evening|summer|winter|spring|autumn|past|coming|\w+day)\b)"
_POINTER = rf"(?:this{_NOT_A_TIME}|these|those(?! who)|such an?|the same|another|the other)"
_THERE = (
    r"(?:there,|here,|then[, ]|(?:after|before|since|until|despite|besides|with|during|to do|to achieve|from|because of|in)"
    rf" (?:this{_NOT_A_TIME}|that|these|those)\b|(?:at|around|during) (?:the|that|this) (?:same )?(?:time|period|point|moment)\b"
    r"|by then\b|since then\b|in (?:the|that) same\b)"
)
_PERSONAL = re.compile(rf"{_OPENERS}{_CONNECTIVE}{_SUBJECT}\b", re.IGNORECASE)
_POINTING = re.compile(rf"{_OPENERS}(?:{_CONNECTIVE}{_POINTER}\b|{_THERE})", re.IGNORECASE)
_EMPTY_IT = re.compile(
    rf"{_OPENERS}{_CONNECTIVE}it (?:is|was|has been|will be|would be|seems|appears|remains|turn(?:s|ed) out|takes|took)"
    r"(?: [\w-]+){0,4}? (?:that|whether|how|why|when|to|who)\b",
    re.IGNORECASE,
)
_HE = re.compile(r"\b(?:he|she|him|her|his|hers|himself|herself)\b", re.IGNORECASE)
_THEY = re.compile(r"\b(?:they|them|their|theirs|both(?= (?:[a-z]+ed|were|are|had|have)\b))\b", re.IGNORECASE)
_AFTER_A_PHRASE = re.compile(
    r"(?P<phrase>(?:in|on|at|from|after|before|by|during|following|despite|with|among|for|late|early|while|since|until|between|through|to"
    r"|under|over|as|\w{2,}ing|\w{2,}ed)\b[^,;:.?!]{0,90}, )(?:he|she|they)\b",
    re.IGNORECASE,
)
_IT = re.compile(r"\b(?:it|its)\b", re.IGNORECASE)
_NO_PLURAL = r"(?!(?:days|weeks|months|years|hours|minutes|seconds|times|this|was|has)\b)"
_PLURAL = re.compile(rf"\b{_NO_PLURAL}\w{{2,}}[a-rt-z]s\b|\band\b|\bpeople\b")
_THING = re.compile(r"\b(?:the|an?|this|that|its) \w|[A-Z]\w+", re.IGNORECASE)
_NAME = re.compile(r"(?<![\w.])[A-Z][\w’'-]*[a-z][\w’'-]*(?: [A-Z][\w’'-]*)*")
_AFTER_PLACE_WORD = re.compile(
    r"\b(?:in|at|from|to|near|aboard|through|into|via|on|around|across|beyond|outside)(?: the)? $|\bthe $", re.IGNORECASE
)
_VERB = re.compile(r" (?:who|was|is|has|had|will|said|[a-z]+ed)\b")
_HAS_OWN_VERB = re.compile(r"(?:[’']s)? (?:[A-Z]|and [A-Z]|(?:who|was|is|has|had|will|said|[a-z]+ed)\b)|[’']s |, ")
_QUOTED = re.compile(r"[“\"«][^“”\"«»]*[”\"»]?")
_ROLES = (
    "actress|actor|director|producer|doctor|surgeon|cosmonaut|astronaut|filmmaker|singer|author|writer|player|coach|mayor|president"
    "|minister|judge|suspect|victim|man|woman|boy|girl|official|captain|goalkeeper|defender|artist|composer|scientist|officer|teacher"
)
_WORKS = "film|movie|book|novel|song|album|play|series|show|documentary|feature"
_THINGS = (
    "company|organization|organisation|agency|club|party|ship|plane|boat|vessel|train|building|museum|church|school|hotel|festival|event"
    "|match|game|race|election|trial|case|decision|law|bill|project|mission|launch|flight|prize|award|ceremony|crew|team|task|station"
    "|simulator|training|conference|study|report|survey|attack|fire|crash|accident|storm|island|town|village|city"
)
_GOES_ON = (
    r"(?=[.,;:!?)\]”’»\"]|$| (?:is|was|will|has|had|are|were|and|or|as|at|on|for|from|to|with|before|after|during|by|can|could|would|may"
    r"|might|does|did|said|told|but|when|while|itself|himself|herself|also|still|now|then|they|became|began|went|took|made|left|came)\b)"
)
_BARE = re.compile(rf"\b[Tt]he (?:\d+-year-old |same |young |former |whole |entire )?(?P<noun>{_ROLES}|{_WORKS}|{_THINGS}){_GOES_ON}")
_OWNED = r"(?:an?|[A-Z][\w-]*|feature|own|his|her|their|its|first|new|special)"
_TITLE = re.compile(r"[“‘\"«][A-Z][^“”‘’\"«»]{1,60}[”’\"»]|(?<=[a-z,] )The [A-Z]\w+(?! [A-Z])")
_ONE_WORK = re.compile(_WORKS)
_HEAD = 120
_LAST_FIRST_WORD = 12


@dataclass(frozen=True, kw_only=True, slots=True)
class Open:
    """A reference that the words before it leave open: to a person, or to what `noun` names."""

    noun: str = ""


def begins_with_a_pronoun(sentence: str) -> bool:
    """Whether who or what the sentence speaks of is named before it: "They …", "The trio …", "In its hull …"."""
    head = sentence[:_HEAD]
    if _EMPTY_IT.match(head):
        return False
    after_a_phrase = _AFTER_A_PHRASE.match(head.lstrip("\"'“”‘’«([ "))
    if after_a_phrase and not any(_VERB.match(head[name.end() :]) for name in _NAME.finditer(after_a_phrase["phrase"])):
        return True
    return _PERSONAL.match(head) is not None or _open_early(head, _THEY, _PLURAL) or _open_early(head, _IT, _THING)


def begins_with_a_pointer(sentence: str) -> bool:
    """Whether the sentence begins with "This …", "There, …", "To do this …": words that point to the sentence before."""
    return _POINTING.match(sentence[:_HEAD]) is not None


def open_references(sentences: list[str]) -> list[Open]:
    """What a run of sentences leaves open, each once."""
    found: list[Open] = []
    for place, sentence in enumerate(sentences):
        found.extend(each for each in _open_in(sentence, sentences[:place]) if each not in found)
    return found


def resolves(sentence: str, reference: Open) -> bool:
    """Whether the sentence names what the reference may mean."""
    if not reference.noun:
        return _names_a_person(sentence)
    is_work = _ONE_WORK.fullmatch(reference.noun) is not None
    noun = f"(?:{_WORKS})" if is_work else reference.noun
    named = re.search(rf"\b{_OWNED} (?:[\w-]+ )?{noun}\b|\b{noun} (?:[A-Z“‘\"]|the [a-z]+†)", sentence)
    return named is not None or (is_work and _TITLE.search(sentence) is not None)


def _open_in(sentence: str, before: list[str]) -> list[Open]:
    found: list[Open] = []
    pronoun = _HE.search(_without_quotations(sentence))
    if pronoun and not _names_a_person(_without_quotations(sentence)[: pronoun.start()]) and not any(map(_names_a_person, before)):
        found.append(Open())
    for bare in _BARE.finditer(sentence):
        reference = Open(noun=bare["noun"])
        if not resolves(sentence[: bare.start()], reference) and not any(resolves(each, reference) for each in before):
            found.append(reference)
    return found


def _open_early(head: str, pronoun: re.Pattern[str], meant: re.Pattern[str]) -> bool:
    """Whether the pronoun stands among the first words with nothing before it that it could mean."""
    found = pronoun.search(head)
    if found is None:
        return False
    before = head[: found.start()]
    return len(before.split()) < _LAST_FIRST_WORD and not _names(before) and meant.search(before[1:]) is None


def _without_quotations(sentence: str) -> str:
    """The sentence with what stands in quotation marks blotted out, as long as it was."""
    return _QUOTED.sub(lambda found: " " * len(found[0]), sentence)


def _names_a_person(words: str) -> bool:
    return any(not _AFTER_PLACE_WORD.search(words[max(0, name.start() - 20) : name.start()]) for name in _names(words))


def _names(words: str) -> list["re.Match[str]"]:
    """Runs of capital words that are not capital only because they begin the sentence, no months and no days."""
    return [name for name in _NAME.finditer(words) if not _is_plain(words, name)]


def _is_plain(words: str, name: "re.Match[str]") -> bool:
    """Whether no name is left once a word that only begins the sentence is taken off, as in "Filming for …" or "After Monday …"."""
    parts = name[0].lower().split(" ")
    begins = not words[: name.start()].strip("\"'“”‘’«([ ")
    if begins and (parts[0] in STARTERS or (len(parts) == 1 and _HAS_OWN_VERB.match(words[name.end() : name.end() + 30]) is None)):
        parts = parts[1:]
    return all(part in STARTERS | MONTHS_AND_DAYS for part in parts)
