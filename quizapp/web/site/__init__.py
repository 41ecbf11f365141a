"""Pages and choices that belong to no part of the site."""
