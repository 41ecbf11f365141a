"""The library's articles, for admins: correcting, withdrawing, taking in what teachers share."""
