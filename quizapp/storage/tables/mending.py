"""Items mended after they were played."""
