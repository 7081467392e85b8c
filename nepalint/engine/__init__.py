"""Running the rules on a document, mending it, and the ledger of what was mended."""
