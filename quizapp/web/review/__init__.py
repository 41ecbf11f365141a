"""Reviewing: the queue, one question on one screen, decisions, the record, an overview."""
