"""A guided terminal wizard for reporting a breach of the Code of Practice for Statistics."""

__version__ = "0.3.0"
