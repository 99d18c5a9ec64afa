"""When something was, as people in the UK write it, in Europe/London, and the time between two moments.

Each part is imported from its own module: what only shows a moment needs nothing of what reads one.
"""
