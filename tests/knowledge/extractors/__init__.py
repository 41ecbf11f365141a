"""Tests of extraction, each on a short text of its own."""
