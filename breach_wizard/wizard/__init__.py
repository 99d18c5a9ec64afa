"""Drives an interview through a Prompter: which question comes next, what is kept, what is shown. Knows no terminal."""
