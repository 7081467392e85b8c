"""The dates that a document names: `nepalint.facts.dates.find` gives them as facts, in order."""
