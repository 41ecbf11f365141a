"""Formats in and out, one file a format: bytes in, values out and back."""
