"""What is known of words: counts, suffixes, spellings, names. Everything here is pure."""
