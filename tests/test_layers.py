"""The layers: imports go down or sideways, heavy libraries stay where they belong, modules stay small."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "breach_wizard"
MODULES = sorted(PACKAGE.rglob("*.py"))

LAYERS = {
    "": 0, "errors": 0,
    "text": 1, "dates": 1, "references": 1, "guidance": 1, "form": 1, "standing": 1,
    "interview": 2, "answers": 2,
    "report": 3, "facts": 3, "check": 3, "messages": 3, "changes": 3, "comparing": 3,
    "exports": 4, "imports": 4,
    "files": 5, "folders": 5, "drafts": 5, "profile": 5, "output": 5, "prompts": 5,
    "wizard": 6, "terminal": 6,
    "cli": 7, "__main__": 7,
}  # fmt: skip
"""The first part of a module's name after the package's, and its layer."""

LIBRARIES = {
    "questionary": {"terminal"},
    "prompt_toolkit": {"terminal"},
    "rich": {"terminal"},
    "pydantic": {"report"},
    "markdown_it": {"imports"},
    "docx": {"exports"},
    "lxml": {"imports"},
    "docxtpl": {"exports"},
    "jinja2": {"exports"},
    "platformdirs": {"folders"},
    "anyascii": {"terminal"},
}
LATE = {
    "__main__.py": "the command line is looked at before anything is loaded",
    "cli/__init__.py": "the parser is loaded only where there is something to parse",
    "cli/begin.py": "the first question is painted before the rest is loaded",
    "cli/face.py": "one face is loaded, and the rest after the first question is painted",
    "cli/interactive.py": "what only one command needs",
    "exports/template.py": "its library is an optional extra",
    "folders.py": "platformdirs is not needed with a home of our own",
    "terminal/lines.py": "few need the tables of another alphabet",
    "terminal/rich.py": "a field and a screen are not needed for the first question",
}
"""Modules that may import inside a function, and why: the time to the first question, or an optional library."""


def part(path: Path) -> str:
    name = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    return "" if name == "__init__" else name


def imported(tree: ast.AST) -> Iterator[tuple[str, int]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            if node.module == "breach_wizard":
                yield from ((f"breach_wizard.{alias.name}", node.lineno) for alias in node.names)
            else:
                yield str(node.module), node.lineno


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_keeps_to_its_layer(path: Path) -> None:
    tree = ast.parse(path.read_text())
    mine = part(path)
    for name, line in imported(tree):
        top, *rest = name.split(".")
        if top == "breach_wizard":
            theirs = rest[0] if rest and rest[0] in LAYERS else ""
            assert LAYERS[theirs] <= LAYERS[mine], f"line {line}: {name} is above"
        elif LAYERS[mine] <= 2:
            assert top in sys.stdlib_module_names, f"line {line}: {name} is no part of the standard library"
        elif top in LIBRARIES:
            assert mine in LIBRARIES[top], f"line {line}: {name} has another door"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_is_small_and_says_what_it_is_for(path: Path) -> None:
    text = path.read_text()
    assert ast.get_docstring(ast.parse(text))
    assert len(text.splitlines()) <= 300


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_stand_at_the_top(path: Path) -> None:
    functions = [node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.FunctionDef)]
    late = [node for one in functions for node in ast.walk(one) if isinstance(node, (ast.Import, ast.ImportFrom))]
    assert not late or str(path.relative_to(PACKAGE)) in LATE
