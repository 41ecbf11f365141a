"""What was just done, said on the page that follows; and a form with a secret for an answer works once, however often it is sent again."""

from collections.abc import Mapping

from flask import request, session

from quizapp.web.context import chance

DONE: Mapping[str, str] = {
    "password": "Your password is changed. You are signed out everywhere else.",
    "shown": "That was done already, and its answer was shown once. What was shown then still counts; nothing new was made.",
    "deleted": "Your account is deleted.",
    "everywhere": "You are signed out everywhere.",
    "role": "The role is set. It counts at once.",
    "lock": "The account is locked and signed out everywhere.",
    "unlock": "The account is open again.",
    "sign-out": "That person is signed out everywhere.",
    "taken-back": "The invitation is taken back: its link works no more.",
}
"""What pages say, by the word that the address has for it."""
_SENT = "sent"
_LONGEST = 64


def done_now() -> str:
    """What the address says was just done; "" for nothing."""
    return DONE.get(request.args.get("did", ""), "")


def new_once() -> str:
    """A number for one form, by which it is known when it is sent again."""
    return chance().randbytes(12).hex()


def sent_again() -> bool:
    """Whether this form was sent before, as it is when a page is loaded again."""
    once = request.form.get("once", "")[:_LONGEST]
    return bool(once) and session.get(_SENT) == once


def keep_sent() -> None:
    """Remember that this form did its work."""
    if once := request.form.get("once", "")[:_LONGEST]:
        session[_SENT] = once
