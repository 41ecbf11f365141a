"""What a reviewer's request says besides its form: who asks, under which filters, what was done just before."""

from typing import Any, Final

from flask import abort, request, url_for

from quizapp.services.deciding import Actor
from quizapp.services.review_filters import NAMES, WAITING, Filters, known_states
from quizapp.web.visits import visit_now

LONGEST: Final = 80
BLIND: Final = "blind"


def actor_now() -> Actor:
    """The reviewer of this request."""
    visit = visit_now()
    if visit is None or visit.name is None:
        abort(403)
    return Actor(player=visit.player, name=visit.name)


def filters_now() -> Filters:
    """The filters in the address; what is too long to be one, or no state, counts as not chosen."""
    chosen = {name: value for name in NAMES if 0 < len(value := request.args.get(name, "")) <= LONGEST}
    if chosen.get("state", WAITING) not in known_states():
        del chosen["state"]
    return Filters(**chosen)


def blind_now() -> bool:
    """Whether this reviewer answers first."""
    return request.args.get(BLIND) == "1"


def query(filters: Filters, **more: str) -> dict[str, Any]:
    """The filters as an address holds them, the blind mode and more with them."""
    return {**filters.chosen, **({BLIND: "1"} if blind_now() else {}), **{name: value for name, value in more.items() if value}}


def item_address(item: str, filters: Filters, **more: str) -> str:
    """The page of a question, or the queue when there is none."""
    if not item:
        return url_for("review.queue", **query(filters, **more))
    return url_for("review.item", item=item, **query(filters, **more))
