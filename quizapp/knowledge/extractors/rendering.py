"""Writing words of an article so that they stand alone: full names for short ones and for pronouns, nothing that points outside."""

from collections.abc import Iterator, Sequence

from quizapp.knowledge.extractors.draft import Sight
from quizapp.knowledge.extractors.lists import words as listed
from quizapp.knowledge.extractors.naming import Thing
from quizapp.knowledge.extractors.phrases import is_definite, phrase
from quizapp.knowledge.extractors.reference import Reference
from quizapp.knowledge.extractors.tree import Word
from quizapp.knowledge.values.base import ValueType

_POINTING = listed("pointing")
_DROPPED = listed("dropped")


class CannotSayError(Exception):
    """The words point at something that the reader of a question does not see."""


def told(sight: Sight, reference: Reference) -> str:
    """How a reference reads inside a sentence, with "the" where the article writes it so."""
    if reference.thing is not None and reference.text == reference.thing.name:
        return with_article(sight, reference.thing)
    if reference.type is ValueType.GROUP:
        return reference.text
    if (
        reference.words
        and reference.text[0].isupper()
        and not reference.words[0].is_proper
        and reference.words[0].text == reference.text.split()[0]
    ):
        return reference.text[0].lower() + reference.text[1:]
    return reference.text


def with_article(sight: Sight, thing: Thing) -> str:
    """A name with "the" when the article mostly writes it with one; people never have it."""
    if thing.type is ValueType.PERSON or thing.name.lower().startswith("the "):
        return thing.name
    mentions = [mention for mention in sight.page.names.mentions if sight.page.names.thing(mention) is thing]
    dets = sum(any(child.lower == "the" for child in mention.head.all("det")) for mention in mentions)
    full = [mention for mention in mentions if len(mention.words) == len(thing.name.split())]
    dets_full = sum(any(child.lower == "the" for child in mention.head.all("det")) for mention in full)
    many, count = (len(full), dets_full) if full else (len(mentions), dets)
    return f"the {thing.name}" if many and count * 2 > many else thing.name


def say(sight: Sight, words: Sequence[Word], *, owner: Reference | None = None) -> str:
    """The words as text that stands alone, "his" kept where it means `owner`, who is named before; raises CannotSayError."""
    parts: list[str] = []
    last: Word | None = None
    for word, text in _pieces(sight, words, owner):
        glue = last is not None and word.start == last.end and not text[:1].isspace()
        parts.append(text if glue or not parts else f" {text}")
        last = word
    return "".join(parts).strip(" ,;:")


def _pieces(sight: Sight, words: Sequence[Word], owner: Reference | None) -> Iterator[tuple[Word, str]]:
    done: set[int] = set()
    for word in words:
        if word.place in done or (word.lower in _DROPPED and word.tag.startswith("RB")):
            continue
        mention = sight.page.names.mention_at(word.place)
        if mention is not None and word.place == mention.first and all(one in words for one in mention.words):
            done.update(one.place for one in mention.words)
            thing = sight.page.names.thing(mention)
            yield mention.words[-1], thing.name if thing is not None and thing.sure else _plain(mention.words)
            continue
        yield word, _one(sight, word, owner)


def _plain(words: Sequence[Word]) -> str:
    parts: list[str] = []
    for place, word in enumerate(words):
        parts.append(f" {word.text}" if place and word.start > words[place - 1].end else word.text)
    return "".join(parts)


def _one(sight: Sight, word: Word, owner: Reference | None) -> str:
    if word.tag in {"PRP", "PRP$"}:
        found = sight.referents.of(word)
        if found is None:
            raise CannotSayError(word.text)
        if owner is not None and found.text == owner.text and word.tag == "PRP$":
            return word.lower
        name = told(sight, found)
        return name if word.tag == "PRP" else f"{name}'" if name.endswith("s") else f"{name}'s"
    if word.lower in _POINTING or word.tag in {"WDT", "WP", "WP$", "WRB", "EX"}:
        raise CannotSayError(word.text)
    if (
        word.tag in {"NN", "NNS"}
        and is_definite(word)
        and len(phrase(word)) == 1
        and not any(child.dep in {"prep", "relcl", "acl", "poss"} for child in word.children)
    ):
        raise CannotSayError(word.text)
    return "'" + word.text[1:] if word.text[:1] in "’‘" else word.text
