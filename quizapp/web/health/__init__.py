"""Whether the site works, for machines."""
