"""What a paragraph is by its own words: body, or one of the things that stand around it."""

import re

from quizapp.knowledge.fold import fold
from quizapp.knowledge.reading.spans import BlockKind

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_DATE = (
    rf"(?:{_DAY},? )?(?:{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|\d{{1,2}} {_MONTH},? \d{{4}}"
    r"|\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{4})"
)
_HOUR = r"(?:[ ,|–—-]{1,3}\d{1,2}[:.]\d\d ?(?:[ap]\.?m\.?)?(?: [a-z]{2,5})?)?"
_CREDIT_WORDS = (
    r"(?:image|images|photo|photos|photograph|photographs|picture|foto|credit|credits|image credit|photo credit|illustration|graphic|video)"
)
_FORMS = (
    r"leave a (?:reply|comment)\b.{0,60}",
    r"your e-?mail address will not be published.{0,80}",
    r"required fields are marked.{0,20}",
    r"save my name, e-?mail.{0,120}",
    r"post (?:a )?comment|cancel reply|(?:\d+ )?comments?(?: \(\d+\))?|(?:name|e-?mail|website|comment) ?\*?",
    r"notify me of .{0,80}|(?:subscribe|sign up)\b.{0,80}newsletter.{0,40}|log in(?: to .{0,40})?",
    r"share (?:this|on)\b.{0,80}|share|tweet|print|follow us on .{0,80}",
    r"(?:we|this site) uses? cookies.{0,200}|all rights reserved.{0,80}|(?:copyright|©) .{0,120}",
    r"advertisement|sponsored(?: content)?|loading\W{0,5}",
)
_LINKS = (
    r"(?:see also|read also|also read|read more|read next|recommended|you (?:may|might) also like|don['’]t miss|watch(?: now)?:)\b.{0,300}",
    r"related(?: (?:articles?|stories|posts?|news|links?|content))?(?: ?:.{0,300})?|more (?:on|from|about) .{0,60}",
    r"(?:continue reading|click here|previous post|next post|further reading|in pictures|tags|topics|filed under)\b.{0,300}",
    r"https?://\S+|www\.\S+",
)
_PATTERNS = (
    (BlockKind.DATELINE, (rf"(?:(?:published|updated|posted|last updated|date|last modified)(?: on| at)?:? ?){{0,3}}{_DATE}{_HOUR}\.?",)),
    (BlockKind.FORM, _FORMS),
    (BlockKind.LINK, _LINKS),
    (
        BlockKind.CREDIT,
        (rf"{_CREDIT_WORDS} ?(?:by|courtesy(?: of)?) [^.!?]{{1,80}}\.?", rf"{_CREDIT_WORDS}(?: source)? ?[:©/] ?.{{1,120}}"),
    ),
    (BlockKind.CREDIT, (r"(?:©|\(c\)) ?.{1,80}|courtesy of .{1,80}",)),
    (BlockKind.SOCIAL, (r"[—–-] ?.{1,80}\(@\w{1,30}\).{0,40}|pic\.twitter\.com/\S+|@\w{1,30}",)),
    (BlockKind.REFERENCE, (r"categor(?:y|ies)\s?:.{0,400}|sources?\s?:.{1,300}|\[\d{1,3}\] ?(?:\^|https?:).{0,400}|\^ .{0,400}",)),
)
_COMPILED = tuple((kind, re.compile("|".join(patterns), re.IGNORECASE)) for kind, patterns in _PATTERNS)
_NAME = r"[A-Z][^\W\d_]{0,20}\.?(?:[-'’][A-Z]?[^\W\d_]{1,20})?"
_BYLINE = re.compile(
    rf"(?:By|BY|Written by|Reported by|Reporting by|Story by|Words by|Author:|Text:) ?:? ?(?:{_NAME} ){{1,3}}{_NAME}"
    rf"(?:,? (?:and|&) (?:{_NAME} ){{1,3}}{_NAME})?(?: ?[,|–—-] .{{0,80}})?"
)
_BARE_NAME = re.compile(rf"{_NAME} (?:(?:{_NAME}|van|von|de|da|di|la|al|bin) ){{0,2}}{_NAME}")
_CREDIT_TAIL = re.compile(rf"(?:^|[.!?)\"”’]\s|\s[(|–—-] ?)(?i:{_CREDIT_WORDS}) ?(?:[:©]|by\s)\s?[^\n]{{1,90}}$")
_CAPTION_HEAD = re.compile(
    r"(?i)(?:file (?:image|photo|picture)|in this (?:image|photo|picture|photograph)|pictured|an? (?:image|photo|picture|photograph) of"
    r"|above:|below:|left:|right:|from left|looking back:)(?!\w)"
)
_WRITER = re.compile(
    r"(?i)\b(?:is|was|has been) an? (?:[\w-]+ ){0,4}"
    r"(?:writer|journalist|reporter|editor|author|columnist|correspondent|contributor|blogger|freelancer|critic)\b"
)
_OF_HERSELF = re.compile(
    r"(?i)\b(?:lives in|based in|writes (?:about|for)|covers|follow (?:him|her|them)|contact|reached at|twitter)\b|@\w"
)
_REFERENCE_HEADINGS = (
    "references|external links|sources|notes|footnotes|further reading|bibliography|works cited|citations|categories|see also"
    "|related news|related articles|sister links|notes and references|literature"
)
_HEADS_REFERENCES = frozenset(_REFERENCE_HEADINGS.split("|"))
_CLOSED = re.compile(r"[.!?…:;,]['\"”’“»)\]]*(?:\s?\[\w{1,4}\])*(?:\s?\(\(\w{2}\)\):?)?$")
_INNER_STOP = re.compile(r"[a-z\d)][.!?]['\"”’“»)\]]*\s+['\"“‘«]?[A-Z]")
_BULLET = re.compile(r"[•*·–-]\s+\S+(?:\s+\S+){3}")
LONGEST_HEADING = 120
LONGEST_HEADLINE = 220


def kind_by_form(words: str) -> BlockKind | None:
    """What a paragraph is by its own words alone; None when that leaves it open."""
    if len(words) > 700:
        return None
    flat = " ".join(words.split())
    for kind, pattern in _COMPILED:
        if pattern.fullmatch(flat):
            return kind
    if len(words) <= 120 and _BYLINE.fullmatch(flat):
        return BlockKind.BYLINE
    return BlockKind.CAPTION if _is_caption(words) else None


def is_bare_name(words: str) -> bool:
    """Whether the line is two to four words that look like a person's name."""
    return len(words) <= 60 and _BARE_NAME.fullmatch(words) is not None


def heads_references(words: str) -> bool:
    """Whether the line is the heading of a list of sources, links or categories."""
    return len(words) <= 40 and fold(words) in _HEADS_REFERENCES


def heads_blurb(words: str) -> bool:
    """Whether the line announces what is said of the author."""
    return len(words) <= 30 and fold(words) in {"about author", "about the author", "about the authors", "author", "about the writer"}


def is_blurb(words: str) -> bool:
    """Whether the paragraph looks like what an author says of herself: fragments, or "is a freelance writer"."""
    if len(words) > 500:
        return False
    pieces = [piece for piece in re.split(r"[.!?]\s*", words.strip("\"'“”«»")) if piece.strip()]
    return bool(_WRITER.search(words)) or (len(pieces) >= 3 and all(len(piece.split()) <= 4 for piece in pieces))


def is_plain_blurb(words: str) -> bool:
    """Whether the paragraph alone tells that it speaks of its writer: "Ada Roe is a reporter based in …"."""
    return len(words) <= 500 and bool(_WRITER.search(words[:120])) and bool(_OF_HERSELF.search(words))


def is_closed(words: str) -> bool:
    """Whether the paragraph ends with a mark that ends or goes on with a sentence."""
    return _CLOSED.search(words[-60:]) is not None


def is_open_line(words: str, *, longest: int = LONGEST_HEADING) -> bool:
    """Whether the paragraph is one short line without a final stop: a headline or a heading."""
    if len(words) > longest or is_closed(words) or _INNER_STOP.search(words) or _BULLET.match(words):
        return False
    return any(sign.isalpha() for sign in words)


def has_inner_stop(words: str) -> bool:
    """Whether a sentence ends within the paragraph."""
    return _INNER_STOP.search(words) is not None


def _is_caption(words: str) -> bool:
    return _CREDIT_TAIL.search(words[-140:]) is not None or (_CAPTION_HEAD.match(words) is not None and len(words) < 400)
