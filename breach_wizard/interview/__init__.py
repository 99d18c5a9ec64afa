"""The interview as pure code: which questions apply, what an answer means, what is proposed.

Nothing here reads a clock, a file or a terminal: a `context.Context` brings the moment, the guidance and what is
remembered. Each part is imported from its own module: few commands need them all.
"""
