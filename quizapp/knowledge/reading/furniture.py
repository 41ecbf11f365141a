"""What a paragraph is: body, or one of the things that stand around it."""

import re

from quizapp.knowledge.fold import fold
from quizapp.knowledge.reading.spans import BlockKind

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_DATE = rf"(?:(?:{_DAY}),? )?(?:{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|\d{{1,2}} {_MONTH},? \d{{4}}|\d{{4}}-\d\d-\d\d|\d{{1,2}}[./]\d{{1,2}}[./]\d{{4}})"
CREDIT_WORDS = (
    r"(?:image|images|photo|photos|photograph|photographs|picture|foto|credit|credits|image credit|photo credit|illustration|graphic|video)"
)
_PATTERNS = (
    (BlockKind.DATELINE, rf"(?:(?:published|updated|posted|last updated|date|last modified)(?: on| at)?:? ?)*{_DATE}(?:[ ,|–—-]+\d{{1,2}}[:.]\d\d ?(?:[ap]\.?m\.?)?(?: [a-z]{{2,5}})?)?\.?"),
    (BlockKind.FORM, r"leave a (?:reply|comment)\b.{0,60}|your e-?mail address will not be published.{0,80}|required fields are marked.{0,20}|save my name, e-?mail.{0,120}|post (?:a )?comment|cancel reply|(?:\d+ )?comments?(?: \(\d+\))?|(?:name|e-?mail|website|comment) ?\*?|notify me of .{0,80}|(?:subscribe|sign up)\b.{0,80}newsletter.{0,40}|share (?:this|on)\b.{0,80}|share|tweet|print|log in(?: to .{0,40})?|(?:we|this site) uses? cookies.{0,200}|follow us on .{0,80}|all rights reserved.{0,80}|(?:copyright|©) .{0,120}|advertisement|sponsored(?: content)?|loading\W*"),
    (BlockKind.LINK, r"(?:see also|read also|also read|read more|read next|related(?: (?:articles?|stories|posts?|news|links?|content))?|more (?:on|from|about) .{0,60}|recommended|you (?:may|might) also like|don['’]t miss|watch(?: now)?:|continue reading|click here|previous post|next post|further reading|in pictures)\b.{0,300}|https?://\S+|www\.\S+"),
    (BlockKind.CREDIT, rf"{CREDIT_WORDS}(?: ?(?:by|courtesy(?: of)?) [^.!?]{{1,80}}|(?: source)? ?[:©/] ?.{{1,120}})|(?:©|\(c\)) ?.{{1,80}}|courtesy of .{{1,80}}"),
    (BlockKind.SOCIAL, r"[—–-] ?.{1,80}\(@\w{1,30}\).{0,40}|pic\.twitter\.com/\S+|@\w{1,30}"),
    (BlockKind.REFERENCE, r"categor(?:y|ies)\s?:.{0,400}|\[\d{1,3}\] ?(?:\^|https?:).{0,400}|\^ .{0,400}"),
)  # fmt: skip
_COMPILED = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _PATTERNS)
_NAME = r"[A-Z][^\W\d_]*\.?(?:[-'’][A-Z]?[^\W\d_]+)*"
_BYLINE = re.compile(
    rf"(?:(?:By|BY|by|Written by|Reported by|Reporting by|Story by|Words by|Author:|Text:) ?:?){_NAME}? ?(?:{_NAME} ){{0,4}}{_NAME}(?:,? (?:and|&) (?:{_NAME} ){{1,3}}{_NAME})?(?:[,|–—-] .{{0,80}})?"
)
_BARE_NAME = re.compile(rf"{_NAME} (?:(?:{_NAME}|van|von|de|da|di|la|al|bin) ){{0,2}}{_NAME}")
_CREDIT_TAIL = re.compile(rf"(?:^|[.!?)\"”’] |\s[(|–—-] ?)(?i:{CREDIT_WORDS}) ?(?:[:©]|by ) ?[^\n]{{1,90}}$")
_CAPTION_HEAD = re.compile(
    r"(?i)(?:file (?:image|photo|picture)|in this (?:image|photo|picture|photograph)|pictured|an? (?:image|photo|picture|photograph) of|above:|below:|left:|right:|from left|looking back:)\b"
)
_WRITER = re.compile(
    r"(?i)\b(?:is|was|has been) an? (?:[\w-]+ ){0,4}(?:writer|journalist|reporter|editor|author|columnist|correspondent|contributor|blogger|freelancer|critic)\b"
)
_SECTION_OF_REFERENCES = frozenset(
    ["references", "external links", "sources", "notes", "footnotes", "further reading", "bibliography", "works cited", "citations", "categories", "see also", "related news", "related articles", "sister links", "notes and references", "literature"]
)  # fmt: skip
_CLOSED = re.compile(r"[.!?…:;,]['\"”’“»)\]]*(?:\s?\[\w{1,4}\])*$")
_INNER_STOP = re.compile(r"[a-z\d)][.!?]['\"”’“»)\]]* +['\"“‘«]?[A-Z]")
LONGEST_HEADING = 120
LONGEST_HEADLINE = 220


def kind_by_form(words: str) -> BlockKind | None:
    """What a paragraph is by its own words alone; None when that leaves it open."""
    flat = " ".join(words[:600].split())
    for kind, pattern in _COMPILED:
        if pattern.fullmatch(flat):
            return kind
    if is_byline(flat):
        return BlockKind.BYLINE
    return BlockKind.CAPTION if _is_caption(words) else None


def is_byline(words: str) -> bool:
    """Whether the line says who wrote the text, and no more."""
    return len(words) <= 120 and _BYLINE.fullmatch(words) is not None


def is_bare_name(words: str) -> bool:
    """Whether the line is two to four words that look like a person's name."""
    return len(words) <= 60 and _BARE_NAME.fullmatch(words) is not None


def opens_references(words: str) -> bool:
    """Whether the line is the heading of a list of sources, links or categories."""
    return len(words) <= 40 and fold(words) in _SECTION_OF_REFERENCES


def is_blurb(words: str) -> bool:
    """Whether the paragraph looks like what an author says of herself: fragments, or "is a freelance writer"."""
    if len(words) > 500:
        return False
    pieces = [piece for piece in re.split(r"[.!?]\s*", words.strip("\"'“”«»")) if piece.strip()]
    return bool(_WRITER.search(words)) or (len(pieces) >= 3 and all(len(piece.split()) <= 4 for piece in pieces))


def is_closed(words: str) -> bool:
    """Whether the paragraph ends with a mark that ends or goes on with a sentence."""
    return _CLOSED.search(words[-40:]) is not None


def is_open_line(words: str, *, longest: int = LONGEST_HEADING) -> bool:
    """Whether the paragraph is one short line without a final stop: a headline or a heading."""
    return len(words) <= longest and not is_closed(words) and not _INNER_STOP.search(words) and any(sign.isalpha() for sign in words)


def _is_caption(words: str) -> bool:
    if len(words) > 700:
        return False
    return _CREDIT_TAIL.search(words[-140:]) is not None or (_CAPTION_HEAD.match(words) is not None and len(words) < 400)
