"""The language server: what editors see of nepalint. It answers and publishes; it writes no file."""
