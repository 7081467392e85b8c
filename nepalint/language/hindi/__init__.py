"""Hindi: its verbs, nouns, pronouns and postpositions, as far as Nepali texts borrow them."""
