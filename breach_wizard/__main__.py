"""Runs the command line: ``python -m breach_wizard``, and the ``breach-wizard`` script."""

import sys


def main() -> int:
    """Run the command that ``sys.argv`` asks for, and return its exit code."""
    try:
        from breach_wizard.cli import run

        return run(sys.argv[1:])
    except KeyboardInterrupt:  # before the door is there, or behind it
        return 130


if __name__ == "__main__":
    sys.exit(main())
