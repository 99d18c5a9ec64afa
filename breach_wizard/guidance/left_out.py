"""What counts in place of a file of a body's guidance that can't be used."""

from pathlib import Path

from breach_wizard.guidance.held import Held


def instead(path: Path, held: Held) -> str:
    """Return as the end of a sentence what is in the place of a file, or of a folder, that is left out."""
    top = next((one for one in held.folders if path.is_relative_to(one)), None)
    if top is None:
        return "the built-in guidance is used."
    is_ours = (held.folders[0] / path.relative_to(top)).exists()
    return "the built-in file is used in its place." if is_ours else "it is left out."
