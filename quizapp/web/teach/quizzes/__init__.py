"""A teacher's quizzes."""
