"""Accounts: registering, signing in and out, passwords, recovery, data; and what admins do with people."""
