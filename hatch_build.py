"""Parses the built-in guidance while a wheel is built, so that nobody who starts the program waits for it.

The TOML files stay what is written, read and published; they are in the wheel too. What they hold stands under their
text, so that a file which somebody changes there afterwards is parsed as it is then.
"""

import tempfile
import tomllib
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

MODULE = "breach_wizard/guidance/parsed.py"
"""Where the module goes that `breach_wizard.guidance.reader` looks for; a checkout has none."""


def parsed(folder: Path) -> str:
    """Return a module whose ``TABLES`` has what each TOML file of a folder holds, by the text of the file."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.toml"))]
    tables = {text: tomllib.loads(text) for text in texts}
    about = "The built-in guidance, by the text of each file. Made from them when the wheel was built."
    return f'"""{about}"""\n\nimport datetime\n\nTABLES = {tables!r}\n'


class ParsedGuidance(BuildHookInterface[Any]):
    """Adds that module to a wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write it beside the build, and say where it goes; what is installed to be edited does without."""
        if version == "standard":
            self.made = tempfile.TemporaryDirectory()
            path = Path(self.made.name, "parsed.py")
            path.write_text(parsed(Path(self.root, "guidance")), encoding="utf-8")
            build_data["force_include"][str(path)] = MODULE

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002 - its interface
        """Take it away again."""
        if version == "standard":
            self.made.cleanup()
