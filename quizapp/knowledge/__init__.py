"""Articles, what they claim, and where they agree, limit and contradict each other."""
