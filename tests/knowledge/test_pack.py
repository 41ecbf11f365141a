"""A pack proves itself against its articles, or is refused with the exact place."""

from collections.abc import Callable

import pytest

from quizapp.knowledge.article import read_article
from quizapp.knowledge.claim import Modality
from quizapp.knowledge.errors import PackError
from quizapp.knowledge.pack import read_pack
from quizapp.knowledge.scope import Pack

TEXT = "The old mill was sold. It was sold to Ann Lee in 1990, with reservations, for 12 days. It was sold again."
RELATIONS = """
[[relation]]
key = "sold_when"
subject_type = "place"
value_type = "date"
asks = "when"
about = "when the mill was sold"
[[relation.wording]]
ask = "When was {subject} sold?"
tell = "{subject} was sold in {value}."
"""
CLAIM = """
[[claim]]
article = "mill.txt"
quote = "sold to Ann Lee in 1990, with reservations"
subject = "the old mill"
relation = "sold_when"
value = "1990"
reservation = "with reservations"
"""


def load(claims: str = CLAIM, relations: str = RELATIONS, **others: str) -> Pack:
    article = read_article("mill.txt", TEXT.encode())
    files = {"claims.toml": claims, "relations.toml": relations} | {f"{name}.toml": text for name, text in others.items()}
    return read_pack({name: text.encode() for name, text in files.items()}, articles={"mill.txt": article}, catalogue={})


def test_a_claim_is_tied_to_the_very_words() -> None:
    (claim,) = load().claims
    assert TEXT[claim.evidence.start : claim.evidence.end] == claim.evidence.quote
    assert (claim.modality, claim.reservation) == (Modality.ASSERTED, "with reservations")


def test_a_quote_that_stands_twice_needs_its_number() -> None:
    twice = CLAIM.replace("sold to Ann Lee in 1990, with reservations", "was sold").replace('reservation = "with reservations"', "{}")
    with pytest.raises(PackError, match="stands 3 times"):
        load(twice.replace("{}", ""))
    (claim,) = load(twice.replace("{}", "occurrence = 3")).claims
    assert claim.evidence.start == TEXT.rindex("was sold")


@pytest.mark.parametrize(
    ("change", "found"),
    [
        (lambda text: text.replace("Ann Lee in", "Ann Lea in"), "does not stand in the article"),
        (lambda text: text.replace("mill.txt", "mall.txt"), "no article mall.txt"),
        (lambda text: text.replace("sold_when", "sold_then"), "the relation “sold_then”"),
        (lambda text: text.replace('"1990"', '"soon"'), "“soon” is no date"),
        (lambda text: text.replace('"with reservations"', '"with joy"'), "the reservation “with joy”"),
        (lambda text: text.replace("subject =", "subjekt ="), "subjekt"),
        (lambda text: text + 'modality = "certain"', "certain"),
        (lambda text: text + "occurrence = 2", "occurrence = 2"),
        (lambda _: "[[claim", "end of document"),
    ],
)
def test_what_does_not_hold_is_refused_with_file_and_entry(change: Callable[[str], str], found: str) -> None:
    with pytest.raises(PackError) as caught:
        load(change(CLAIM))
    assert found in str(caught.value)
    assert str(caught.value).startswith("claims.toml")


def test_a_wording_may_only_speak_of_what_a_claim_has() -> None:
    with pytest.raises(PackError, match=r"\{buyer\} in the wording"):
        load(relations=RELATIONS.replace("{subject} sold?", "{subject} sold to {buyer}?"))


def test_a_question_never_holds_its_answer() -> None:
    with pytest.raises(PackError, match=r"\{value\} in ask"):
        load(relations=RELATIONS.replace("{subject} sold?", "{subject} sold in {value}?"))


def test_a_ruling_needs_its_reason_and_its_fact() -> None:
    with pytest.raises(PackError, match="needs its reason"):
        load(rulings='[[ruling]]\nkind = "not_asked"\nreason = " "\nsubject = "x"\nrelation = "sold_when"')
    with pytest.raises(PackError, match="names the subject"):
        load(rulings='[[ruling]]\nkind = "not_asked"\nreason = "dull"')


def test_two_relations_never_share_a_key() -> None:
    with pytest.raises(PackError, match="a second entry with this key"):
        load(relations=RELATIONS + RELATIONS)


def test_a_pack_speaks_of_exactly_the_texts_it_was_made_from() -> None:
    revision = read_article("mill.txt", TEXT.encode()).revision
    assert load(revisions=f'[[revision]]\narticle = "mill.txt"\ndigest = "{revision}"').claims
    with pytest.raises(PackError, match=r"mill\.txt \(revisions\.toml\): found revision"):
        load(revisions='[[revision]]\narticle = "mill.txt"\ndigest = "other"')
