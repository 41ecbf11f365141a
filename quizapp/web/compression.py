"""Compressing pages on the way out.

A compressed page lets an attacker who can inject text beside a secret guess the secret from lengths (BREACH). The only secret on our
pages is the CSRF token, so a page that repeats what a request sent is marked `uncompressed`; no other page repeats any of it.
"""

from flask import Flask, Response
from flask_compress import Compress


def register(app: Flask) -> None:
    """Compress HTML and JSON; static files come compressed already."""
    app.config.update(
        COMPRESS_ALGORITHM=["br", "gzip"],
        COMPRESS_ALGORITHM_STREAMING=[],
        COMPRESS_BR_LEVEL=5,
        COMPRESS_MIMETYPES=["text/html", "application/json"],
    )
    Compress(app)


def uncompressed(response: Response) -> Response:
    """Send this response as it is."""
    response.content_encoding = "identity"
    return response
