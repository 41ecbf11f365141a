"""Articles of teachers."""
