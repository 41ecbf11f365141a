"""Rules 6, 7 and 8: the question stands alone, is one, is short, and is asked straight."""

import re

from quizapp.questions.checks.dispute import names_title
from quizapp.questions.item import Kind
from quizapp.questions.question import Question
from quizapp.questions.words import word_count

MOST_WORDS = 30
MOST_OPTION_WORDS = 12
BLANK = "_____"
_TEXT = re.compile(
    r"\b(?:the|this|that) (?:article|text|passage|story|author|piece|report|paragraph|excerpt|headline)\b(?! (?:that|on|about|of)\b)",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"\b(?:he|she|they|him|them|it|hers|theirs|(?:these|those)(?! (?:for|of|who|that|in|on|made)\b))\b", re.IGNORECASE)
_OWNER = re.compile(r"\b(?:his|her|their|its)\b", re.IGNORECASE)
_SPEAKER = re.compile(r"\b(?:I|we|us|our|my|me|you|your)\b")
_BARE = re.compile(
    r"\bthe (?:film|movie|feature|match|game|company|team|man|woman|book|song|city|country|event|group|organi[sz]ation|actress|actor|"
    r"director|latter|former|trio|pair|duo|two|three)\b",
    re.IGNORECASE,
)
_WEEKDAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_RELATIVE = re.compile(
    rf"\b(?:yesterday|tomorrow|today|tonight|nowadays|currently|recently|lately|ago|(?:next|last|this|past) "
    rf"(?:past )?(?:year|month|week|weekend|morning|evening|summer|winter|spring|autumn|century|decade|{_WEEKDAYS})|"
    r"(?:last|past|next|coming) (?:few |several |two |three |\d+ )?(?:days|weeks|months|years))\b",
    re.IGNORECASE,
)
_NEGATION = re.compile(r"\b(?:not|except|never|neither|nor|without|cannot)\b|n['’]t\b", re.IGNORECASE)
_GARBLED = re.compile(r"\w- \w|\bbetween\b(?!.*\b(?:and|or)\b)|\beither\b(?!.*\bor\b)|\[\d+\]| ,|\(\s*\)|\b(\w{3,}) \1\b")
_TENSES = re.compile(r"^(?:When|In which (?:year|month|decade)|On which day) (?:has|have) (?!to )")
_OBJECT_LOST = re.compile(
    r"^(?:When|(?:From )?[Ww]here|In which (?:year|month|decade)|On which day) .*"
    r"\b(?:did|does|do|will|would) .*\b(make|take|give|have|bring|put|get|hold|carry|use|receive|include|provide)\?$"
)
_OBJECT_GONE = re.compile(r"\b(?:did|does|do|will|would) [^?]*\bmake (?:with|to|in|on|at)\b")
_PLACE_TWICE = re.compile(r"^(?:from where\b.* from\b|(?:from )?where\b.* to (?:the )?(?-i:[A-Z]))", re.IGNORECASE)
_QUOTED = re.compile(r"“[^”]*”|‘[^’]*’")
_NAME = re.compile(r"(?<=[\w,;:] )[“‘(]?[A-Z]\w|[“‘]\w|\b[A-Z]{2,}\b|^[A-Z][\w.'’-]+ [A-Z]")
_ASKED_FIRST = re.compile(r"^(?:(?:[A-Z]\w+ )?(?:who|whose|which|what|whom)) ", re.IGNORECASE)


def leans_on_text(question: Question) -> str | None:
    """Rule 6: no "the article" without its title."""
    found = _TEXT.search(question.item.stem)
    if not found or any(names_title(question.item.stem, article) for article in question.background.scope.articles.values()):
        return None
    return f"“{found[0]}” means nothing to somebody who has not read it; name it."


def leans_on_pronoun(question: Question) -> str | None:
    """Rule 6: no pronoun that nothing before it explains, no bare "the film", no "we" outside quotation marks."""
    stem = _own_words(question)
    name = _name_at(stem, question)
    pronoun, owner, bare, speaker = (pattern.search(stem) for pattern in (_PRONOUN, _OWNER, _BARE, _SPEAKER))
    if pronoun and pronoun.start() < name:
        return f"Who or what is “{pronoun[0]}”? The question must say so."
    if owner and owner.start() < name and not _ASKED_FIRST.match(stem):
        return f"Whose is it: who is meant by “{owner[0]}”? The question must say so."
    if bare and name > len(stem):
        return f"Which one is “{bare[0]}”? The question must name it."
    return f"Who is “{speaker[0]}”? Put spoken words in quotation marks or report them." if speaker else None


def _name_at(stem: str, question: Question) -> int:
    """Where the first name or quoted words begin; beyond the end when there are none."""
    first = stem.split()[0] if stem.split() else ""
    if question.names.find(first.strip("“”‘’,")):
        return 0
    found = _NAME.search(stem)
    return found.start() if found else len(stem) + 1


def _own_words(question: Question) -> str:
    """The stem without quoted words, but with a sign that something quoted stood there."""
    return _QUOTED.sub("“Q”", question.item.stem)


def relative_time(question: Question) -> str | None:
    """Rule 6: no "yesterday" or "next year" in question or options."""
    for text in (_QUOTED.sub("", question.item.stem.replace(BLANK, question.item.answer)), *question.item.options):
        found = _RELATIVE.search(text)
        if found:
            return f"“{found[0]}” depends on when it was written; say the date."
    return None


def too_long(question: Question) -> str | None:
    """Rule 7: at most 30 words, options at most 12."""
    words = word_count(question.item.stem)
    if words > MOST_WORDS:
        return f"The question has {words} words; at most {MOST_WORDS}."
    longest = max(question.item.options, key=word_count)
    if word_count(longest) > MOST_OPTION_WORDS:
        return f"“{longest[:60]}…” has {word_count(longest)} words; an option has at most {MOST_OPTION_WORDS}."
    return None


def not_one_question(question: Question) -> str | None:
    """Rule 7: one question mark at the end, or one blank."""
    stem = _QUOTED.sub("", question.item.stem).strip()
    if question.item.kind is Kind.CLOZE or BLANK in stem:
        return None if stem.count(BLANK) == 1 else "A sentence to complete has one blank."
    if not stem.endswith("?"):
        return "A question ends with a question mark."
    return "This asks several questions at once." if stem.count("?") > 1 else None


def negated(question: Question) -> str | None:
    """Rule 8: no not, except or never."""
    found = _NEGATION.search(_QUOTED.sub("", question.item.stem))
    return f"“{found[0]}” turns the question around; ask it straight." if found else None


def badly_built(question: Question) -> str | None:
    """Rule 7: a sentence that a person can read: no torn words, no "between" without its second end, no "made" without what was made."""
    found = _GARBLED.search(_own_words(question)) or _TENSES.search(question.item.stem)
    lost = _OBJECT_LOST.search(_own_words(question))
    if question.item.stem.count('"') % 2:
        return "A quotation mark opens or closes nothing."
    gone = _OBJECT_GONE.search(_own_words(question))
    if gone:
        return f"“{gone[0]}” reads as if words were missing: made what?"
    if lost:
        return f"“{lost[1]}” reads as if words were missing: say what."
    return f"“{found[0]}” reads as if words were missing or torn." if found else None


def place_asked_and_told(question: Question) -> str | None:
    """Rule 7: a question for a place does not say the same place itself."""
    found = question.item.kind is Kind.WHERE and _PLACE_TWICE.search(_QUOTED.sub("", question.item.stem))
    return "The question asks where and says it too: ask for one place." if found else None
