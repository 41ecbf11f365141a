"""Pages for teachers."""
