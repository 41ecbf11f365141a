"""Reading a pack: every quote is proved against its article, every name of a relation looked up, before anything is used."""

import re
from collections.abc import Mapping

from quizapp.knowledge.article import Article
from quizapp.knowledge.claim import Claim, Evidence, MadeBy, Modality, cite
from quizapp.knowledge.errors import PackError
from quizapp.knowledge.names import NameEntry
from quizapp.knowledge.pack_format import FILES, ClaimRow, PackFile, ProposalRow, RelationRow, RulingRow, WordingRow, read_toml
from quizapp.knowledge.relation import Answer, Catalogue, Qualifiers, Relation, Wording
from quizapp.knowledge.rulings import Ruling
from quizapp.knowledge.scope import Pack, Proposal
from quizapp.knowledge.values.base import ValueFault
from quizapp.knowledge.values.reading import read_value

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


def read_pack(files: Mapping[str, bytes], *, articles: Mapping[str, Article], catalogue: Catalogue) -> Pack:
    """Read the files of a pack (those of `FILES` that are there); raises PackError at the first thing that does not hold."""
    rows = {name: read_toml(name, files[name], PackFile) for name in FILES if name in files}
    names = tuple(
        NameEntry(name=row.name, type=row.type, aliases=tuple(row.aliases), broader=tuple(row.broader))
        for file in rows.values()
        for row in file.name
    )
    relations = tuple(_relation(name, place, row) for name, file in rows.items() for place, row in enumerate(file.relation, 1))
    known = {**catalogue, **_by_key(relations, catalogue)}
    pack = Pack(
        names=names,
        relations=relations,
        claims=tuple(_claim(name, place, row, articles, known) for name, file in rows.items() for place, row in enumerate(file.claim, 1)),
        rulings=tuple(_ruling(name, place, row, known) for name, file in rows.items() for place, row in enumerate(file.ruling, 1)),
        proposals=tuple(_proposal(name, place, row, known) for name, file in rows.items() for place, row in enumerate(file.proposal, 1)),
    )
    _check_revisions(rows, articles)
    return pack


def read_catalogue(where: str, data: bytes) -> dict[str, Relation]:
    """Read a file of relations; raises PackError."""
    rows = read_toml(where, data, PackFile).relation
    return _by_key(tuple(_relation(where, place, row) for place, row in enumerate(rows, 1)), {})


def _by_key(relations: tuple[Relation, ...], others: Catalogue) -> dict[str, Relation]:
    found: dict[str, Relation] = {}
    for relation in relations:
        if relation.key in found or relation.key in others:
            raise _fault(f"relation “{relation.key}”", "a second entry with this key", "one entry for each key", "Rename or remove one.")
        found[relation.key] = relation
    return found


def _check_revisions(rows: Mapping[str, PackFile], articles: Mapping[str, Article]) -> None:
    for name, file in rows.items():
        for row in file.revision:
            article = articles.get(row.article)
            if article is None or article.revision != row.digest:
                found = f"revision {article.revision}" if article else "no such article"
                do = "Restore the text, or read the claims again and write the new digest here."
                raise _fault(f"{row.article} ({name})", found, f"revision {row.digest}, of which the pack speaks", do)


def _relation(file: str, place: int, row: RelationRow) -> Relation:
    where = f"{file}, relation {place} (“{row.key}”)"
    try:
        return Relation(
            key=row.key,
            subject_type=row.subject_type,
            value_type=row.value_type,
            asks=row.asks,
            about=row.about,
            cardinality=row.cardinality,
            holds=row.holds,
            inverse=row.inverse,
            wordings=tuple(_wording(where, wording) for wording in row.wording),
            answers=tuple(Answer(relation=one.relation, when=_qualifiers(one.when)) for one in row.answer),
        )
    except ValueError as error:
        raise _fault(where, str(error), "a relation as seeds/README.md describes it", "Correct it.") from error


def _wording(where: str, row: WordingRow) -> Wording:
    if row.modality not in {None, Modality.PLANNED}:
        raise _fault(where, f"modality = {row.modality}", "“planned” or nothing", "Correct it.")
    if (row.ask_subject is None) != (row.asks_subject is None):
        raise _fault(where, "only one of ask_subject and asks_subject", "both or none", "Add the other.")
    if "{value}" in row.ask:
        raise _fault(where, f"{{value}} in ask “{row.ask}”", "a question that does not hold its answer", "Take it out.")
    return Wording(
        ask=row.ask,
        tell=row.tell,
        when=tuple(sorted(row.when.items())),
        planned=row.modality is Modality.PLANNED,
        ask_short=row.ask_short,
        ask_subject=row.ask_subject,
        asks_subject=row.asks_subject,
    )


def _claim(file: str, place: int, row: ClaimRow, articles: Mapping[str, Article], catalogue: Catalogue) -> Claim:
    where = f"{file}, claim {place} ({row.article}, “{row.quote[:40]}”)"
    article = articles.get(row.article)
    if article is None:
        raise _fault(where, f"no article {row.article}", "the name of an article file", "Correct the name or add the article.")
    relation = _known(where, row.relation, catalogue)
    if row.reservation and row.reservation not in row.quote:
        raise _fault(where, f"the reservation “{row.reservation}”", "words of the quote", "Widen the quote or correct the reservation.")
    try:
        value = read_value(row.value, relation.value_type, article_date=article.date)
    except ValueFault as error:
        raise _fault(where, str(error), f"a {relation.value_type}", "Correct the value.") from error
    claim = Claim(
        subject=row.subject,
        relation=row.relation,
        value=value,
        evidence=_evidence(where, row, article),
        made_by=MadeBy.HAND,
        qualifiers=_qualifiers(row.qualifiers),
        modality=row.modality,
        attributed_to=row.attributed_to or None,
        origin=row.origin or None,
        reservation=row.reservation or None,
    )
    _check_wordings(where, relation, claim)
    return claim


def _evidence(where: str, row: ClaimRow, article: Article) -> Evidence:
    starts = [found.start() for found in re.finditer(re.escape(row.quote), article.text)] if row.quote else []
    if not starts:
        found = "a quote that does not stand in the article"
        raise _fault(where, found, "exactly the article's words, marks and spaces included", "Copy the words from the article.")
    if row.occurrence is None and len(starts) > 1:
        raise _fault(where, f"a quote that stands {len(starts)} times", "one place", "Make it longer or say which with occurrence = N.")
    if not 1 <= (row.occurrence or 1) <= len(starts):
        raise _fault(where, f"occurrence = {row.occurrence}", f"1 to {len(starts)}", "Correct the number.")
    start = starts[(row.occurrence or 1) - 1]
    return cite(article, start, start + len(row.quote))


def _check_wordings(where: str, relation: Relation, claim: Claim) -> None:
    known = {"subject", "value", *(key for key, _ in claim.qualifiers)}
    wording = relation.wording(claim.qualifiers, planned=claim.modality is Modality.PLANNED)
    texts = (wording.ask, wording.tell, wording.ask_short or "", wording.ask_subject or "") if wording else ()
    for text in texts:
        for name in _PLACEHOLDER.findall(text):
            if name not in known:
                raise _fault(where, f"{{{name}}} in the wording “{text}”", f"one of {', '.join(sorted(known))}", "Correct the wording.")


def _ruling(file: str, place: int, row: RulingRow, catalogue: Catalogue) -> Ruling:
    where = f"{file}, ruling {place} ({row.kind})"
    if row.relation:
        _known(where, row.relation, catalogue)
    try:
        return Ruling(
            kind=row.kind,
            reason=row.reason,
            names=row.names,
            subject=row.subject,
            relation=row.relation,
            qualifiers=_qualifiers(row.qualifiers),
            into=(row.into.subject, row.into.relation, _qualifiers(row.into.qualifiers)) if row.into else None,
            claims=tuple(row.claims),
            part=row.part,
        )
    except ValueError as error:
        raise _fault(where, str(error), "a whole ruling", "Complete it.") from error


def _proposal(file: str, place: int, row: ProposalRow, catalogue: Catalogue) -> Proposal:
    where = f"{file}, proposal {place} ({row.subject}, {row.relation})"
    _known(where, row.relation, catalogue)
    return Proposal(
        subject=row.subject,
        relation=row.relation,
        qualifiers=_qualifiers(row.qualifiers),
        options=tuple(row.options),
        barred=tuple(row.barred),
        instead=tuple(row.instead),
    )


def _known(where: str, key: str, catalogue: Catalogue) -> Relation:
    relation = catalogue.get(key)
    if relation is None:
        raise _fault(where, f"the relation “{key}”", "a relation of the catalogue or of the pack", "Add it or correct its name.")
    return relation


def _qualifiers(table: Mapping[str, str]) -> Qualifiers:
    return tuple(sorted(table.items()))


def _fault(where: str, found: str, expected: str, do: str) -> PackError:
    return PackError(where, found=found, expected=expected, do=do)
