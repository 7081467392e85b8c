"""The only code that opens data: it validates, and hands out read-only tables."""
