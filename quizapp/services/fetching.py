"""Fetching a web page for a teacher, where the operator allows it: from public addresses alone, without redirects, little and quickly."""

import http.client
import socket
import ssl
import threading
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from time import monotonic
from typing import Final
from urllib.parse import SplitResult, quote, urlsplit

from quizapp.services.errors import FieldRefused

LARGEST: Final = 1_000_000
SECONDS: Final = 5.0
LONGEST: Final = 1_000
AGENT: Final = "quizapp (a teacher asked for this page)"
PORTS: Final = {"http": 80, "https": 443}
_TRANSLATED: Final = ip_network("64:ff9b::/96"), ip_network("64:ff9b:1::/48")
_HTML: Final = ("text/html", "application/xhtml+xml")
_SAVE: Final = "Save the page in your browser and upload it, or paste its text."
_LATE: Final = ("a page that does not come within five seconds", "one that does", _SAVE)

Address = IPv4Address | IPv6Address
Resolve = Callable[[str, int], Sequence[str]]
Allowed = Callable[[Address], bool]


@dataclass(frozen=True, kw_only=True, slots=True)
class Target:
    """Where to connect and what to ask for there."""

    secure: bool
    host: str
    port: int
    path: str


def is_public(address: Address) -> bool:
    """Whether anybody on the internet can reach it; addresses that wrap another one are judged by that or refused."""
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped is not None:
            return is_public(address.ipv4_mapped)
        if address.sixtofour or address.teredo or any(address in network for network in _TRANSLATED):
            return False
    return address.is_global and not address.is_multicast and not address.is_reserved


def fetch(address: str, *, resolve: Resolve | None = None, allowed: Allowed = is_public, ports: frozenset[int] | None = None) -> bytes:
    """The page at this address; raises FieldRefused on `address`. `resolve`, `allowed` and `ports` are for tests."""
    target = target_of(address, frozenset(PORTS.values()) if ports is None else ports)
    places = (resolve or _resolve)(target.host, target.port)
    return _load(target, checked(places, allowed))


def target_of(address: str, ports: frozenset[int]) -> Target:
    """What the address asks for; raises FieldRefused for what is no plain http or https address."""
    text = address.strip()
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        raise _refused("no address", "one that begins with https://", "Copy it from your browser.") from None
    if parts.scheme not in PORTS or not parts.hostname or len(text) > LONGEST or any(sign <= " " or sign == "\x7f" for sign in text):
        raise _refused(f"“{text[:60]}”", "an address that begins with https://", "Copy it from your browser.")
    if parts.username is not None or parts.password is not None:
        raise _refused("a name and password in the address", "an address without them", _SAVE)
    port = PORTS[parts.scheme] if port is None else port
    if port not in ports:
        raise _refused(f"the port {port}", "a web page at its usual port", _SAVE)
    return Target(secure=parts.scheme == "https", host=_ascii(parts.hostname), port=port, path=_path(parts))


def checked(places: Sequence[str], allowed: Allowed) -> str:
    """The first of the addresses that a name stands for, when every one of them may be asked; raises FieldRefused."""
    found = [ip_address(place.partition("%")[0]) for place in places]
    if not found:
        raise _refused("no server of that name", "a page that is on the internet", "Check the address.")
    if not all(allowed(one) for one in found):
        raise _refused("an address inside a private network", "a page that is on the internet", _SAVE)
    return str(found[0])


def _ascii(host: str) -> str:
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        raise _refused("no name of a server", "one like example.org", "Copy the address from your browser.") from None


def _path(parts: SplitResult) -> str:
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=-._~")
    return f"{path}?{quote(parts.query, safe='/%:@!$&()*+,;=-._~?')}" if parts.query else path


def _resolve(host: str, port: int) -> list[str]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except OSError:
        return []
    return list(dict.fromkeys(str(one[4][0]) for one in found))


def _load(target: Target, place: str) -> bytes:
    """Ask exactly the address that was checked: a name resolved a second time may lead elsewhere."""
    began = monotonic()
    open_now: list[socket.socket] = []
    watch = threading.Timer(SECONDS, _hang_up, [open_now])  # ends a server that sends one letter a second, too
    watch.daemon = True
    watch.start()
    connection = http.client.HTTPConnection(target.host, target.port, timeout=SECONDS)
    try:
        connection.sock = _connected(target, place, open_now)
        connection.request("GET", target.path, headers={"User-Agent": AGENT, "Accept": "text/html", "Connection": "close"})
        with closing(connection.getresponse()) as response:
            page = _page(response)
    except (OSError, ValueError, http.client.HTTPException) as error:
        raise _refused(*_LATE) from error
    finally:
        watch.cancel()
        connection.close()
        _hang_up(open_now)
    if monotonic() - began >= SECONDS:
        raise _refused(*_LATE)  # what came before the server was hung up on is half a page
    return page


def _connected(target: Target, place: str, open_now: list[socket.socket]) -> socket.socket:
    raw = socket.create_connection((place, target.port), timeout=SECONDS)
    open_now.append(raw)
    if not target.secure:
        return raw
    wrapped = ssl.create_default_context().wrap_socket(raw, server_hostname=target.host, do_handshake_on_connect=False)
    open_now.append(wrapped)
    wrapped.do_handshake()
    return wrapped


def _hang_up(open_now: list[socket.socket]) -> None:
    for one in open_now:
        with suppress(OSError):  # it ended by itself, or lives on in the one that wraps it
            one.shutdown(socket.SHUT_RDWR)
        one.close()


def _page(response: http.client.HTTPResponse) -> bytes:
    if 300 <= response.status < 400:
        raise _refused("a redirect to another address", "the address of the page itself", "Open it in your browser and copy where it ends.")
    if response.status != 200:
        raise _refused(f"the answer {response.status}", "a page that everybody may open", _SAVE)
    if not (response.getheader("Content-Type") or "").lower().startswith(_HTML):
        raise _refused("something that is no web page", "a web page", "Save it and upload the file.")
    data = response.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise _refused("a page of more than 1 MB", "at most 1 MB", _SAVE)
    return data


def _refused(found: str, expected: str, do: str) -> FieldRefused:
    return FieldRefused("address", f"Found {found}; expected {expected}. {do}")
