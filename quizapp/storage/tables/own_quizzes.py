"""Quizzes of teachers."""
