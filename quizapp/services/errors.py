"""What a use case can refuse, in the words of the domain; only web/errors.py knows status codes."""


class ServiceError(Exception):
    """A use case could not be done; the message is a sentence for people."""


class NotFound(ServiceError):  # noqa: N818 - domain words
    """There is no such thing, or it is not yours to see."""


class Invalid(ServiceError):  # noqa: N818 - domain words
    """What was sent cannot be used."""


class Conflict(ServiceError):  # noqa: N818 - domain words
    """What was asked contradicts what already stands."""


class AnswerConflict(Conflict):
    """Another answer to this question is already stored and stands; `stands` is its text."""

    def __init__(self, *, question: str, stands: str) -> None:
        super().__init__(f"You already answered this question with “{stands}”. The first answer counts.")
        self.question = question
        self.stands = stands


class AlreadyAnswered(Conflict):
    """The question is answered already; its feedback is what to show."""

    def __init__(self, question: str) -> None:
        super().__init__("This question is answered already.")
        self.question = question


class AttemptFinished(Conflict):
    """The attempt is finished; its results are what to show."""

    def __init__(self) -> None:
        super().__init__("This quiz is finished already.")


class NotSaved(ServiceError):  # noqa: N818 - domain words
    """The database could not take it; nothing was changed and it may be tried again."""
