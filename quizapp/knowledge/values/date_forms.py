"""How dates are written: the pieces that reading and spotting share."""

import re

from quizapp.knowledge.values.days import MONTHS, WEEKDAYS

_SHORT = r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?"
MONTH = rf"(?:{'|'.join(MONTHS)}|{_SHORT})"
WEEKDAY = rf"(?:{'|'.join(WEEKDAYS)})"
SEASON = r"(?:spring|summer|autumn|winter|fall)"
PART = r"(?:(?:the )?(?:early|mid|late|start of|beginning of|middle of|end of)(?: the)?[ -])"
ABOUT = r"(?:c\.|ca\.|circa|about|around|approximately)"
ERA = r"(?:BCE?|B\.C\.(?:E\.)?|AD|CE|A\.D\.)"
ORDINAL_DAY = r"(?:st|nd|rd|th)?"

_DAY = rf"(?P<day>\d{{1,2}}){ORDINAL_DAY}"
_M = rf"(?P<month>{MONTH})"
_Y = rf"(?P<year>(?:AD )?\d{{3,4}}|AD \d{{1,2}}|\d{{1,4}} ?{ERA})"
_W = rf"(?:(?P<weekday>{WEEKDAY}),? )?"
_PLAIN = (
    rf"{_W}(?:the )?{_DAY}(?: of)? {_M}(?:,? {_Y})?",
    rf"{_W}{_M} (?:the )?{_DAY}(?:,? {_Y})?",
    rf"{_M}(?: of| in)?,? {_Y}",
    _M,
    r"(?P<year>\d{4})-(?P<monthnumber>\d{2})-(?P<day>\d{2})",
    r"(?:the )?(?P<decade>[1-9]\d{2}0)['’]?s",
    rf"(?:the )?(?P<century>\d{{1,2}}(?:st|nd|rd|th)|[a-z]{{3,9}}(?:-[a-z]{{3,7}})?)[ -]century(?: (?P<era>{ERA}))?",
    rf"(?:the )?(?P<season>{SEASON})(?: of)?,? {_Y}",
    _Y,
    rf"(?P<weekday>{WEEKDAY})",
)
SINGLE = tuple(re.compile(rf"(?:(?P<about>{ABOUT}) ?)?(?P<part>{PART})?{form}", re.IGNORECASE) for form in _PLAIN)
_LOW, _HIGH = rf"(?P<low>\d{{1,2}}){ORDINAL_DAY}", rf"(?P<high>\d{{1,2}}){ORDINAL_DAY}"
_LINK = r" ?(?P<link>-|–|—|to|and|or|through) ?"
_AND_YEAR = r"(?:,? (?P<year>\d{3,4}))?"
DAYS_OF_MONTH = (
    re.compile(rf"{_M} {_LOW}{_LINK}{_HIGH}{_AND_YEAR}", re.IGNORECASE),
    re.compile(rf"{_LOW}{_LINK}{_HIGH}(?: of)? {_M}{_AND_YEAR}", re.IGNORECASE),
)
YEARS = re.compile(r"(?P<low>\d{4}) ?[-–—/] ?(?P<high>\d{2}|\d{4})")
RANGE = re.compile(
    r"(?:(?:from|between) )?(?P<low>.{3,40}?)(?: (?P<link>to|until|till|through|and|or|-|–|—) | ?[–—] ?)(?P<high>.{3,60})",
    re.IGNORECASE,
)
