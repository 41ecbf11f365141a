"""What the use cases of accounts are told besides the form: which browser, how to hash, the time, a source of chance."""

from datetime import datetime
from random import Random
from typing import TypedDict

from quizapp.services.account_acts import Browser
from quizapp.services.passwords import Passwords
from quizapp.web.context import chance, now, passwords
from quizapp.web.visits import browser_now


class Doing(TypedDict):
    """Keyword arguments that each of these use cases takes."""

    browser: Browser
    passwords: Passwords
    now: datetime
    rng: Random


def doing() -> Doing:
    """Those of this request."""
    return Doing(browser=browser_now(), passwords=passwords(), now=now(), rng=chance())
