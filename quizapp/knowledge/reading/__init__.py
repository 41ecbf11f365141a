"""Reading: from the text of record to blocks, sentences and passages, each a span of it."""
