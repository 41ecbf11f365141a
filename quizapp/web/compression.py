"""Compressing pages on the way out.

A compressed page lets an attacker who can inject text beside a secret guess the secret from lengths (BREACH). The one secret on our
pages is the CSRF token. Only answers with a status of 200 to 299 are compressed, and none of those repeats what its request sent: what a
player sent is repeated on error pages alone. The one exception is the text that a teacher brings, shown to her before it is kept: that page
answers only a form that holds the token already, which whoever wants to guess it cannot send.
"""

from flask import Flask
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
