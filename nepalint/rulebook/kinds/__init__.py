"""The declarative kinds: each module turns one kind of `[[rule]]` into a rule."""
