"""Other ways to play: the day's ten, what was missed, what is due, chosen articles."""
