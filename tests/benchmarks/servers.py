"""Compares web servers on this machine in one run, as ratios to the slowest: python -m tests.benchmarks.servers

Each serves the same site over the same SQLite file, one process with eight threads; eight clients play quick tens until the time is up.
Servers that are not installed are left out and named. Prints requests a second as a ratio, and the share of requests that failed.
"""

import http.cookiejar
import importlib.util
import os
import re
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path

SECONDS = 8.0
CLIENTS = 8
APP = "from quizapp.settings import load_settings; from quizapp.web import create_app; app = create_app(load_settings())"
COMMANDS = {
    "waitress": ["-m", "waitress", "--threads=8", "--port={port}", "bench_app:app"],
    "gunicorn": ["-m", "gunicorn", "--workers=1", "--threads=8", "--bind=127.0.0.1:{port}", "bench_app:app"],
    "granian": [
        "-m", "granian", "--interface=wsgi", "--workers=1", "--blocking-threads=8", "--port={port}", "--log-level=error", "bench_app:app",
    ],
}  # fmt: skip


@dataclass
class Tally:
    """What all clients together did."""

    done: int = 0
    failed: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)


def main() -> None:
    """Measure each server in turn and print a line for each."""
    folder = Path(tempfile.mkdtemp())
    (folder / "bench_app.py").write_text(APP, encoding="utf-8")
    environ = {**os.environ, "QUIZAPP_INSTANCE": str(folder / "instance"), "PYTHONPATH": f"{folder}{os.pathsep}{Path.cwd()}"}
    load = "from quizapp.settings import load_settings as s; from quizapp.services.database import open_database as o; "
    load += (
        "from quizapp.services.startup import load_seeds as l; from quizapp.resources import resource_folder as r; import datetime as d; "
    )
    load += "l(o(s().database(), s().instance), folder=r('seeds'), now=d.datetime.now(d.UTC))"
    subprocess.run([sys.executable, "-c", load], env=environ, check=True)
    rates = {name: measure(command, environ) for name, command in COMMANDS.items() if importlib.util.find_spec(name)}
    slowest = min(rate for rate, _ in rates.values())
    for name, (rate, failed) in rates.items():
        print(f"{name:10} {rate / slowest:5.2f} x the slowest; {failed:.1%} of requests failed")
    print("not installed:", ", ".join(set(COMMANDS) - set(rates)) or "none")


def measure(command: list[str], environ: dict[str, str]) -> tuple[float, float]:
    """Requests a second and the share that failed."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, *(part.format(port=port) for part in command)], env=environ, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        wait_for(port)
        tally, end = Tally(), time.monotonic() + SECONDS
        clients = [threading.Thread(target=play, args=(f"http://127.0.0.1:{port}", end, tally)) for _ in range(CLIENTS)]
        for client in clients:
            client.start()
        for client in clients:
            client.join()
    finally:
        server.terminate()
        server.wait()
    return tally.done / SECONDS, tally.failed / max(1, tally.done)


def wait_for(port: int) -> None:
    """Until the port answers."""
    for _ in range(200):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise SystemExit("the server did not start")


def play(address: str, end: float, tally: Tally) -> None:
    """Play quick tens, one after the other, until the time is up."""
    while time.monotonic() < end:
        opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))
        page = ask(opener, address, tally)
        page = ask(opener, f"{address}/play/quick-ten", tally, csrf_token=token(page))
        while time.monotonic() < end and 'type="radio"' in page:
            here = re.search(r'action="(/attempts/[^"]*/questions/\d+)"', page)
            option = re.search(r'name="answer" value="([^"]+)"|value="([^"]+)"[^>]*name="answer"', page)
            if not here or not option:
                break
            ask(opener, address + here[1], tally, csrf_token=token(page), answer=option[1] or option[2])
            page = ask(opener, address + here[1].split("/questions")[0], tally)


def token(page: str) -> str:
    """The form's CSRF token."""
    found = re.search(r'name="csrf_token" value="([^"]+)"', page)
    return found[1] if found else ""


def ask(opener: urllib.request.OpenerDirector, address: str, tally: Tally, **form: str) -> str:
    """One request, redirects followed; counted."""
    data = urllib.parse.urlencode(form).encode() if form else None
    page, failed = "", 0
    try:
        page = opener.open(address, data, timeout=30).read().decode()
    except (urllib.error.URLError, OSError):
        failed = 1
    with tally.lock:
        tally.done += 1
        tally.failed += failed
    return page


if __name__ == "__main__":
    main()
