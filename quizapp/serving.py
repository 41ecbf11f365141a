"""Serving the site: database, seeds, web server, in that order, in one process with threads; job workers in processes beside it."""

import logging
import signal
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from secrets import SystemRandom
from typing import Any

from flask import Flask
from waitress import create_server

from quizapp.resources import resource_folder
from quizapp.services.accounts import first_admin_link
from quizapp.services.database import open_database
from quizapp.services.job_queue import let_ring
from quizapp.services.startup import load_seeds
from quizapp.settings import Settings, environment
from quizapp.supervising import Keeper
from quizapp.web import create_app

THREADS = 8


def serve(settings: Settings, *, host: str, port: int, workers: int, tell: Callable[[str], None]) -> None:
    """Serve until interrupted; `tell` is called with the address as soon as it answers."""
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # a request that waits a moment is no news
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    database = open_database(settings.database(), settings.instance)
    let_ring(database, settings)
    keepers = [Keeper(tell, environment(settings)) for _ in range(workers)]
    try:
        loaded = load_seeds(database, folder=resource_folder("seeds"), now=datetime.now(UTC))
        if loaded.articles:
            tell(f"Loaded {loaded.articles} articles and {loaded.items} questions.")
        server = _listen(create_app(settings, database), settings, host, port)
        address = f"http://{_shown(host)}:{server.effective_port}"
        tell(f"Serving on {address}")
        token = first_admin_link(database, now=datetime.now(UTC), rng=SystemRandom())
        if token:
            tell(f"First start: create the admin account at {address}/account/first-admin/{token}")
        for keeper in keepers:
            keeper.start()
        server.run()
    finally:
        for keeper in keepers:
            keeper.close()
        database.close()


def _listen(app: Flask, settings: Settings, host: str, port: int) -> Any:
    strangers = settings.trusted_proxies == 0  # then whoever sends the headers of a proxy is none
    return create_server(app, host=host, port=port, threads=THREADS, ident=None, clear_untrusted_proxy_headers=strangers)


def _shown(host: str) -> str:
    return f"[{host}]" if ":" in host else host
