"""Measurements against peers, one command each. Everything measured on is generated; nothing is downloaded."""
