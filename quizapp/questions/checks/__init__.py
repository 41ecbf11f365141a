"""Checks: the rules of a good item, one small function each, listed here in the order in which people read them."""

from quizapp.knowledge.scope import Scope
from quizapp.questions.background import Background, survey
from quizapp.questions.checks import dispute, evidence, explanation, options, stem, support, wording
from quizapp.questions.checks.check import Check, Look
from quizapp.questions.item import CheckResult, Item
from quizapp.questions.question import ask_of


def _gate(name: str, look: Look, promise: str) -> Check:
    """A rule that a person may open with a written reason."""
    return Check(name=name, promise=promise, look=look)


def _absolute(name: str, look: Look, promise: str) -> Check:
    """A rule that nobody may open."""
    return Check(name=name, promise=promise, look=look, absolute=True)


CHECKS: tuple[Check, ...] = (
    _absolute("number of options", options.wrong_number, "Three to five options, one of them right."),
    _absolute("options differ", options.same_twice, "All options are different answers."),
    _absolute("one spelling", options.spellings_of_one, "No two spellings of what may be one name."),
    _absolute("quote in article", evidence.not_in_article, "The proof stands in the article, word for word."),
    _absolute("gap in article", evidence.gap_not_in_article, "The sentence with the gap stands in the article."),
    _absolute("key proved", evidence.key_not_proved, "The passages shown say the right answer."),
    _gate("answer in the passage", evidence.key_not_in_words, "The passages shown hold the right answer."),
    _gate("whole words", evidence.torn_from_word, "The proof begins and ends where words do."),
    _gate("only answer in its sentence", evidence.one_of_several, "The sentence gives one answer."),
    _gate("one time", evidence.dates_joined, "A stretch of time is told as one."),
    _gate("right speaker", evidence.said_by_another, "No other speaker leads the quotation."),
    _gate("no second answer", support.distractor_supported, "Nothing known supports a wrong option."),
    _absolute("may be asked", dispute.asked_against_ruling, "No ruling speaks against asking this."),
    _absolute("source named", dispute.disputed_without_source, "Where articles disagree, the question says whose answer it wants."),
    _absolute("other positions kept out", dispute.other_position_offered, "No wrong option is what another article says."),
    _gate("names what it means", stem.leans_on_text, "The question does not lean on a text nobody sees."),
    _gate("stands alone", stem.leans_on_pronoun, "The question says who and what it is about."),
    _gate("fixed time", stem.relative_time, "No time that depends on when it was written."),
    _gate("short", stem.too_long, "At most 30 words, options at most 12."),
    _gate("one question", stem.not_one_question, "One question."),
    _gate("well built", stem.badly_built, "A sentence that can be read."),
    _gate("asks for one place", stem.place_asked_and_told, "The question does not say the place it asks for."),
    _gate("asked straight", stem.negated, "No “not”, “except” or “never”."),
    _gate("each option for itself", wording.all_of_the_above, "No option speaks of other options."),
    _gate("no absolute words", wording.absolute_word, "No “always”, “never” or “usually” in an option."),
    _gate("length tells nothing", wording.key_stands_out_by_length, "The right answer is not much longer than the others."),
    _gate("one form", wording.mixed_forms, "All options have one form."),
    _gate("answer not in question", wording.key_in_stem, "The question does not hold its answer."),
    _gate("no echo", wording.shared_word, "No word points from the question to the right answer."),
    _gate("in order", options.out_of_order, "Numbers and dates stand in order."),
    _gate("options apart", options.one_in_another, "No option includes another."),
    _gate("explanation names the answer", explanation.key_not_named, "The explanation names the right answer."),
    _gate("explanation without letters", explanation.option_letters, "The explanation speaks of answers, not of letters."),
    _gate("explanation shown", explanation.says_more, "The explanation says nothing beyond the passages shown."),
)


def check_item(item: Item, scope: Scope) -> tuple[CheckResult, ...]:
    """What every rule says of an item; for many items of one scope build the background once and use `check_against`."""
    return check_against(item, survey(scope))


def check_against(item: Item, background: Background) -> tuple[CheckResult, ...]:
    """What every rule says of an item, in the order of CHECKS."""
    question = ask_of(item, background)
    return tuple(check.result(question) for check in CHECKS)
