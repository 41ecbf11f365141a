"""The words of HTML, block by block; scripts, styles and what is hidden never come along."""

from collections.abc import Iterator

from lxml import html
from lxml.etree import ParserError

from quizapp.exchange.plain_text import one_line

NEVER = frozenset({
    "script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "math", "canvas", "audio", "video", "form", "button",
    "select", "textarea", "input", "head", "title",
})  # fmt: skip
FURNITURE = frozenset({"nav", "footer", "aside", "header", "menu", "dialog"})
BLOCKS = frozenset({
    "html", "body", "main", "article", "section", "div", "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd",
    "blockquote", "pre", "hr", "address", "center", "figure", "figcaption", "details", "summary", "fieldset",
    "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td",
})  # fmt: skip
_DEEPEST = 400


def blocks_of(source: str | bytes, *, furniture: bool = True) -> list[str]:
    """Each block's words on a line of its own; without `furniture`, what stands in menus, headers and footers is left out."""
    try:
        root = html.fromstring(source, parser=html.HTMLParser(huge_tree=False, remove_comments=True, remove_pis=True))
    except (ParserError, ValueError):
        return []
    left_out = NEVER if furniture else NEVER | FURNITURE
    lines: list[list[str]] = [[]]
    for words, breaks in _pieces(root, left_out, 0):
        if breaks:
            lines.append([])
        lines[-1].append(words)
    return [line for line in (one_line("".join(pieces)) for pieces in lines) if line]


def _pieces(node: html.HtmlElement, left_out: frozenset[str], depth: int) -> Iterator[tuple[str, bool]]:
    """Runs of words, each with whether a new block begins before it."""
    tag = node.tag if isinstance(node.tag, str) else ""
    if tag not in left_out and depth < _DEEPEST and not _is_hidden(node):
        is_block = tag in BLOCKS
        yield ("", True) if is_block or tag == "br" else ("", False)
        yield node.text or "", False
        for child in node:
            yield from _pieces(child, left_out, depth + 1)
        if is_block:
            yield "", True
    if depth:
        yield node.tail or "", False


def _is_hidden(node: html.HtmlElement) -> bool:
    style = (node.get("style") or "").replace(" ", "").lower()
    return node.get("hidden") is not None or node.get("aria-hidden") == "true" or "display:none" in style
