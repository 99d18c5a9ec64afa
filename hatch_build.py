"""Puts the built-in guidance into the wheel a second time, as modules: see breach_wizard/guidance/ready.py."""

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ReadyGuidance(BuildHookInterface):  # type: ignore[type-arg]
    """Makes the modules from guidance/ of this very source."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make them, unless what is installed is the checkout itself, whose TOML is read."""
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        from breach_wizard import guidance
        from breach_wizard.guidance import making

        self._folder = tempfile.TemporaryDirectory()
        read = guidance.Guidance((Path(self.root) / "guidance",))
        for name, text in [("__init__", ""), *making.modules(read)]:
            path = Path(self._folder.name) / f"{name}.py"
            path.write_text(text, encoding="utf-8")
            build_data["force_include"][str(path)] = f"breach_wizard/_ready/{name}.py"

    def finalize(self, *_: object) -> None:
        """Take away what is in the wheel by now."""
        if hasattr(self, "_folder"):
            self._folder.cleanup()
