"""Serve the library of `skerry`: python -m browser.serve INSTANCE PORT; prints the port when it answers."""

import sys
from pathlib import Path

from waitress import create_server

from quizapp.services.database import open_database
from quizapp.settings import Settings
from quizapp.web import create_app
from web import skerry


def main(instance: Path, port: int) -> None:
    """Load the library unless it is there, then serve until killed."""
    settings = Settings(instance=instance)
    fresh = not (instance / "quizapp.sqlite").exists()
    db = open_database(settings.database(), instance)
    if fresh:
        skerry.load(db)
    server = create_server(create_app(settings, db), host="127.0.0.1", port=port, threads=8)
    print(server.effective_port, flush=True)
    server.run()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
