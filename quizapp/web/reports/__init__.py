"""Reporting a problem with a question."""
