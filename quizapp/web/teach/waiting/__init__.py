"""A teacher's own questions that wait for her again."""
