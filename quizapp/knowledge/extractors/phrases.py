"""Noun phrases: which words belong to one, and how it reads when it stands alone."""

from collections.abc import Iterable, Sequence

from quizapp.knowledge.extractors.tree import Word

_KEPT = frozenset({"amod", "compound", "nummod", "nmod", "quantmod", "case", "hmod", "neg", "predet", "poss"})
_RANKS = frozenset({"first", "second", "third", "fourth", "fifth", "last", "only", "sole", "next"})
_LONGEST = 10
_MARKS = frozenset({'"', "''", "``", "'", ",", ".", ";", ":", "-", "--", "–", "—", "(", ")"})


def phrase(head: Word, *, prepositions: frozenset[str] = frozenset({"of"}), possessive: bool = False, article: bool = False) -> list[Word]:
    """The words of the noun phrase of `head`: what stands before it and the prepositional phrases asked for, no clauses."""
    words = [head]
    for child in head.children:
        if child.dep == "poss" and not possessive:
            continue
        if (child.dep in _KEPT and child.place < head.place) or child.dep == "case" or (article and child.dep == "det"):
            words.extend(_whole(child))
        elif (
            child.dep == "prep" and child.place > head.place and (child.lower in prepositions or (child.lower == "for" and head.is_proper))
        ):
            inner = [pobj for pobj in child.all("pobj") if pobj.lower not in {"which", "whom", "them", "it", "him", "her"}]
            if inner:
                words.append(child)
                for pobj in inner:
                    words.extend(phrase(pobj, prepositions=prepositions, possessive=True, article=True))
                    words.extend(_joined(pobj, prepositions))
    kept = sorted({word.place: word for word in words}.values(), key=lambda word: word.place)
    return _contiguous(kept, head)


def told_apart(head: Word) -> list[Word]:
    """What must follow a superlative or an ordinal for it to be true: "the largest city in Italy", "the first satellite built here"."""
    if not _is_ranked(head):
        return []
    behind = [child for child in head.children if child.place > head.place and (child.dep == "prep" or _is_participle(child))]
    words = [word for child in behind for word in child.subtree(without=frozenset({"relcl", "advcl", "appos", "punct"}))]
    return words if words and len(words) <= _LONGEST else []


def is_cut(head: Word, words: Sequence[Word]) -> bool:
    """Whether a superlative or an ordinal stands without the words that it needs: "the second player since 1900 to score"."""
    if not _is_ranked(head):
        return False
    last = words[-1].place
    return any(
        child.place > last and (child.dep in {"prep", "relcl"} or _is_participle(child) or child.tag == "VB") for child in head.children
    )


def _is_ranked(head: Word) -> bool:
    return any(child.tag in {"JJS", "RBS"} or child.lower in _RANKS for child in (*head.all("amod"), *_adverbs(head)))


def _adverbs(head: Word) -> list[Word]:
    return [inner for child in head.all("amod") for inner in child.all("advmod")]


def _is_participle(word: Word) -> bool:
    return word.dep == "acl" and word.tag in {"VBN", "VBG"}


def _joined(word: Word, prepositions: frozenset[str]) -> list[Word]:
    """The rest of a list inside a phrase: "of syntax and lexical semantics"."""
    found: list[Word] = []
    for child in word.children:
        if child.dep == "conj" and child.is_nominal:
            found.extend(
                [*word.all("cc"), *phrase(child, prepositions=prepositions, possessive=True, article=True), *_joined(child, prepositions)]
            )
    return found


def _whole(word: Word) -> list[Word]:
    return [one for one in word.subtree() if one.dep not in {"relcl", "acl", "advcl"}]


def _contiguous(words: Sequence[Word], head: Word) -> list[Word]:
    """The run of neighbours that holds the head; a gap of punctuation only is none."""
    place = next(index for index, word in enumerate(words) if word is head)
    first = last = place
    while first > 0 and words[first].place - words[first - 1].place <= 2:
        first -= 1
    while last + 1 < len(words) and words[last + 1].place - words[last].place <= 2:
        last += 1
    run = list(words[first : last + 1])
    while run and run[0] is not head and (run[0].text in _MARKS or run[0].dep == "punct"):
        run.pop(0)
    return run


def written(words: Iterable[Word]) -> str:
    """The words as text, one space where the article has any."""
    parts: list[str] = []
    last: Word | None = None
    for word in words:
        if last is not None and word.start > last.end:
            parts.append(" ")
        parts.append("'" + word.text[1:] if word.text[:1] in "’‘" and len(word.text) > 1 else word.text)
        last = word
    return "".join(parts)


def is_definite(head: Word) -> bool:
    """Whether the phrase has "the", "this" or "that" and nothing that tells which one."""
    det = head.child("det")
    return det is not None and det.lower in {"the", "this", "that", "these", "those", "both"}


def is_indefinite(head: Word) -> bool:
    """Whether the phrase has "a", "some", "any", or no article at all."""
    det = head.child("det")
    return det is None or det.lower in {"a", "an", "some", "any", "every", "each", "another"}
