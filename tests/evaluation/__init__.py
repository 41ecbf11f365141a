"""How well extraction reads: against hand labels, against pairs of articles, against the seeds' pack, and at what cost."""
