"""Fetching a page for a teacher: nothing private, no redirects, little, and quickly; each refusal in words."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from ipaddress import ip_address

import pytest

from quizapp.services import fetching
from quizapp.services.errors import FieldRefused
from quizapp.services.fetching import checked, fetch, is_public, target_of

PAGE = b"<!doctype html><p>The mill turns.</p>"
PRIVATE = (
    "127.0.0.1", "127.9.9.9", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "224.0.0.1",
    "255.255.255.255", "198.18.0.1", "::1", "::", "fe80::1", "fc00::1", "ff02::1", "::ffff:10.0.0.1", "::ffff:127.0.0.1",
    "64:ff9b::a00:1", "2002:0a00:0001::", "2001:0:1::1",
)  # fmt: skip


class Pages(BaseHTTPRequestHandler):
    """A small server with every trouble that a page can make."""

    def do_GET(self) -> None:
        """Answer by the path."""
        match self.path:
            case "/moved":
                self._answer(302, b"", Location="http://example.org/")
            case "/picture":
                self._answer(200, b"x", kind="image/png")
            case "/large":
                self._answer(200, b"x" * 1_000_001)
            case "/missing":
                self._answer(404, PAGE)
            case "/slow":
                self._drip()
            case _:
                self._answer(200, PAGE)

    def _answer(self, status: int, body: bytes, *, kind: str = "text/html; charset=utf-8", **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def _drip(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        try:
            for _ in range(100):
                self.wfile.write(b"x")
                self.wfile.flush()
                time.sleep(0.1)
        except OSError:
            return

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def serving() -> Iterator[int]:
    """The server's port."""
    server = HTTPServer(("127.0.0.1", 0), Pages)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def fetch_here(path: str, port: int) -> bytes:
    """Fetch from the small server, which only a test may."""
    return fetch(
        f"http://mill.example:{port}{path}",
        resolve=lambda *_: ["127.0.0.1"],
        allowed=lambda _: True,
        ports=frozenset({port}),
    )


def test_a_server_on_this_machine_is_refused() -> None:
    with serving() as port, pytest.raises(FieldRefused, match="inside a private network"):
        fetch(f"http://127.0.0.1:{port}/", ports=frozenset({port}))


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "[::1]", "2130706433", "0x7f.1", "127.1"])
def test_no_way_to_write_this_machine_gets_past(host: str) -> None:
    with pytest.raises(FieldRefused, match=r"private network|no server of that name|no address"):
        fetch(f"http://{host}/")


@pytest.mark.parametrize("place", PRIVATE)
def test_private_addresses_are_none_of_ours(place: str) -> None:
    assert not is_public(ip_address(place))


@pytest.mark.parametrize("place", ["93.184.216.34", "2606:2800:220:1::1", "::ffff:93.184.216.34"])
def test_public_addresses_may_be_asked(place: str) -> None:
    assert is_public(ip_address(place))


def test_one_private_address_among_several_is_enough_to_refuse() -> None:
    with pytest.raises(FieldRefused, match="private network"):
        checked(["93.184.216.34", "10.0.0.1"], is_public)
    assert checked(["93.184.216.34", "93.184.216.35"], is_public) == "93.184.216.34"


def test_the_address_that_was_checked_is_the_one_that_is_asked() -> None:
    with serving() as port:
        assert fetch_here("/", port) == PAGE


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/moved", "a redirect to another address"),
        ("/picture", "something that is no web page"),
        ("/large", "a page of more than 1 MB"),
        ("/missing", "the answer 404"),
    ],
)
def test_what_is_no_small_open_page_is_refused(path: str, said: str) -> None:
    with serving() as port, pytest.raises(FieldRefused, match=said) as refused:
        fetch_here(path, port)
    assert refused.value.field == "address"


def test_a_server_that_sends_a_letter_at_a_time_is_hung_up_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "SECONDS", 1.0)
    began = time.monotonic()
    with serving() as port, pytest.raises(FieldRefused, match="within five seconds"):
        fetch_here("/slow", port)
    assert time.monotonic() - began < 5


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("ftp://example.org/x", "begins with https://"),
        ("file:///etc/passwd", "begins with https://"),
        ("example.org", "begins with https://"),
        ("http:///x", "begins with https://"),
        ("http://[::1", "no address"),
        ("http://example.org:99999/", "no address"),
        ("http://example.org:22/", "the port 22"),
        ("http://tess:secret@example.org/", "a name and password"),
        ("http://example.org/" + "x" * 1_000, "begins with https://"),
        ("http://exa mple.org/", "begins with https://"),
        ("http://example.org/\r\nHost: x", "begins with https://"),
    ],
)
def test_what_is_no_plain_address_is_refused_before_anything_is_asked(address: str, said: str) -> None:
    with pytest.raises(FieldRefused, match=said):
        target_of(address, frozenset({80, 443}))


def test_the_path_is_sent_as_the_web_writes_it() -> None:
    target = target_of("https://Bücher.example/straße/a b?q=ü".replace(" ", "%20"), frozenset({443}))
    assert (target.secure, target.host, target.port) == (True, "xn--bcher-kva.example", 443)
    assert target.path == "/stra%C3%9Fe/a%20b?q=%C3%BC"
