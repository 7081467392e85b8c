"""Nepali: its verbs, nouns, pronouns and numerals, taken apart and put together from one description."""
