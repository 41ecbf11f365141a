"""Digests of secrets that carry enough chance of their own, such as random tokens; passwords are hashed by argon2 instead."""

import hashlib


def digest(text: str) -> str:
    """SHA-256 in hexadecimal; takes anything that was sent."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
