"""Whole quizzes in a real browser."""
