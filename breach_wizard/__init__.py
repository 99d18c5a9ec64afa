"""A guided terminal wizard for reporting a breach of the Code of Practice for Statistics."""

__version__ = "0.3.0"

TYPE_CHECKING = False
"""In place of the name that ``typing`` has, whose import takes a third of what Python itself takes to start.

Tools that look at types go by the name alone.
"""
