"""The text layer: bytes to text and back, places in a text, Devanagari facts, zones. Needs nothing of the package."""
