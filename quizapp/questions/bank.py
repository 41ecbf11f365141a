"""From facts to candidates: drafts, wrong options, checks, estimates; the same for the same scope, whatever the order of files."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from quizapp.knowledge.claim import MadeBy
from quizapp.knowledge.digest import content_id
from quizapp.knowledge.fact import Fact
from quizapp.knowledge.fold import fold
from quizapp.knowledge.scope import Scope
from quizapp.questions.background import Background, survey
from quizapp.questions.checks import check_against
from quizapp.questions.confidence import confidence, difficulty, is_offered
from quizapp.questions.distractors import wrong_options
from quizapp.questions.draft import Draft
from quizapp.questions.generators import FALLBACKS, GENERATORS, Generator
from quizapp.questions.item import Candidate, Item, Kind
from quizapp.questions.question import ask_of, order_of

NO_OPTIONS = "too few wrong options"
SAME_STEM = "two questions in the same words"
SAME_ANSWER = "a better question asks for the same answer of the same sentence"


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcome:
    """The candidates of a scope, sorted by id, and how many drafts were dropped for which reason."""

    candidates: tuple[Candidate, ...]
    dropped: tuple[tuple[str, int], ...]


def make_candidates(scope: Scope) -> tuple[Candidate, ...]:
    """Every item the scope's facts give, with what the checks say of it, sorted by id."""
    return make_bank(scope).candidates


def candidates_on(facts: Iterable[Fact], background: Background, *, tell: Callable[[int], None] = lambda _: None) -> tuple[Candidate, ...]:
    """The same of these facts alone, against everything that the background knows; `tell` hears how many facts are done."""
    dropped: Counter[str] = Counter()
    found: list[Candidate] = []
    for done, fact in enumerate(facts):
        tell(done)
        found += _of_fact(fact, background, dropped)
    kept = _asked_once(list(_told_apart(found, dropped)), background, dropped)
    return tuple(sorted(kept, key=lambda one: one.item.id))


def make_bank(scope: Scope) -> Outcome:
    """The candidates and the reasons for which drafts were dropped."""
    background = survey(scope)
    dropped: Counter[str] = Counter()
    found = [candidate for fact in sorted(scope.facts, key=_place) for candidate in _of_fact(fact, background, dropped)]
    kept = _asked_once(list(_told_apart(found, dropped)), background, dropped)
    return Outcome(candidates=tuple(sorted(kept, key=lambda one: one.item.id)), dropped=tuple(sorted(dropped.items())))


def _place(fact: Fact) -> tuple[str, int, str]:
    """Facts of one article together, so that each article is read once."""
    first = min(claim.evidence for claim in fact.claims)
    return first.article, first.start, fact.id


def _of_fact(fact: Fact, background: Background, dropped: Counter[str]) -> list[Candidate]:
    found = list(_made_by(GENERATORS, fact, background, dropped))
    if not any(_is_good(candidate, fact) for candidate in found):
        found += _made_by(FALLBACKS, fact, background, dropped)
    return found


def _is_good(candidate: Candidate, fact: Fact) -> bool:
    """Whether nothing else need be tried: what a person read needs only pass the checks, what the program read must be worth offering."""
    return candidate.sound and (is_offered(candidate.item) or all(claim.made_by is MadeBy.HAND for claim in fact.claims))


def _made_by(generators: Sequence[Generator], fact: Fact, background: Background, dropped: Counter[str]) -> Iterator[Candidate]:
    for draft in (draft for generate in generators for draft in generate(fact, background)):
        candidate = _candidate(draft, background)
        if isinstance(candidate, Candidate):
            yield candidate
        else:
            dropped[candidate] += 1


def _candidate(draft: Draft, background: Background) -> Candidate | str:
    """The finished item with its checks, or the reason why there is none."""
    wrong = wrong_options(draft, background)
    if not wrong:
        return NO_OPTIONS
    item = arrange(draft.item(wrong, background.names), background)
    checks = check_against(item, background)
    broken = next((check.name for check in checks if check.absolute and not check.passed), None)
    if broken:
        return broken
    question, failed = ask_of(item, background), sum(not check.passed for check in checks)
    item = replace(item, confidence=confidence(question, failed), difficulty=difficulty(item, question))
    return Candidate(item=item, checks=checks)


def arrange(item: Item, background: Background) -> Item:
    """The same item with its options in order: numbers and dates ascending, others by a digest of the item."""
    wanted = ask_of(item, background).type
    orders = {option: order for option in item.options if (order := order_of(option, wanted)) is not None}
    ordered = len(orders) == len(item.options)
    options = sorted(item.options, key=lambda one: (orders[one] if ordered else 0.0, content_id("order", item.id, one)))
    return replace(item, options=tuple(options), key=options.index(item.answer), ordered=ordered)


def _told_apart(candidates: Iterable[Candidate], dropped: Counter[str]) -> Iterator[Candidate]:
    """Of items with one stem the soundest is kept where all have one key or ask one fact, and none where they have several."""
    by_stem: dict[str, list[Candidate]] = {}
    for candidate in candidates:
        by_stem.setdefault(fold(candidate.item.stem), []).append(candidate)
    for same in by_stem.values():
        alike = len({fold(one.item.answer) for one in same}) == 1 or len({one.item.fact for one in same}) == 1
        if alike:
            yield max(same, key=lambda one: (one.sound, one.item.confidence, one.item.content))
        if len(same) > 1:
            dropped[SAME_STEM] += len(same) - alike


def _asked_once(candidates: Sequence[Candidate], background: Background, dropped: Counter[str]) -> Iterator[Candidate]:
    """A sentence to complete stays only where no better question asks for the same words of the same sentence."""
    better = {_words_asked(one.item, background) for one in candidates if one.sound and is_offered(one.item) and not _is_cloze(one)}
    for one in candidates:
        if _is_cloze(one) and _words_asked(one.item, background) in better:
            dropped[SAME_ANSWER] += 1
        else:
            yield one


def _is_cloze(candidate: Candidate) -> bool:
    return candidate.item.kind is Kind.CLOZE


def _words_asked(item: Item, background: Background) -> tuple[str, int, str]:
    first = item.evidence[0]
    passage = background.sentences.at(first)
    return first.article, passage.span.start if passage else first.start, fold(item.answer)
