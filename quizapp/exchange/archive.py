"""ZIP archives that people bring: looked at before anything is unpacked, and never unpacked further than they say."""

from io import BytesIO
from zipfile import BadZipFile, ZipFile

from quizapp.exchange.readable import LARGEST_UNPACKED, FileRefused, megabytes

MOST_PARTS = 2_000
THINNEST = 200
"""Text shrinks to a tenth, XML to a fiftieth; what shrinks more is made to swell."""
ALLOWED_THIN = 1_000_000
_DO = "Save the document again in its own program, or paste the text."


def open_archive(data: bytes, *, called: str) -> ZipFile:
    """The archive, every part of it of a size it may have; raises FileRefused for a broken, locked or swelling one."""
    try:
        archive = ZipFile(BytesIO(data))
    except (BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise FileRefused(found="a broken archive", expected=called, do=_DO) from error
    parts = archive.infolist()
    unpacked = sum(part.file_size for part in parts)
    if len(parts) > MOST_PARTS:
        raise FileRefused(found=f"{len(parts):,} files inside it", expected=f"at most {MOST_PARTS:,}", do=_DO)
    if unpacked > LARGEST_UNPACKED or any(_swells(part.file_size, part.compress_size) for part in parts):
        found = f"a file that swells to {megabytes(unpacked)} when it is unpacked"
        raise FileRefused(found=found, expected=f"at most {megabytes(LARGEST_UNPACKED)}, packed as {called} are", do=_DO)
    if any(part.flag_bits & 1 for part in parts):
        raise FileRefused(found="parts locked with a password", expected=f"{called} that opens without one", do=_DO)
    return archive


def part(archive: ZipFile, name: str) -> bytes | None:
    """One part's bytes; None when there is none, raises FileRefused when it is broken."""
    try:
        return archive.read(name)
    except KeyError:
        return None
    except (BadZipFile, ValueError, OSError, NotImplementedError, RuntimeError) as error:
        raise FileRefused(found=f"a broken part “{name[:60]}”", expected="a whole file", do=_DO) from error
    except Exception as error:  # zlib.error, lzma.LZMAError: each packing has its own
        raise FileRefused(found=f"a part “{name[:60]}” that cannot be unpacked", expected="a whole file", do=_DO) from error


def _swells(size: int, packed: int) -> bool:
    return size > ALLOWED_THIN and size > THINNEST * max(packed, 1)
