"""Fields of a form as a page shows them: with what was typed, and the reason beside what cannot be used."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from wtforms import Form

Kind = Literal["text", "area", "choice", "moment", "tick", "code"]


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One field; `choices` are (value, label) of a choice, `exact` is the moment of a moment in UTC, `clock` says whose time it is in."""

    name: str
    label: str
    kind: Kind = "text"
    hint: str = ""
    choices: Sequence[tuple[str, str]] = ()
    required: bool = False
    value: str = ""
    problem: str = ""
    exact: str = ""
    clock: str = ""

    @property
    def described_by(self) -> str:
        """The ids of what a screen reader says with the field."""
        return " ".join(f"{self.name}-{part}" for part in ("problem", "hint", "clock") if getattr(self, part))


def entry(
    form: Form,
    name: str,
    label: str,
    *,
    kind: Kind = "text",
    hint: str = "",
    choices: Sequence[tuple[str, str]] = (),
    required: bool = False,
    clock: str = "",
) -> Entry:
    """The field of a form with its value and what is wrong with it."""
    field = form[name]
    problem = " ".join(str(one) for one in field.errors[:1])
    return Entry(
        name=name,
        label=label,
        kind=kind,
        hint=hint,
        choices=choices,
        required=required,
        value=str(field.data or ""),
        problem=problem,
        exact=str(form[f"{name}_exact"].data or "") if kind == "moment" else "",
        clock=clock,
    )
