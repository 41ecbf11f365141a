"""GET /healthz."""

from flask import Blueprint, Response, jsonify

from quizapp.web.context import database
from quizapp.web.gate import public

blueprint = Blueprint("health", __name__)


@blueprint.get("/healthz")
@public
def healthz() -> Response:
    """{"status": "ok"} when the database answers; otherwise the error page's status, 500 or 503."""
    with database().reading():
        return jsonify(status="ok")
