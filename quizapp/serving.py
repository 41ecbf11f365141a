"""Serving the site: database, seeds, web server, in that order, in one process with threads."""

import logging
from collections.abc import Callable
from datetime import UTC, datetime
from secrets import SystemRandom

from waitress import create_server

from quizapp.resources import resource_folder
from quizapp.services.accounts import first_admin_link
from quizapp.services.database import open_database
from quizapp.services.startup import load_seeds
from quizapp.settings import Settings
from quizapp.web import create_app

THREADS = 8


def serve(settings: Settings, *, host: str, port: int, tell: Callable[[str], None]) -> None:
    """Serve until interrupted; `tell` is called with the address as soon as it answers."""
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # a request that waits a moment is no news
    database = open_database(settings.database(), settings.instance)
    try:
        loaded = load_seeds(database, folder=resource_folder("seeds"), now=datetime.now(UTC))
        if loaded.articles:
            tell(f"Loaded {loaded.articles} articles and {loaded.items} questions.")
        server = create_server(create_app(settings, database), host=host, port=port, threads=THREADS, ident=None)
        address = f"http://{_shown(host)}:{server.effective_port}"
        tell(f"Serving on {address}")
        token = first_admin_link(database, now=datetime.now(UTC), rng=SystemRandom())
        if token:
            tell(f"First start: create the admin account at {address}/account/first-admin/{token}")
        server.run()
    finally:
        database.close()


def _shown(host: str) -> str:
    return f"[{host}]" if ":" in host else host
