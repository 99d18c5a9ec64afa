"""The layers: imports go down or sideways, heavy libraries stay where they belong, modules stay small."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "breach_wizard"
MODULES = sorted(PACKAGE.rglob("*.py"))

LAYERS = {
    "": 0, "errors": 0, "environment": 0, "invoked": 0, "stops": 0, "screen": 0, "patterns": 0, "records": 0,
    "text": 1, "dates": 1, "references": 1, "guidance": 1, "form": 1, "standing": 1, "parsing": 1, "toml_slips": 1, "regular": 1, "tables": 1, "misspelt": 1, "misplaced": 1,
    "interview": 2, "answers": 2, "approval": 2,
    "report": 3, "facts": 3, "check": 3, "messages": 3, "telling": 3, "changes": 3, "comparing": 3,
    "publication": 3, "publishing": 3,
    "exports": 4, "imports": 4,
    "files": 5, "staging": 5, "devices": 5, "aside": 5, "folders": 5, "homes": 5, "drafts": 5, "profile": 5, "profile_values": 5, "output": 5, "destination": 5,
    "prompts": 5, "register": 5,
    "wizard": 6, "terminal": 6, "upkeep": 6,
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
    "platformdirs": {"homes"},
    "anyascii": {"terminal"},
    "tomli_w": {"exports"},
    "shtab": {"cli"},
    "psycopg": {"register"},
    "typst": {"exports"},
    "pypdf": {"exports"},
}
LATE = {
    "__main__.py": "the command line is looked at before anything is loaded",
    "cli/__init__.py": "the parser is loaded only where there is something to parse, a command where one is carried out",
    "cli/parser.py": "the formats, and the options of the register, are of few commands",
    "cli/begin.py": "the first question is painted before the rest is loaded",
    "cli/completing.py": "its library and the guidance are needed by those only who ask for completion",
    "cli/door.py": "what only a fault needs",
    "cli/drafts.py": "the list is folded only in a terminal, and asks nothing; most drafts are of first reports",
    "cli/face.py": "one face is loaded",
    "cli/first_answer.py": "the first words are on the screen before the rest is loaded",
    "wizard/asking.py": "what an answer is looked at with is loaded when there is one",
    "wizard/around.py": "messages are loaded while the first question is read",
    "wizard/session.py": "what has changed is told of a report that is whole",
    "wizard/changing.py": "the check is loaded for the check page",
    "wizard/run.py": "the check page and what comes after it are loaded while questions are read",
    "cli/in_use.py": "paths, and what looks for slips, are needed only with a guidance of one's own",
    "cli/offering.py": "what going on with a draft needs is loaded while the list is read",
    "cli/interactive.py": "what only one command needs",
    "cli/register_lines.py": "the height of a screen is needed by few answers",
    "cli/place.py": "folders, and what reads a profile, are needed only where there may be a register",
    "cli/sources.py": "most arguments name a report, not a draft",
    "cli/waiting.py": "nobody is told where there is no terminal",
    "cli/registering.py": "a list of the register is answered at once",
    "register/__init__.py": "one database is loaded",
    "register/migrating.py": "a register that is up to date needs no migration",
    "cli/options.py": "the guidance is not needed by the options themselves",
    "destination.py": "an answers file is written by few",
    "exports/json.py": "pydantic is loaded for the schema alone",
    "exports/template.py": "its library is an optional extra",
    "exports/pdf.py": "its libraries are an optional extra",
    "guidance/__init__.py": "a style sheet is needed for a web page alone, paths and what reads TOML for a folder of one's own",
    "guidance/held.py": "what reads TOML is not needed for what is ready",
    "guidance/reader.py": "a value that can't be used is rare",
    "profile.py": "most commands change nothing of it",
    "guidance/slips.py": "what is near a word is asked only where somebody made a slip",
    "cli/reading.py": "the guidance is printed without what messages and slips need",
    "dates/clocks.py": "most commands tell no time",
    "interview/following.py": "most drafts in a list have nothing to follow",
    "imports/markdown.py": "our own form needs none of what others' forms are read with",
    "imports/own_computed.py": "few reports say what is to follow",
    "approval.py": "most commands read no day",
    "drafts/shape.py": "an answer that is a date is read to see that it is one",
    "misspelt.py": "what is near a word is asked only where somebody made a slip",
    "exports/__init__.py": "few formats need anything that may not be there",
    "parsing.py": "most files need TOML or JSON, and few both",
    "references.py": "what is near a word is asked only where one stands beside a number",
    "report/kinds.py": "what pydantic is told of a kind, where it is asked",
    "report/making.py": "pydantic says what is wrong, which is rare",
    "staging.py": "a temporary file needs a name on few systems",
    "cli/remembered.py": "with no profile, none is read; a damaged one is rare",
    "cli/remembering.py": "what may be kept is looked up only where something is changed",
    "invoked.py": "most commands tell nobody what to type",
    "homes.py": "platformdirs is not needed for the usual folders, nor with a home of our own",
    "folders.py": "a register is named by few",
    "cli/printing.py": "folding, and what went wrong, are needed by few",
    "terminal/plain.py": "few messages are copied",
    "terminal/texts.py": "few are written in an editor",
    "terminal/progress.py": "few commands have so much to do that a bar is drawn",
    "terminal/visible.py": "few texts hold anything hostile, few need the tables of another alphabet",
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


def test_no_import_leads_back_to_where_it_began() -> None:
    names = {".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path for path in MODULES}
    reached: dict[str, set[str]] = {}
    for name, path in names.items():
        found = set()
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Import):
                found |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                inner = {f"{node.module}.{alias.name}" for alias in node.names}
                found |= {one if one in names else str(node.module) for one in inner}
        reached[name] = {one for one in found if one in names and one != name}
    while free := [name for name, others in reached.items() if not others]:
        for name in free:
            del reached[name]
        for others in reached.values():
            others -= set(free)
    assert reached == {}


def test_every_module_keeps_to_its_layer() -> None:
    faults = []
    for path in MODULES:
        mine = part(path)
        for name, line in imported(ast.parse(path.read_text())):
            where = f"{path.relative_to(PACKAGE)}, line {line}: {name}"
            top, *rest = name.split(".")
            if top == "breach_wizard":
                theirs = rest[0] if rest and rest[0] in LAYERS else ""
                faults += [f"{where} is above"] if LAYERS[theirs] > LAYERS[mine] else []
            elif LAYERS[mine] <= 2:
                faults += [] if top in sys.stdlib_module_names else [f"{where} is no part of the standard library"]
            elif top in LIBRARIES and mine not in LIBRARIES[top]:
                faults.append(f"{where} has another door")
    assert faults == []


def test_every_module_is_small_and_says_what_it_is_for() -> None:
    for path in MODULES:
        text = path.read_text()
        assert ast.get_docstring(ast.parse(text)), path
        assert len(text.splitlines()) <= 300, path


def test_imports_stand_at_the_top() -> None:
    for path in MODULES:
        functions = [node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.FunctionDef)]
        late = [node for one in functions for node in ast.walk(one) if isinstance(node, (ast.Import, ast.ImportFrom))]
        assert not late or str(path.relative_to(PACKAGE)) in LATE, path


def test_patterns_are_made_when_they_are_used() -> None:
    for path in MODULES:
        made = [one for one in ast.parse(path.read_text()).body if isinstance(one, (ast.Assign, ast.AnnAssign))]
        assert not any(ast.unparse(one.value).startswith("re.compile(") for one in made if one.value), path
