"""Runs the command line: ``python -m breach_wizard``, and the ``breach-wizard`` script."""

import sys


def main() -> int:
    """Run the command that ``sys.argv`` asks for, and return its exit code."""
    try:
        if sys.argv[1:] in (["--version"], ["-V"]) and _is_told():
            return 0
        from breach_wizard.cli import run

        return run(sys.argv[1:])
    except KeyboardInterrupt:  # before the door is there, or behind it
        return 130


def _is_told() -> bool:
    """Print the version, which needs no parser; what goes wrong is told by whoever has more at hand."""
    from breach_wizard import __version__

    try:
        print(f"breach-wizard {__version__}", flush=True)  # noqa: T201
    except (OSError, ValueError, AttributeError):
        return False
    return sys.stdout is not None


if __name__ == "__main__":
    sys.exit(main())
