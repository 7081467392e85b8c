"""`python -m nepalint`."""

from nepalint.cli import main

if __name__ == "__main__":
    main()
