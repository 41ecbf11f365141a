"""Of what sort a name is within its type: a city among cities, a museum among buildings; and which names are none to offer."""

from functools import lru_cache

from quizapp.knowledge.fold import fold_name
from quizapp.knowledge.values.base import ValueType
from quizapp.questions.lists import list_of, word_list

_BUILT = word_list("built")
_WATER = word_list("water")
_LAND = word_list("land")
_AREA = word_list("area")
_SORTS = (("built", _BUILT), ("water", _WATER), ("land", _LAND), ("area", _AREA))
_BODIES = tuple((sort, word_list(sort)) for sort in ("university", "school"))
_SETTLED = frozenset({"city"})
_ROLES = word_list("roles")
_COMMON = word_list("common")
_CAPTIONS = frozenset({"image", "images", "photo", "photos", "file"})
_LONGEST_PERSON = 5


@lru_cache(maxsize=8_000)
def sort_of(name: str, wanted: ValueType) -> str:
    """The sort of a name of that type: the list it stands on, or for places what its words tell; "" where nothing does."""
    listed = list_of(name)
    if listed is not None:
        return "" if listed.kind in _SETTLED else listed.kind
    words = fold_name(name).split()
    if wanted is ValueType.ORGANISATION:
        return next((sort for sort, ends in _BODIES if ends & set(words)), "")
    if wanted is not ValueType.PLACE:
        return ""
    return next((sort for sort, ends in _SORTS if words and (words[-1] in ends or words[0] in ends)), "")


@lru_cache(maxsize=8_000)
def may_be_offered(name: str, wanted: ValueType) -> bool:
    """Whether a name found in articles is whole and telling enough for an option: no title alone, no common word, no torn piece."""
    words = name.split()
    folded = fold_name(name).split()
    if not words or not folded or not words[0][0].isalnum() or words[-1][0].islower() or folded[-1] in _CAPTIONS:
        return False
    if wanted is ValueType.PERSON:
        return (
            "," not in name
            and len(words) <= _LONGEST_PERSON
            and not any(sign.isdigit() for sign in name)
            and folded[-1] not in _ROLES | _COMMON | _BUILT
        )
    return folded[-1] not in _ROLES and not (len(folded) == 1 and folded[0] in _COMMON | _BUILT | _AREA)
