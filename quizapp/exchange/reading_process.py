"""The other side of services/reading_files.py: reads one file in a process that may take so much time and memory and no more.

A library that hangs or swells on a hostile file cannot be stopped inside a thread, but a process can.
Standard input: a line of JSON with the file's name, then its bytes. Standard output: JSON.
"""

import json
import logging
import sys

import msgspec

from quizapp.exchange.readable import FileRefused, Readable
from quizapp.exchange.reading import read_file

MEMORY = 900_000_000
SECONDS = 15
_TOO_BIG = FileRefused(found="a file that needs too much memory", expected="an ordinary document", do="Paste its text instead.")
_BROKE = FileRefused(found="a file that could not be read", expected="one that opens in its own program", do="Paste its text instead.")


def answer(name: str, data: bytes) -> dict[str, object]:
    """What reading gives, as JSON takes it; whatever goes wrong is a refusal."""
    try:
        return {"read": msgspec.to_builtins(read_file(name, data))}
    except FileRefused as refused:
        return _said(refused)
    except (MemoryError, RecursionError):
        return _said(_TOO_BIG)
    except Exception:  # a library met something that its authors did not think of
        return _said(_BROKE)


def understood(answered: dict[str, object]) -> Readable:
    """The value that `answer` gave; raises the FileRefused that it said."""
    if "refused" in answered:
        raise FileRefused(**msgspec.convert(answered["refused"], dict[str, str]))
    return msgspec.convert(answered["read"], Readable)


def main() -> None:
    """Read one file from standard input."""
    _limit()
    logging.disable(logging.CRITICAL)
    asked = json.loads(sys.stdin.buffer.readline())
    answered = answer(str(asked["name"]), sys.stdin.buffer.read())
    sys.stdout.buffer.write(json.dumps(answered).encode("ascii"))


def _limit() -> None:
    try:
        import resource
    except ImportError:  # not on Windows: there the time limit of the other side stands alone
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _said(refused: FileRefused) -> dict[str, object]:
    return {"refused": {"found": refused.found, "expected": refused.expected, "do": refused.do}}


if __name__ == "__main__":
    main()
