"""Ids made of content, so that the same input has the same ids on every machine."""

import hashlib
import json

ID_LENGTH = 20
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def content_id(*parts: object) -> str:
    """Digest `parts` (strings, numbers, None, nested tuples) to 20 hex digits."""
    return hashlib.sha256(_encode(parts).encode("utf-8")).hexdigest()[:ID_LENGTH]
