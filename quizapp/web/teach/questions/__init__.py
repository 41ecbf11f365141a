"""Questions on a teacher's article."""
