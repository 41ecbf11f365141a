"""Typed values: how each is read, what its normal form is, when two are the same, and how it is shown."""
