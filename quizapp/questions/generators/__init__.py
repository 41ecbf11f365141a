"""Generators: each turns a fact into drafts of one kind and knows nothing of the others. README.md tells how to add one."""

from collections.abc import Callable, Iterator

from quizapp.knowledge.fact import Fact
from quizapp.questions.background import Background
from quizapp.questions.draft import Draft
from quizapp.questions.generators.according_to import ask_according_to
from quizapp.questions.generators.cloze import ask_cloze
from quizapp.questions.generators.compare import ask_compare
from quizapp.questions.generators.how_long import ask_how_long
from quizapp.questions.generators.how_many import ask_how_many
from quizapp.questions.generators.role import ask_role
from quizapp.questions.generators.what import ask_what
from quizapp.questions.generators.when import ask_when
from quizapp.questions.generators.where import ask_where
from quizapp.questions.generators.which import ask_which
from quizapp.questions.generators.who import ask_who
from quizapp.questions.generators.who_said import ask_who_said

Generator = Callable[[Fact, Background], Iterator[Draft]]

GENERATORS: tuple[Generator, ...] = (
    ask_who,
    ask_role,
    ask_when,
    ask_how_long,
    ask_how_many,
    ask_where,
    ask_which,
    ask_who_said,
    ask_what,
    ask_according_to,
    ask_compare,
)
FALLBACKS: tuple[Generator, ...] = (ask_cloze,)
"""Used for a fact that no generator made a sound item of."""
