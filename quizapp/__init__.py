"""quizapp: questions that grow out of facts, facts that grow out of words in an article."""
