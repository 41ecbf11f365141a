"""How review pages say states, kinds, reasons and moves."""

from collections.abc import Mapping

from quizapp.questions.item import State
from quizapp.questions.review import Move
from quizapp.services.review_filters import EVERYTHING, WAITING, Band, Why
from quizapp.web.history.pages import KINDS as HISTORY_KINDS

STATES: Mapping[str, str] = {
    WAITING: "Waiting for a look",
    State.CANDIDATE.value: "Not decided",
    State.APPROVED.value: "Approved",
    State.REJECTED.value: "Rejected",
    State.SENT_BACK.value: "Sent back",
    State.RETIRED.value: "Retired",
    EVERYTHING: "All",
}
KINDS: Mapping[str, str] = {kind.value: words for kind, words in HISTORY_KINDS.items()}
WHYS: Mapping[str, str] = {
    Why.NEW.value: "New",
    Why.SHARED.value: "Given by a teacher",
    Why.REPORTED.value: "Reported by a player",
    Why.NUMBERS.value: "Players’ answers look odd",
    Why.CHANGED.value: "What it rests on changed",
}
VERDICTS: Mapping[str, str] = {
    "stated": "One source says so",
    "corroborated": "Several sources agree",
    "qualified": "With a reservation",
    "disputed": "Articles disagree",
}
BANDS: Mapping[str, str] = {Band.LOW.value: "Unsure", Band.MIDDLE.value: "Fairly sure", Band.HIGH.value: "Sure"}
DONE: Mapping[str, str] = {
    Move.APPROVE.value: "Approved",
    Move.REJECT.value: "Rejected",
    Move.RETIRE.value: "Retired",
    Move.SEND_BACK.value: "Sent back",
    Move.UNDO.value: "Taken back",
    "edit": "Changed; it waits for a decision",
}
SETTLED: Mapping[str, str] = {
    "stands": "The question stands as it is",
    "noted": "The player is right; no score changes",
    "other key": "Another answer is right: it counts for everybody, and the question waits in its new form",
    "two right": "Two answers are right: both count, and the question leaves play",
    "withdrawn": "The question was no good: it counts for nobody and leaves play",
}
FILTERS: Mapping[str, str] = {
    "state": "State",
    "why": "Why it is here",
    "kind": "Kind of question",
    "article": "Article",
    "verdict": "What the articles say",
    "check": "Check that failed",
    "confidence": "How sure the program is",
}
SAID: Mapping[str, Mapping[str, str]] = {
    "state": STATES,
    "why": WHYS,
    "kind": KINDS,
    "verdict": VERDICTS,
    "confidence": BANDS,
}
SUGGESTED: Mapping[str, str] = {
    "no second answer": "two",
    "options apart": "two",
    "options differ": "two",
    "source named": "disagree",
    "other positions kept out": "disagree",
    "key proved": "unproved",
    "quote in article": "unproved",
    "answer in the passage": "unproved",
    "stands alone": "unclear",
    "names what it means": "unclear",
    "fixed time": "unclear",
    "one question": "unclear",
    "answer not in question": "trivial",
    "no echo": "trivial",
}
"""Which reason of the list stands ready when a check failed."""
