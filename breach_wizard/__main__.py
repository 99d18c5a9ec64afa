"""Runs the command line: ``python -m breach_wizard``, and the ``breach-wizard`` script."""

import sys

from breach_wizard import __version__


def _is_said(line: str) -> bool:
    """Print the line, if nothing is in the way; what that is, the command line itself tells."""
    try:
        sys.stdout.write(line)
        sys.stdout.flush()
    except (AttributeError, OSError, ValueError):
        return False
    return True


def main() -> int:
    """Run the command that ``sys.argv`` asks for, and return its exit code."""
    if sys.argv[1:] in (["--version"], ["-V"]) and _is_said(f"breach-wizard {__version__}\n"):
        return 0
    try:
        from breach_wizard.cli import run

        return run(sys.argv[1:])
    except KeyboardInterrupt:  # before the door is there, or behind it
        return 130


if __name__ == "__main__":
    sys.exit(main())
