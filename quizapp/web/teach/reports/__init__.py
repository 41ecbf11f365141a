"""What players report about a teacher's own questions."""
