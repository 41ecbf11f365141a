"""A site served by the test's own process, and ended in the order that leaves no thread behind."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

from flask import Flask
from waitress import create_server, wasyncore


@contextmanager
def listening(app: Flask) -> Iterator[str]:
    """Serve an application; the address at which it answers.

    What listens is closed by the thread that waits on it: closed from another one it may be waited on when it is gone.
    """
    sockets: dict[int, object] = {}
    server = create_server(app, map=sockets, host="127.0.0.1", port=0, threads=4)
    thread = Thread(target=server.run, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.effective_port}"
    server.trigger.pull_trigger(lambda: wasyncore.close_all(sockets))
    thread.join(10)
    server.task_dispatcher.shutdown()
    assert not thread.is_alive()
