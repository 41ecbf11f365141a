"""Playing: home, questions, feedback, results."""
