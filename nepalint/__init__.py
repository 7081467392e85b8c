"""nepalint reads Nepali documents and finds, explains and mends what is wrong in them."""

__all__ = ["__version__"]

__version__ = "0.1.0"
