"""Serving static files from memory, to be kept by browsers for a year: new content has a new address."""

from flask import Blueprint, Response, abort, current_app, request

from quizapp.web.assets import FOREVER, Assets
from quizapp.web.gate import public

blueprint = Blueprint("static_files", __name__)


def assets() -> Assets:
    """The files of the running application."""
    found: Assets = current_app.extensions["assets"]
    return found


@blueprint.get("/static/<asset:name>")
@public
def file(name: str) -> Response:
    """A static file in the best form the browser takes."""
    asset = assets().by_name.get(name)
    if asset is None:
        abort(404)
    encoding = request.accept_encodings.best_match([*asset.packed, "identity"], default="identity")
    response = Response(asset.packed.get(encoding, asset.body), mimetype=asset.mimetype)
    response.cache_control.public = True
    response.cache_control.max_age = FOREVER
    response.cache_control.immutable = True
    response.vary.add("Accept-Encoding")
    if encoding in asset.packed:
        response.content_encoding = encoding
    return response
