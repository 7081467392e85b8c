"""Names in a text: which entries of the gazetteer it mentions, in whatever spelling."""

from nepalint.facts.names.mentions import NameFact, find_names

__all__ = ["NameFact", "find_names"]
