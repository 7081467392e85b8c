"""Files: which ones to read, reading them without hanging, and replacing them whole or not at all."""

from nepalint.files.names import printable
from nepalint.files.reading import Stamp, read
from nepalint.files.walking import TEXT_SUFFIXES, Found, discover
from nepalint.files.writing import write_atomic, write_output

__all__ = ["TEXT_SUFFIXES", "Found", "Stamp", "discover", "printable", "read", "write_atomic", "write_output"]
