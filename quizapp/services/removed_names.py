"""What stands where a name was removed."""

from collections.abc import Sequence

REMOVED = "Name removed"


def shown_names(names: Sequence[str | None]) -> tuple[str, ...]:
    """The names as pages and files show them; several that were removed are told apart by a number, in their order."""
    gone = [place for place, name in enumerate(names) if name is None]
    numbers = {place: number for number, place in enumerate(gone, start=1)}
    return tuple(name if name is not None else _gone(numbers[place], len(gone)) for place, name in enumerate(names))


def _gone(number: int, of: int) -> str:
    return REMOVED if of == 1 else f"{REMOVED} {number}"
