"""Tests of quizapp.play."""
