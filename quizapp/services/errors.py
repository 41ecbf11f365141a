"""What a use case can refuse, in the words of the domain; only web/errors.py knows status codes."""


class ServiceError(Exception):
    """A use case could not be done; the message is a sentence for people."""


class NotFound(ServiceError):  # noqa: N818 - domain words
    """There is no such thing, or it is not yours to see."""


class LinkUsed(NotFound):
    """A one-time link that works no more; the message says why and what to do."""


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


class NotTold(Conflict):
    """The answer is stored, but the quiz tells later whether it was right."""

    def __init__(self) -> None:
        super().__init__("This quiz does not tell yet which answers are right.")


class NotSaved(ServiceError):  # noqa: N818 - domain words
    """The database could not take it; nothing was changed and it may be tried again."""


class Forbidden(ServiceError):  # noqa: N818 - domain words
    """The account that asks may not do this."""


class FieldRefused(Invalid):
    """One field of a form cannot be used; the message says why beside it."""

    def __init__(self, field: str, words: str) -> None:
        super().__init__(words)
        self.field = field


class TooOften(ServiceError):  # noqa: N818 - domain words
    """Too many tries; `wait` is the number of seconds after which the next one counts."""

    def __init__(self, wait: int) -> None:
        super().__init__(f"Too many tries. The next one counts in {wait} seconds.")
        self.wait = wait


class LastAdmin(Conflict):
    """The site would be left without an admin."""

    def __init__(self) -> None:
        super().__init__("This is the only admin. Make somebody else an admin first.")
