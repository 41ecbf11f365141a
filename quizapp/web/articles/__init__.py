"""The public library: articles with their evidence marked, and where they disagree."""
