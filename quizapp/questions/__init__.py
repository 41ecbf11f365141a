"""Facts become items: generators, distractors, checks, and which items a person let into play."""
