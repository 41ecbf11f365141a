"""What an admin sends to rule on a fact or on two names."""

from collections.abc import Sequence

from wtforms import Form, StringField
from wtforms.validators import AnyOf, Length

from quizapp.knowledge.relation import Qualifiers
from quizapp.knowledge.rulings import NAME_KINDS, Ruling, RulingKind
from quizapp.services.errors import FieldRefused
from quizapp.services.rulings import tidy_reason

LONGEST_REASON = 500
LONGEST_PART = 60
FACT_KINDS = tuple(kind for kind in RulingKind if kind not in NAME_KINDS)
FactKey = tuple[str, str, Qualifiers]


class SureForm(Form):
    """A reason; `sure` once what it will change was seen."""

    reason = StringField()
    sure = StringField()

    @property
    def is_sure(self) -> bool:
        """Whether to do it, and not to show first what it will change."""
        return self.sure.data == "yes"


class FactForm(SureForm):
    """A ruling on a fact."""

    kind = StringField(validators=[AnyOf([kind.value for kind in FACT_KINDS], message="Choose what you want to say of this fact.")])
    part = StringField(validators=[Length(max=LONGEST_PART, message=f"Please use at most {LONGEST_PART} characters.")])
    into = StringField(validators=[Length(max=64, message="Choose one of the facts listed.")])


class NamesForm(SureForm):
    """A ruling on two names."""

    kind = StringField(validators=[AnyOf([kind.value for kind in NAME_KINDS], message="Choose one of the three.")])
    one = StringField(validators=[Length(min=1, max=200, message="Which names?")])
    other = StringField(validators=[Length(min=1, max=200, message="Which names?")])
    shown = StringField()


def first_problem(form: Form) -> tuple[str, str]:
    """The first field with something to correct, and what that is."""
    return next((field.name, str(next(iter(field.errors)))) for field in form if field.errors)


def fact_ruling(form: FactForm, key: FactKey, *, claims: Sequence[str], into: FactKey | None) -> Ruling:
    """The ruling that the form describes. Raises FieldRefused."""
    if not form.validate():
        raise FieldRefused(*first_problem(form))
    kind = RulingKind(form.kind.data or "")
    part = " ".join((form.part.data or "").split())
    split = kind is RulingKind.DIFFERENT_FACT
    if split and not claims:
        raise FieldRefused("claims", "Tick the passages that speak of something else.")
    if split and not part:
        raise FieldRefused("part", "Name what those passages speak of, in a word or two.")
    if kind is RulingKind.SAME_FACT and into is None:
        raise FieldRefused("into", "Choose the other fact that says the same.")
    return Ruling(
        kind=kind,
        reason=tidy_reason(form.reason.data or ""),
        subject=key[0],
        relation=key[1],
        qualifiers=key[2],
        into=into if kind is RulingKind.SAME_FACT else None,
        claims=tuple(claims) if split else (),
        part=part if split else "",
    )


def names_ruling(form: NamesForm) -> Ruling:
    """The ruling that the form describes; of two spellings of one name, the one to be shown is first. Raises FieldRefused."""
    if not form.validate():
        raise FieldRefused(*first_problem(form))
    kind, names = RulingKind(form.kind.data or ""), ((form.one.data or "").strip(), (form.other.data or "").strip())
    shown = (form.shown.data or "").strip() or names[0]
    if shown not in names:
        raise FieldRefused("shown", "Choose one of the two spellings as the name.")
    if kind is RulingKind.SAME_NAME and shown != names[0]:
        names = (names[1], names[0])
    return Ruling(kind=kind, reason=tidy_reason(form.reason.data or ""), names=names)
