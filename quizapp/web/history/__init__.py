"""My attempts."""
