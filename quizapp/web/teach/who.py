"""Who teaches: whose request it is, as use cases and the record name them."""

from flask import abort

from quizapp.services.accounts import Role
from quizapp.services.deciding import Actor
from quizapp.web.gate import open_to
from quizapp.web.visits import visit_now

teachers = open_to(Role.TEACHER, Role.ADMIN)
"""Opens a view to those who teach."""


def teacher_now() -> Actor:
    """The teacher of this request; behind `teachers` there is always one."""
    visit = visit_now()
    if visit is None or visit.name is None:
        abort(403)
    return Actor(player=visit.player, name=visit.name)
