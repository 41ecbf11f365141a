"""A teacher's own articles: adding, looking, changing, deleting, sharing."""
