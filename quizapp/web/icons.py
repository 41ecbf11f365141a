"""Icons: one drawing each, printed once on a page that uses it and referred to from there."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from markupsafe import Markup

# Drawn on a 24 x 24 grid with a pen of 2; the style sheet gives the colour.
DRAWINGS = {
    "asterisk": "M12 4v16M5 8l14 8M19 8 5 16",
    "book": "M12 6c-2-1.5-5-2-9-2v14c4 0 7 .5 9 2 2-1.5 5-2 9-2V4c-4 0-7 .5-9 2zm0 0v14",
    "check": "m4 12.5 5 5L20 6.5",
    "clock": "M12 7v6l4 2M9 2h6M12 5a8 8 0 1 0 0 16 8 8 0 0 0 0-16",
    "cross": "m6 6 12 12M18 6 6 18",
    "dash": "M6 12h12",
    "differ": "M5 9h14M5 15h14M16 4 8 20",
    "down": "M12 4v15m-6-6 6 6 6-6",
    "edit": "m4 20 1-5L16 4l4 4L9 19l-5 1z",
    "eye": "M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6",
    "flag": "M6 21V4h12l-3 4 3 4H6",
    "left": "M20 12H5m6-6-6 6 6 6",
    "one": "M6 3h12v18H6zM9 8h6m-6 4h6",
    "plus": "M12 5v14M5 12h14",
    "retold": "M4 5h9v14H4zM16 8h4v13H9M7 9h3m-3 4h3",
    "right": "M4 12h15m-6-6 6 6-6 6",
    "stack": "M8 3h11v13M5 6h11v15H5zM8 11h5m-5 4h5",
    "trash": "M4 7h16M9 7V4h6v3m3 0-1 14H7L6 7",
    "up": "M12 20V5m-6 6 6-6 6 6",
    "warn": "M12 4 2.5 20h19L12 4zm0 6v4m0 3v.1",
}


@dataclass(slots=True)
class IconSheet:
    """The icons of one page: a call uses one, `symbols` are the drawings used so far, each once."""

    _used: dict[str, None] = field(default_factory=dict)

    def __call__(self, name: str) -> Markup:
        """The icon `name`, hidden from screen readers: words always stand beside it. Raises KeyError for an unknown one."""
        DRAWINGS[name]
        self._used[name] = None
        return Markup('<svg class="icon" aria-hidden="true"><use href="#i-{}"/></svg>').format(name)

    def symbols(self) -> Iterator[tuple[str, str]]:
        """Name and drawing of each icon used."""
        return ((name, DRAWINGS[name]) for name in self._used)
