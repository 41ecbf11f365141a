"""Tests against real servers: Postgres for the data, Redis for the queue."""
