"""Rules 1, 2, 14 and 15: how many options, all different, in order, none inside another."""

from itertools import combinations

from quizapp.questions.item import MAX_OPTIONS, MIN_OPTIONS
from quizapp.questions.likeness import is_same, overlaps
from quizapp.questions.question import Question, order_of


def wrong_number(question: Question) -> str | None:
    """Rule 1: 3 to 5 options, none of them empty."""
    options = question.item.options
    if any(not option.strip() for option in options):
        return "One option is empty."
    if MIN_OPTIONS <= len(options) <= MAX_OPTIONS:
        return None
    found = f"{len(options)} answer{'s' if len(options) != 1 else ''}"
    return f"{found}; a question has {MIN_OPTIONS} to {MAX_OPTIONS}, one of them right."


def same_twice(question: Question) -> str | None:
    """Rule 2: no two options that say the same."""
    for one, other in combinations(question.item.options, 2):
        if is_same(one, other, question.type, question.names):
            return f"“{one}” and “{other}” are the same answer."
    return None


def spellings_of_one(question: Question) -> str | None:
    """Part of rule 2: two spellings that wait for a ruling never stand in one item."""
    for one, other in combinations(question.item.options, 2):
        if question.names.is_open(one, other):
            return f"“{one}” and “{other}” may be one name; nobody has decided yet."
    return None


def one_in_another(question: Question) -> str | None:
    """Rule 15: no two options that could be right at once."""
    for one, other in combinations(question.item.options, 2):
        if overlaps(one, other, question.type, question.names):
            return f"“{one}” and “{other}” overlap: one includes or touches the other."
    return None


def out_of_order(question: Question) -> str | None:
    """Rule 14: numbers and dates ascend and are marked as ordered; other options are not."""
    orders = [order_of(option, question.type) for option in question.item.options]
    places = [order for order in orders if order is not None]
    if len(places) != len(orders):
        return "Options without an order are marked as ordered." if question.item.ordered else None
    if places != sorted(places):
        return "Numbers and dates stand from small to large, early to late."
    return None if question.item.ordered else "Numbers and dates do not stand in order: from small to large, from early to late."
