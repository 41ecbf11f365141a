"""Units of amounts, their normal name and their size in a base unit."""

from dataclasses import dataclass

DAYS_IN_A_MONTH = 30.436875


@dataclass(frozen=True, kw_only=True, slots=True)
class Unit:
    """A unit: (number + `offset`) * `size` in the base of its dimension ("time" in days, "length" in metres, …).

    `system` is "calendar" for months and longer and "customary" for feet, pounds and their like: between systems amounts are rounded.
    """

    name: str
    plural: str
    dimension: str
    size: float
    offset: float = 0.0
    system: str = ""

    def in_base(self, number: float) -> float:
        """The number in the base unit of the dimension."""
        return (number + self.offset) * self.size


def _unit(name: str, dimension: str, size: float, plural: str = "", *, offset: float = 0.0, system: str = "") -> Unit:
    return Unit(name=name, plural=plural or f"{name}s", dimension=dimension, size=size, offset=offset, system=system)


_UNITS = (
    _unit("second", "time", 1 / 86_400),
    _unit("minute", "time", 1 / 1_440),
    _unit("hour", "time", 1 / 24),
    _unit("day", "time", 1),
    _unit("week", "time", 7),
    _unit("month", "time", DAYS_IN_A_MONTH, system="calendar"),
    _unit("year", "time", DAYS_IN_A_MONTH * 12, system="calendar"),
    _unit("decade", "time", DAYS_IN_A_MONTH * 120, system="calendar"),
    _unit("century", "time", DAYS_IN_A_MONTH * 1200, "centuries", system="calendar"),
    _unit("millimetre", "length", 0.001),
    _unit("centimetre", "length", 0.01),
    _unit("metre", "length", 1),
    _unit("kilometre", "length", 1_000),
    _unit("inch", "length", 0.0254, "inches", system="customary"),
    _unit("foot", "length", 0.3048, "feet", system="customary"),
    _unit("yard", "length", 0.9144, system="customary"),
    _unit("mile", "length", 1_609.344, system="customary"),
    _unit("square metre", "area", 1),
    _unit("square kilometre", "area", 1_000_000),
    _unit("square mile", "area", 2_589_988.11, system="customary"),
    _unit("square foot", "area", 0.09290304, "square feet", system="customary"),
    _unit("hectare", "area", 10_000),
    _unit("acre", "area", 4_046.8564, system="customary"),
    _unit("milligram", "mass", 1e-6),
    _unit("gram", "mass", 0.001),
    _unit("kilogram", "mass", 1),
    _unit("tonne", "mass", 1_000),
    _unit("ton", "mass", 907.18474, system="customary"),
    _unit("pound", "mass", 0.45359237, system="customary"),
    _unit("ounce", "mass", 0.028349523, system="customary"),
    _unit("millilitre", "volume", 0.001),
    _unit("litre", "volume", 1),
    _unit("gallon", "volume", 3.785411784, system="customary"),
    _unit("kilometre per hour", "speed", 1, "kilometres per hour"),
    _unit("mile per hour", "speed", 1.609344, "miles per hour", system="customary"),
    _unit("degree Celsius", "temperature", 1, "degrees Celsius"),
    _unit("degree Fahrenheit", "temperature", 5 / 9, "degrees Fahrenheit", offset=-32, system="customary"),
    _unit("watt", "power", 1),
    _unit("kilowatt", "power", 1_000),
    _unit("megawatt", "power", 1_000_000),
    _unit("kilobyte", "data", 0.001),
    _unit("terabyte", "data", 1_000_000),
    _unit("cubic metre", "volume", 1_000),
    _unit("nautical mile", "length", 1_852, system="customary"),
    _unit("light year", "length", 9.4607e15),
    _unit("gigabyte", "data", 1_000),
    _unit("megabyte", "data", 1),
)
_SPELLINGS = {
    "sec": "second", "secs": "second", "min": "minute", "mins": "minute", "hr": "hour", "hrs": "hour", "yr": "year", "yrs": "year",
    "mm": "millimetre", "cm": "centimetre", "m": "metre", "km": "kilometre", "ft": "foot", "mi": "mile", "in": "inch", "yd": "yard",
    "meter": "metre", "meters": "metre", "kilometer": "kilometre", "kilometers": "kilometre", "centimeter": "centimetre",
    "centimeters": "centimetre", "millimeter": "millimetre", "millimeters": "millimetre", "liter": "litre", "liters": "litre",
    "mg": "milligram", "g": "gram", "kg": "kilogram", "kilo": "kilogram", "kilos": "kilogram", "kgs": "kilogram", "lb": "pound",
    "lbs": "pound", "oz": "ounce", "km2": "square kilometre", "km²": "square kilometre", "m2": "square metre", "m²": "square metre",
    "sq mi": "square mile", "square kilometer": "square kilometre", "square kilometers": "square kilometre", "ha": "hectare",
    "square meter": "square metre", "square meters": "square metre", "km/h": "kilometre per hour", "kph": "kilometre per hour",
    "kmh": "kilometre per hour", "kilometers per hour": "kilometre per hour", "mph": "mile per hour", "°c": "degree Celsius",
    "degrees celsius": "degree Celsius", "°f": "degree Fahrenheit", "degrees fahrenheit": "degree Fahrenheit", "kw": "kilowatt",
    "mw": "megawatt", "gb": "gigabyte", "mb": "megabyte", "metric ton": "tonne", "metric tons": "tonne",
    "ml": "millilitre", "l": "litre", "sq km": "square kilometre", "sq ft": "square foot", "kb": "kilobyte", "tb": "terabyte",
    "cubic meter": "cubic metre", "cubic meters": "cubic metre", "m³": "cubic metre", "ft²": "square foot",
    "degrees c": "degree Celsius", "degrees f": "degree Fahrenheit", "light years": "light year", "degree celsius": "degree Celsius",
}  # fmt: skip
BY_NAME = {unit.name: unit for unit in _UNITS}
_BY_SPELLING = (
    {unit.name.lower(): unit for unit in _UNITS}
    | {unit.plural.lower(): unit for unit in _UNITS}
    | {spelling: BY_NAME[name] for spelling, name in _SPELLINGS.items()}
)
UNIT_SPELLINGS = frozenset(_BY_SPELLING)
_CURRENCY_SPELLINGS = {
    "US$": "$ us$ usd dollar dollars us_dollar us_dollars u.s._dollars american_dollars",
    "€": "€ euro euros eur",
    "£": "£ gbp pound_sterling pounds_sterling british_pounds",
    "¥": "¥ yen jpy japanese_yen",
    "RUB": "rub ruble rubles rouble roubles ₽",
    "INR": "inr rupee rupees indian_rupees ₹",
    "CHF": "chf franc francs swiss_francs",
    "CNY": "cny yuan renminbi",
    "NZ$": "nz$ nzd nz_dollars new_zealand_dollars",
    "A$": "a$ au$ aud australian_dollars",
    "C$": "c$ ca$ cad canadian_dollars",
    "HK$": "hk$ hkd hong_kong_dollars",
    "S$": "s$ sgd singapore_dollars",
    "KRW": "krw won",
    "cent": "cent cents",
}
CURRENCIES = {each.replace("_", " "): name for name, spellings in _CURRENCY_SPELLINGS.items() for each in spellings.split()}
CURRENCY_NAMES = frozenset(_CURRENCY_SPELLINGS)
SIGNED_CURRENCIES = frozenset(name for name in CURRENCY_NAMES if not name.isalpha())


def find_unit(written: str) -> Unit | None:
    """The unit that `written` names, in any of its spellings; None when it is none."""
    return _BY_SPELLING.get(" ".join(written.lower().replace("-", " ").rstrip(".").split()))
