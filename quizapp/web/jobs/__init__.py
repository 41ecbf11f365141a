"""Work in the background: its list, its progress, cancelling and trying again."""
