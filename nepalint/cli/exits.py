"""The exit codes."""

CHECKED, FOUND, NOT_CHECKED = 0, 1, 2
"""Nothing at or above the fail level; something; something could not be checked, or wrong usage."""

INTERRUPTED, BROKEN_PIPE = 130, 141
"""As shells number the signals INT and PIPE."""
