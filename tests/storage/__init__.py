"""Tests of quizapp.storage."""
