"""Classes, assignments, their results, and the projector."""
