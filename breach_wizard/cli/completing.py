"""Completion for shells: the script of a shell, made from the parser, and the words that it asks for as one types."""

from __future__ import annotations

import argparse

from breach_wizard import TYPE_CHECKING
from breach_wizard.cli.options import Later
from breach_wizard.cli.printing import write
from breach_wizard.errors import BreachWizardError
from breach_wizard.invoked import NAME

if TYPE_CHECKING:
    from typing import Any, Final

SHELLS: Final = ("bash", "zsh", "fish")
WORDS: Final = ("drafts", "types")
"""What is not known before somebody types: the numbers of the drafts, and the breach types of the guidance in use."""

MEANT: Final[dict[str, tuple[tuple[str, ...], bool]]] = {
    "DRAFT": (("drafts",), False),
    "DRAFT|FILE": (("drafts",), True),
    "FILE": ((), True),
    "FILE|DRAFT": (("drafts",), True),
    "FORM": ((), True),
    "TYPE": (("types",), False),
    "TYPE|DRAFT|FILE": (("types", "drafts"), True),
}
"""By how an argument is called: which words it may be, and whether it may be the name of a file."""


class PrintCompletion(argparse.Action):
    """Prints the script that a shell is to read, and leaves."""

    def __call__(self, parser: argparse.ArgumentParser, _: Any, values: Any, __: str | None = None) -> None:
        """Print it; the library that makes it is loaded only here."""
        import shtab

        _mark(parser)
        write(shtab.complete(parser, shell=values) + "\n")
        parser.exit()


class PrintWords(argparse.Action):
    """Prints words for a script of completion, one a line, and leaves; nothing where they can't be had."""

    def __call__(self, parser: argparse.ArgumentParser, _: Any, values: Any, __: str | None = None) -> None:
        """Print them: what goes wrong has no place in a line that somebody is typing."""
        try:
            found = _drafts() if values == "drafts" else _types()
        except (BreachWizardError, OSError):
            found = []
        write("".join(f"{one}\n" for one in found))
        parser.exit()


def _types() -> list[str]:
    from breach_wizard import guidance

    return list(guidance.active().types)


def _drafts() -> list[str]:
    from pathlib import PurePath

    from breach_wizard import folders

    names = (PurePath(one.name) for one in folders.drafts().iterdir())
    numbers = (int(one.stem) for one in names if one.suffix == ".json" and one.stem.isdecimal())
    return [str(one) for one in sorted(numbers)]


def _mark(parser: argparse.ArgumentParser) -> None:
    """Say of each argument, in those of the commands too, what it is completed with."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, one in action.choices.items():
                action.choices[name] = one.parser if isinstance(one, Later) else one
                _mark(action.choices[name])
        elif isinstance(action.metavar, str) and action.metavar in MEANT:
            words, is_file = MEANT[action.metavar]
            action.complete = _completion(words, is_file=is_file)  # type: ignore[attr-defined]  # read by the library


def _completion(words: tuple[str, ...], *, is_file: bool) -> dict[str, Any]:
    """What each shell is to do: a function for bash and zsh, which the script brings along, commands for fish."""
    asked = [f"{NAME} --print-words {one} 2>/dev/null" for one in words]
    name = "_".join(("_breach_wizard", *words, *(["files"] if is_file else [])))
    in_bash = [*(f'compgen -W "$({one})" -- "$1"' for one in asked), *(['compgen -f -- "$1"'] if is_file else [])]
    in_zsh = [*(f'compadd -- ${{(f)"$({one})"}}' for one in asked), *(["_files"] if is_file else [])]
    in_fish = [*(f"({one})" for one in asked), *(["(__fish_complete_path (commandline -ct))"] if is_file else [])]
    return {
        "bash": name,
        "zsh": name,
        "fish": " ".join(in_fish),
        "preamble": {"bash": _function(name, in_bash), "zsh": _function(name, in_zsh)},
    }


def _function(name: str, lines: list[str]) -> str:
    return "\n".join((f"{name}() {{", *(f"  {line}" for line in lines), "}"))
