"""Web pages on a real SQLite file."""
