"""Wrong dates and clock times: the same precision and zone, within what the text rules out."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from quizapp.knowledge.values.moment import ClockTime, Date

Sides = tuple[tuple[Date, ...], tuple[Date, ...]]
_DAYS = (2, 4, 3, 6, 5, 7, 9, 11)
_ANY_LEAP_YEAR = 2000
_OUR_TIME = 2000
_LAST_YEAR = 9999
_YEARS_A_STEP = 20


def dates_near(key: Date, *, earliest: date | None = None, latest: date | None = None) -> Sides:
    """Wrong dates of the same precision before and after the key, most tempting first, none outside the bounds."""
    if key.until is not None:
        return _inside(_stretches(key), earliest, latest)
    plain = replace(key, part="", about=False)
    near = (replace(one, part=key.part, about=key.about) for one in _dates(plain, earliest, latest, wider=key.about))
    kept = [one for one in near if one.precision == key.precision and is_within(one, earliest, latest)]
    order = key.order or 0.0
    return tuple(one for one in kept if (one.order or 0.0) < order), tuple(one for one in kept if (one.order or 0.0) > order)


def _inside(sides: Sides, earliest: date | None, latest: date | None) -> Sides:
    before, after = (tuple(one for one in side if is_within(one, earliest, latest)) for side in sides)
    return before, after


def _stretches(key: Date) -> Sides:
    """From year to year, as long as the key and apart from it; other stretches have no wrong dates."""
    last = key.until
    if last is None or key.either or key.precision != "year to year" or key.year is None or last.year is None:
        return (), ()
    length = last.year - key.year + 1
    moved = [replace(key, year=key.year + move, until=replace(last, year=last.year + move)) for move in _steps(length + 1, length)]
    return tuple(one for one in moved if (one.year or 0) < key.year), tuple(one for one in moved if (one.year or 0) > key.year)


def _dates(key: Date, earliest: date | None, latest: date | None, *, wider: bool) -> Iterator[Date]:
    match key.precision:
        case "day month year" | "day month":
            yield from _days(key)
        case "weekday":
            yield from (Date(weekday=day) for day in _around(key.weekday or 0, 7))
        case "month":
            yield from (Date(month=month + 1) for month in _around((key.month or 1) - 1, 12))
        case "month year":
            yield from (_month(key, move) for move in (-2, 2, -1, 1, -3, 3, -5, 5))
        case "year":
            yield from (replace(key, year=(key.year or 0) + move) for move in _year_moves(key.year or 0, earliest, latest, wider=wider))
        case "decade" | "century":
            yield from (replace(key, year=(key.year or 0) + move) for move in _steps(key.span, key.span))


def _days(key: Date) -> Iterator[Date]:
    """Days of the same month, then of its neighbours; a year the calendar of this program does not reach is counted like any other."""
    day = date(key.year if key.year and key.year > 0 else _ANY_LEAP_YEAR, key.month or 1, key.day or 1)
    near = [day + timedelta(days=sign * days) for days in _DAYS for sign in (-1, 1)]
    for other in sorted(near, key=lambda one: one.month != day.month):
        if other.year == day.year:
            yield Date(year=key.year, month=other.month, day=other.day)


def _around(place: int, size: int) -> Iterator[int]:
    moves = (sign * step for step in range(1, size) for sign in (-1, 1))
    yield from (place + move for move in moves if 0 <= place + move < size)


def _month(key: Date, move: int) -> Date:
    months = (key.year or 0) * 12 + (key.month or 1) - 1 + move
    return Date(year=months // 12, month=months % 12 + 1)


def _year_moves(year: int, earliest: date | None, latest: date | None, *, wider: bool) -> Iterator[int]:
    """Years further back are told apart by larger steps, rough ones by still larger; by smaller ones where a life bounds them."""
    ago = (latest.year if latest else _OUR_TIME) - year
    step = _rounded(max(12 if wider else 1, round(ago / (_YEARS_A_STEP if earliest is None else 2 * _YEARS_A_STEP))), year)
    yield from _steps(step, step)
    for smaller in (step // 2, 1) if earliest is not None and not wider else ():
        if 0 < smaller < step:
            yield from (move for move in _steps(smaller, smaller) if move % step)


def _rounded(step: int, year: int) -> int:
    """Large steps from a round year lead to round years."""
    grain = next((one for one in (100, 50, 10) if year % one == 0 and step >= one), 1)
    return round(step / grain) * grain


def _steps(first: int, then: int) -> Iterator[int]:
    yield from (sign * (first + then * times) for times in range(4) for sign in (-1, 1))


def is_within(one: Date, earliest: date | None, latest: date | None) -> bool:
    """Whether a date may lie between the bounds."""
    if one.year is None:
        return True
    if one.year < 1:
        return earliest is None
    end = one.until or one
    first = date(one.year, one.month or 1, one.day or 1)
    last = date(min((end.year or one.year) + end.span - 1, _LAST_YEAR), end.month or 12, end.day or 28)
    if one.until is not None or one.span > 1:
        return (latest is None or last <= latest) and (earliest is None or first >= earliest)
    return (latest is None or first <= latest) and (earliest is None or last >= earliest)


def times_near(key: ClockTime) -> tuple[tuple[ClockTime, ...], tuple[ClockTime, ...]]:
    """Wrong hours of the same day before and after the key, in the same zone, as round as the key."""
    moves = (60, 120, 180, 240) if key.minute == 0 else (30, 90, 60, 150) if key.minute == 30 else (35, 90, 55, 130)
    return tuple(_moved(key, (-move for move in moves))), tuple(_moved(key, moves))


def _moved(key: ClockTime, moves: Iterable[int]) -> Iterator[ClockTime]:
    for move in moves:
        minutes = key.hour * 60 + key.minute + move
        if 0 <= minutes < 24 * 60:
            yield ClockTime(hour=minutes // 60, minute=minutes % 60, zone=key.zone)
