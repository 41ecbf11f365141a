"""How pages say numbers, titles and verdicts."""

import re
from datetime import UTC, datetime

from markupsafe import Markup

from quizapp.knowledge.fact import Verdict

SPELT = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
TITLE_LENGTH = 34
_NUMBERED = re.compile(r"\b(\w{1,8}-\d{1,4})\b")
_LOOSE_ENDS = frozenset(
    ("a", "an", "and", "as", "at", "by", "for", "from", "in", "is", "of", "on", "or", "that", "the", "to", "who", "with")
)


def spell(number: int) -> str:
    """The number as a word inside a sentence, up to twelve."""
    return SPELT[number] if 0 <= number < len(SPELT) else str(number)


def spell_first(number: int) -> str:
    """The same at the beginning of a sentence."""
    return spell(number).capitalize()


def count(number: int, one: str, many: str | None = None) -> str:
    """A number in digits with its noun: "1 question", "7 questions"."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def waiting(seconds: int) -> str:
    """How long to wait, never said too short: "45 seconds", "2 minutes"."""
    return count(seconds, "second") if seconds < 60 else count(-(-seconds // 60), "minute")


def moment(at: datetime) -> str:
    """A moment in UTC: "3 June 2026, 08:00 UTC"."""
    utc = at.astimezone(UTC)
    return f"{utc.day} {utc:%B %Y, %H:%M} UTC"


def when(at: datetime) -> str:
    """A moment in UTC as lists show it: "3 Jun 2026, 08:00"."""
    utc = at.astimezone(UTC)
    return f"{utc.day} {utc:%b %Y, %H:%M}"


def unbroken(text: str) -> Markup:
    """The text for a page, no line of which breaks inside a name such as STS-1 or MS-19."""
    parts = _NUMBERED.split(text)
    return Markup("").join(Markup('<span class="nw">{}</span>').format(part) if at % 2 else part for at, part in enumerate(parts))


def short_title(title: str, *, limit: int = TITLE_LENGTH) -> str:
    """A title in quotation marks, cut between words after at most `limit` characters; an editor's title keeps its brackets."""
    bracketed = title.startswith("[") and title.endswith("]")
    bare = title[1:-1] if bracketed else title
    shown = bare if len(bare) <= limit else _cut(bare, limit)
    return f"[{shown}]" if bracketed else f"“{shown}”"


def _cut(text: str, limit: int) -> str:
    words = text[: limit + 1].rsplit(" ", 1)[0][:limit].split()
    while len(words) > 2 and words[-1].lower() in _LOOSE_ENDS:
        words.pop()
    return " ".join(words).rstrip(" ,.:;–-") + "…"


def verdict_icon(verdict: Verdict, *, told: int) -> str:
    """The icon that stands in the chip; see `verdict_words`."""
    match verdict:
        case Verdict.CORROBORATED:
            return "stack"
        case Verdict.DISPUTED:
            return "differ"
        case Verdict.QUALIFIED:
            return "asterisk"
        case Verdict.STATED:
            return "retold" if told > 1 else "one"


def verdict_words(verdict: Verdict, *, sources: int, told: int, here: bool = True) -> str:
    """What the articles together say; `told` counts articles that say it, `sources` independent ones, `here` is False in lists."""
    match verdict:
        case Verdict.CORROBORATED:
            return f"Stated by {count(max(sources, told), 'article')}"
        case Verdict.DISPUTED:
            return "Articles disagree"
        case Verdict.QUALIFIED:
            return "With a reservation"
        case Verdict.STATED if told > 1:
            return f"One report, told by {count(told, 'article')}"
        case Verdict.STATED:
            return f"Only {'this' if here else 'one'} article says so"
