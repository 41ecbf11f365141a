"""Wrong professions: what somebody is, with another calling of the same walk of life."""

from collections.abc import Iterator

from quizapp.questions.lists import list_of

_CALLINGS = "calling"


def callings_near(key: str) -> Iterator[str]:
    """The words of the key with another calling instead of its own: beside “Swiss botanist”, “Swiss chemist”; none for other roles."""
    *before, head = key.split()
    listed = list_of(head) if head.islower() else None
    if listed is not None and listed.kind == _CALLINGS:
        yield from (" ".join([*before, other]) for other in listed.near(head))
