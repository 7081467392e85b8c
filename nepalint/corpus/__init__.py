"""From folders of documents to a canonical corpus."""
