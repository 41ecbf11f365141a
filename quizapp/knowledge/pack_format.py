"""The shape of a pack's TOML files, as seeds/README.md describes it."""

import tomllib
from typing import TypeVar

import msgspec

from quizapp.knowledge.claim import Modality
from quizapp.knowledge.errors import PackError
from quizapp.knowledge.relation import Asks, Cardinality, Holds
from quizapp.knowledge.rulings import RulingKind
from quizapp.knowledge.values.base import ValueType

FILES = ("revisions.toml", "names.toml", "relations.toml", "claims.toml", "rulings.toml", "proposals.toml")


class NameRow(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """One `[[name]]`."""

    name: str
    type: ValueType
    aliases: list[str] = []
    broader: list[str] = []


class WordingRow(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """One `[[relation.wording]]`."""

    ask: str
    tell: str
    when: dict[str, str] = {}
    modality: Modality | None = None
    ask_short: str | None = None
    ask_subject: str | None = None
    asks_subject: Asks | None = None


class AnswerRow(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """One `[[relation.answer]]`: an open relation in which other articles may say the same."""

    relation: str
    when: dict[str, str] = {}


class RelationRow(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """One `[[relation]]`."""

    key: str
    subject_type: ValueType
    value_type: ValueType
    asks: Asks
    about: str
    cardinality: Cardinality = Cardinality.ONE
    holds: Holds = Holds.FOR_GOOD
    inverse: str | None = None
    wording: list[WordingRow] = []
    answer: list[AnswerRow] = []


class ClaimRow(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """One `[[claim]]`."""

    article: str
    quote: str
    subject: str
    relation: str
    value: str
    modality: Modality = Modality.ASSERTED
    qualifiers: dict[str, str] = {}
    occurrence: int | None = None
    attributed_to: str | None = None
    origin: str | None = None
    reservation: str | None = None


class FactKey(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """How a ruling names another fact."""

    subject: str
    relation: str
    qualifiers: dict[str, str] = {}


class RulingRow(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """One `[[ruling]]`."""

    kind: RulingKind
    reason: str
    names: tuple[str, str] | None = None
    subject: str = ""
    relation: str = ""
    qualifiers: dict[str, str] = {}
    into: FactKey | None = None
    claims: list[str] = []
    part: str = ""


class ProposalRow(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """One `[[proposal]]`."""

    subject: str
    relation: str
    options: list[str] = []
    barred: list[str] = []
    instead: list[str] = []
    qualifiers: dict[str, str] = {}


class RevisionRow(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """One `[[revision]]`: the text of an article that the pack was made from."""

    article: str
    digest: str


class PackFile(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """Any of a pack's files; each may hold any of the tables."""

    name: list[NameRow] = []
    relation: list[RelationRow] = []
    claim: list[ClaimRow] = []
    ruling: list[RulingRow] = []
    proposal: list[ProposalRow] = []
    revision: list[RevisionRow] = []


T = TypeVar("T")


def read_toml(where: str, data: bytes, shape: type[T]) -> T:
    """Read TOML bytes into `shape`; raises PackError naming file and place."""
    try:
        return msgspec.convert(tomllib.loads(data.decode("utf-8")), type=shape)
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise PackError(where, found=str(error), expected="a TOML file in UTF-8", do="Correct that line.") from error
    except msgspec.ValidationError as error:
        expected = "the tables and keys that seeds/README.md lists"
        raise PackError(where, found=str(error), expected=expected, do="Correct that entry.") from error
