"""``python -m bot`` is ``gumshoe``."""

from bot.cli import main

main()
