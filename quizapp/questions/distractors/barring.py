"""Which wrong options may stand in an item: one rule for what generators propose, editors write and teachers type."""

from collections.abc import Sequence

from quizapp.questions.form import form_of
from quizapp.questions.likeness import is_same, overlaps
from quizapp.questions.question import Question
from quizapp.questions.support import named_in_stem, supported

LONGEST_OPTION = 12


def barred(option: str, question: Question, others: Sequence[str] = ()) -> str | None:
    """Why an option may not stand beside the key and `others`, in words for people; None when it may."""
    wanted, names = question.type, question.names
    if not option.strip() or len(option.split()) > LONGEST_OPTION:
        return f"An option has 1 to {LONGEST_OPTION} words."
    for other in (question.item.answer, *others):
        if is_same(option, other, wanted, names) or overlaps(option, other, wanted, names):
            return f"“{option}” and “{other}” are one answer or include each other."
    if form_of(option, wanted, names) != form_of(question.item.answer, wanted, names):
        return f"“{option}” has another form than the right answer."
    if named_in_stem(option, question):
        return f"“{option}” stands in the question."
    return supported(option, question)
