"""A link as a QR code: the dark squares of a picture, joined in one path."""

from dataclasses import dataclass

import segno


@dataclass(frozen=True, kw_only=True, slots=True)
class Qr:
    """A square picture of `side` units with its quiet border; `path` draws the dark units."""

    side: int
    path: str


BORDER = 4


def make_qr(text: str) -> Qr:
    """The code of a text, readable even where a tenth of it is hidden."""
    rows = [bytes(row) for row in segno.make(text, error="m", micro=False).matrix]
    return Qr(side=len(rows) + 2 * BORDER, path="".join(_runs(row, place + BORDER) for place, row in enumerate(rows)))


def _runs(row: bytes, down: int) -> str:
    drawn, start = [], None
    for place, dark in enumerate((*row, 0)):
        if dark and start is None:
            start = place
        elif not dark and start is not None:
            drawn.append(f"M{start + BORDER} {down}h{place - start}v1h-{place - start}z")
            start = None
    return "".join(drawn)
