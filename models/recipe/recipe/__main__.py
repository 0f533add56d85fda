"""`python -m recipe COMMAND`."""

from .commands import main

main()
