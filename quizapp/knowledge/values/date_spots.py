"""The forms of dates and clock times in running text."""

from quizapp.knowledge.values.base import ValueType
from quizapp.knowledge.values.spoken_time import BARE_HOUR, SPOKEN
from quizapp.knowledge.values.spotting_form import Form, form

_SHORT = r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?"
MONTH = rf"(?:January|February|March|April|May|June|July|August|September|October|November|December|{_SHORT})"
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
YEAR = r"(?:1\d{3}|20\d{2})(?![\d,.]\d|[\d%])"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?(?!\d|[:.]\d)"
_SEASON = r"(?i:spring|summer|autumn|winter|fall)"
_ERA = r"(?:BCE?|AD|CE)\b"
_ABOUT = r"(?:c\.|ca\.|circa)"
_PART = r"(?:(?i:early|mid|late|the (?:start|beginning|end) of)[ -])"
_DAY_FIRST = rf"(?:{WEEKDAY},? )?(?:the )?{_DAY} (?:of )?{MONTH}(?:,? {YEAR})?"
_MONTH_FIRST = rf"(?:{WEEKDAY},? )?{MONTH} (?:the )?{_DAY}(?:,? {YEAR})?"
_MONTH_YEAR = rf"{MONTH}(?: of|,)? {YEAR}"
_ANY = rf"(?:{_DAY_FIRST}|{_MONTH_FIRST}|{_MONTH_YEAR}|{MONTH}|{_PART}?{YEAR})"
_DASH = r"(?: ?[-–—] ?)"
_TO = rf"(?:{_DASH}| (?:to|until|till|through|or) )"
_BEFORE_YEAR = r"\b(?i:in|of|since|until|till|by|before|after|during|from|to|circa|around|about|the year|back in|through|between|and)"
_BEFORE_MONTH = r"\b(?i:in|of|since|until|till|by|before|after|during|through|early|late|mid)"
_STEP = r"(?:last|next|this(?: past| coming)?|past)"
_PART_OF = r"(?:(?:the (?:end|start|beginning|middle) of|early|late|later|earlier) )?"
_AGO = r"(?:an?|\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty) (?:days?|weeks?|months?|years?) ago"
_RELATIVE = (
    rf"(?:the day (?:before yesterday|after tomorrow)|yesterday(?:,? {WEEKDAY})?|today|tomorrow|tonight"
    rf"|{_PART_OF}{_STEP} (?:year|month|week|weekend|{_SEASON}|{WEEKDAY}|{MONTH})(?: \(\d{{1,2}}\))?"
    rf"|the (?:end|start|beginning|middle) of the (?:year|month)|{_AGO}|{WEEKDAY} \(\d{{1,2}}\)"
    rf"|(?:{_MONTH_FIRST}|{_DAY_FIRST}|{MONTH}),? (?:of )?(?:this|last|next) year)"
)
_ZONE_NAME = r"(?:UTC|GMT|CES?T|EES?T|BST|IST|JST|MSK|[ECMP][SD]?T|(?:[A-Z][a-z]+ ){1,2}[Tt]ime|local time)"
_ZONE = rf"(?: {_ZONE_NAME}(?:[+-]\d{{1,2}})?\b)"
_HALF = r" ?(?:[ap]\.m\.|[ap]m\b|[AP]\.M\.|[AP]M\b)"
_AT = r"\b(?i:at|by|from|until|till|around|about|before|after|since)"
_NOT_INSIDE = r"(?<![\w./-])"


_MONTH_SIGN = r"Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_MONTH_OR_DIGIT = rf"\d|{_MONTH_SIGN}"
_RELATIVE_SIGN = r"(?i)year|month|week|day|tomorrow|tonight|last|next|this|past| ago"

DATE_FORMS: tuple[Form, ...] = (
    form(
        ValueType.DATE,
        rf"{_NOT_INSIDE}(?P<value>(?:(?i:from) )?{_ANY}{_TO}{_ANY}(?:,? (?:of |in )?{YEAR})?)(?!\w)",
        rank=1,
        needs=_MONTH_OR_DIGIT,
    ),
    form(ValueType.DATE, rf"{_NOT_INSIDE}(?P<value>(?i:between) {_ANY} and {_ANY}(?:,? {YEAR})?)(?!\w)", rank=1, needs=_MONTH_OR_DIGIT),
    form(ValueType.DATE, rf"{_NOT_INSIDE}(?P<value>{MONTH} \d{{1,2}}{_TO}\d{{1,2}}(?!\d)(?:,? {YEAR})?)(?!\w)", rank=1),
    form(ValueType.DATE, rf"{_NOT_INSIDE}(?P<value>\d{{1,2}}{_TO}\d{{1,2}} {MONTH}(?:,? {YEAR})?)(?!\w)", rank=1),
    form(ValueType.DATE, rf"{_NOT_INSIDE}(?P<value>{YEAR}(?:{_DASH}|/)\d{{2}})(?![\w/-]|[.,]\d)", rank=1),
    form(ValueType.DATE, rf"{_NOT_INSIDE}(?P<value>{_DAY_FIRST}|{_PART}?{_MONTH_YEAR})(?!\w|-\w)", rank=2),
    form(ValueType.DATE, rf"{_NOT_INSIDE}(?P<value>{_MONTH_FIRST})(?!\w|-\w)", rank=2),
    form(ValueType.DATE, rf"{_NOT_INSIDE}(?P<value>\d{{4}}-\d{{2}}-\d{{2}})(?![\w/-])", rank=2),
    form(ValueType.DATE, rf"{_NOT_INSIDE}(?P<value>(?:the )?{_PART}?(?:1\d|20|[1-9])\d0s)(?!\w)", rank=2),
    form(ValueType.DATE, rf"{_NOT_INSIDE}(?P<value>(?:the )?{_PART}?\d{{1,2}}(?:st|nd|rd|th) century(?: {_ERA})?)(?!\w)", rank=2),
    form(ValueType.DATE, rf"\b(?P<value>(?:early |mid |late )?{_SEASON}(?: of)? {YEAR})(?!\w)", rank=2),
    form(ValueType.DATE, rf"(?<![\w,.-])(?P<value>(?:{_ABOUT} ?)?\d{{1,4}} {_ERA}|AD \d{{1,4}})(?!\w)", rank=2),
    form(ValueType.DATE, rf"(?<!\w)(?P<value>{_ABOUT} ?{YEAR})(?!\w)", rank=2),
    form(ValueType.DATE, rf"{_BEFORE_YEAR} (?P<value>{_PART}?{YEAR})(?![\w-]|’s|'s)(?! (?:people|men|women|children)\b)", rank=6),
    form(ValueType.DATE, rf"\((?P<value>{YEAR})\)", rank=6),
    form(ValueType.DATE, rf"{_BEFORE_MONTH} (?P<value>{MONTH})(?!\w)", rank=6, needs=_MONTH_SIGN),
    form(ValueType.DATE, rf"\b(?P<value>{WEEKDAY})\b(?! \(\d)", rank=7, needs="day"),
    form(ValueType.DATE, rf"(?<![\w-])(?P<value>(?i:{_RELATIVE}))(?![\w-])", rank=1, needs=_RELATIVE_SIGN, relative=True),
    form(ValueType.CLOCK_TIME, rf"(?<![\w.:,-])(?P<value>\d{{1,2}}(?:[:.]\d\d)?{_HALF}{_ZONE}?)", rank=1),
    form(ValueType.CLOCK_TIME, rf"(?<![\w.:,-])(?P<value>\d{{1,2}}[:.]\d\d{_ZONE})", rank=1),
    form(ValueType.CLOCK_TIME, rf"{_AT} (?P<value>\d{{1,2}}:\d\d)(?![\w:])", rank=3),
    form(ValueType.CLOCK_TIME, rf"(?i:(?<![\w.:,-])(?P<value>{SPOKEN}))(?!\w)", rank=2, needs="morning|afternoon|evening|night"),
    form(ValueType.CLOCK_TIME, rf"{_AT} (?P<value>(?i:{BARE_HOUR}))(?!\w)", rank=3, needs="morning|afternoon|evening|night"),
    form(ValueType.CLOCK_TIME, rf"{_AT} (?P<value>noon|midday|midnight){_ZONE}?(?!\w)", rank=3, needs="noon|mid"),
)
