"""The built-in guidance as the modules that a wheel brings."""

from pathlib import Path

from breach_wizard import guidance
from breach_wizard.guidance import Guidance, making


def put_modules(package: Path) -> None:
    """Make them in a new folder."""
    package.mkdir()
    for name, text in making.modules(Guidance((guidance.built_in(),))):
        (package / f"{name}.py").write_text(text, encoding="utf-8")
