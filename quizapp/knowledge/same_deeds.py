"""Which verbs tell one deed: the table that ships with the program, read once."""

import tomllib
from functools import cache
from importlib.resources import files


def same_deed(relation: str) -> str:
    """The relation that facts with this open one ("inaugurate.when") are kept under: "open.when"; itself where no other verb counts."""
    verb, dot, slot = relation.partition(".")
    if not dot:
        return relation
    return f"{_keys().get((verb, slot)) or _keys().get((verb, ''), verb)}.{slot}"


@cache
def _keys() -> dict[tuple[str, str], str]:
    """From verb and slot ("" for any) to the first verb of its group."""
    text = files("quizapp.knowledge").joinpath("same_deeds.toml").read_text(encoding="utf-8")
    found: dict[tuple[str, str], str] = {}
    for deed in tomllib.loads(text)["deed"]:
        verbs = deed["verbs"].split()
        for verb in verbs:
            for slot in deed.get("slots", "").split() or [""]:
                if found.setdefault((verb, slot), verbs[0]) != verbs[0]:
                    raise ValueError(f"same_deeds.toml: “{verb}” stands in two groups for {slot or 'any slot'}")
    return found
