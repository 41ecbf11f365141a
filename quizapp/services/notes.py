"""Notes on a proof sheet: what a reader should know of how the articles say it."""

from collections.abc import Collection, Iterable, Iterator

from quizapp.knowledge.claim import Claim, Modality
from quizapp.knowledge.comparing import compare
from quizapp.knowledge.fact import Fact, Position, Verdict
from quizapp.knowledge.fold import fold
from quizapp.knowledge.names import SpellingCase, SpellingState
from quizapp.knowledge.values.amount import Amount
from quizapp.knowledge.values.base import Comparison, ValueType
from quizapp.services.known import Known

_OF_ONE = {ValueType.PERSON: "person", ValueType.PLACE: "place", ValueType.WORK: "work", ValueType.ORGANISATION: "organisation"}

_INNER = str.maketrans("“”", "‘’")


def notes_on(known: Known, fact: Fact, position: Position, told: Collection[str]) -> tuple[str, ...]:
    """Sentences on the position that is proved: spellings, reservations, plans, ranges as written, one report told twice."""
    notes = [note for claim in position.claims for note in _of_claim(known, claim)]
    notes += [] if fact.planned else _plans(known, position)
    notes += [_coarser(known, claim) for claim in position.claims if _says_less(known, claim, position)]
    speaking = fact.claims if fact.verdict is Verdict.QUALIFIED else position.claims
    notes += _reserved(known, speaking)
    notes += _open_spellings(known, fact, position)
    if len(told) > 1 and len(position.sources) == 1:
        notes.append(_one_report(position))
    return tuple(dict.fromkeys(notes))


def _of_claim(known: Known, claim: Claim) -> Iterator[str]:
    title = _title(known, claim)
    yield from (_spelt(title, case, known) for case in known.scope.names.cases if _is_spelt(claim, case, known))
    if claim.attributed_to and claim.modality in {Modality.QUOTED, Modality.REPORTED, Modality.OPINION}:
        yield f"Article {title} has this from {claim.attributed_to}."
    if isinstance(claim.value, Amount) and claim.value.backwards:
        yield f"Article {title} writes the larger number first; it is shown as written."


def _says_less(known: Known, claim: Claim, position: Position) -> bool:
    return compare(claim.value, position.value, known.scope.names) is Comparison.COARSER


def _plans(known: Known, position: Position) -> list[str]:
    planned = dict.fromkeys(_title(known, claim) for claim in position.claims if claim.modality is Modality.PLANNED)
    if len(planned) > 1:
        return [f"In {len(planned)} articles this is still a plan."]
    return [f"In article {title} this is still a plan." for title in planned]


def _reserved(known: Known, claims: Iterable[Claim]) -> list[str]:
    words: dict[str, list[str]] = {}
    for claim in claims:
        if claim.reservation:
            words.setdefault(_title(known, claim), []).append(f"“{claim.reservation}”")
    return [f"Article {title} limits this: {', '.join(dict.fromkeys(said))}." for title, said in words.items()]


def _coarser(known: Known, claim: Claim) -> str:
    return f"Article {_title(known, claim)} says “{claim.value.display()}”, which fits."


def _is_spelt(claim: Claim, case: SpellingCase, known: Known) -> bool:
    if case.state is not SpellingState.SAME:
        return False
    names = known.scope.names
    same = names.canonical(case.names[0]) in {names.canonical(claim.value.display()), names.canonical(claim.subject)}
    words = fold(claim.evidence.quote).split()
    return same and any(fold(word) in words for word in _odd_words(case))


def _spelt(title: str, case: SpellingCase, known: Known) -> str:
    entry = known.scope.names.find(case.names[0])
    kind = _OF_ONE.get(entry.type, "name") if entry else "name"
    return f"Article {title} spells the name “{' '.join(_odd_words(case))}”. We count it as the same {kind}."


def _odd_words(case: SpellingCase) -> list[str]:
    usual = fold(case.names[0]).split()
    return [word for word in case.names[1].split() if fold(word) not in usual]


def _open_spellings(known: Known, fact: Fact, position: Position) -> Iterator[str]:
    if fact.verdict is Verdict.DISPUTED:
        return
    for other in fact.positions:
        if other is not position and known.scope.names.is_open(position.value.display(), other.value.display()):
            title = _title(known, other.claims[0])
            yield f"Article {title} writes “{other.value.display()}”. Whether that is the same name is not decided yet."


def _one_report(position: Position) -> str:
    origin = next((claim.origin for claim in position.claims if claim.origin), None)
    return f"These articles retell one report{f' ({origin})' if origin else ''}, so they count as one source."


def _title(known: Known, claim: Claim) -> str:
    title = known.article(claim.evidence.article).title
    return title if title.startswith("[") else f"“{title.translate(_INNER)}”"
