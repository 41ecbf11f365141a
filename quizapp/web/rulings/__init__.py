"""Facts, names, and the rulings on both; for admins."""
