"""Ids made of content, so that the same input has the same ids on every machine."""

import hashlib
import json

ID_LENGTH = 20


def content_id(*parts: object) -> str:
    """Digest `parts` (strings, numbers, None, nested tuples) to 20 hex digits."""
    material = json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(material.encode("utf-8")).hexdigest()[:ID_LENGTH]
