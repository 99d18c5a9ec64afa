"""What the help of a command says beyond its options: examples, and what its exit code means."""

from __future__ import annotations

from collections.abc import Mapping

from breach_wizard import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Final

DONE: Final = "0 done; 1 the answers or the file are at fault; 2 usage; 3 our fault, or it could not be written"
STOPPED: Final = f"{DONE}; 130 stopped with Ctrl-C, 129 and 143 by a signal"


class Told:
    """Examples, each the words after the name of the program; the exit codes; whether breach types are named."""

    def __init__(self, examples: tuple[str, ...] = (), codes: str = DONE, *, with_types: bool = False) -> None:
        self.examples = examples
        self.codes = codes
        self.with_types = with_types


TOLD: Final[Mapping[str, Told]] = {
    "new": Told(("new", "new --example", "new --answers answers.toml --no-input -o report.md"), STOPPED),
    "resume": Told(("resume 1", "resume report.docx"), STOPPED),
    "drafts": Told(("drafts", "drafts delete --older-than 90d")),
    "check": Told(
        ("check report.md", "check reports/ --json"),
        "0 nothing keeps a report from being sent; 1 something does; 2 usage; 3 the program broke over a file",
    ),
    "export": Told(
        (
            "export report.md -o report.docx",
            "export 1 --to answers -o answers.toml",
            "export report.md --for-publication",
        ),
        with_types=True,
    ),
    "guidance": Told(("guidance late-publication", "guidance check"), with_types=True),
    "messages": Told(("messages early-release", "messages 1"), with_types=True),
    "profile": Told(("profile", "profile nation=wales")),
    "register": Told(("register add report.docx", "register list --open", "register mark 2017-001 received")),
    "help": Told(("help export", "help register add")),
    "register add": Told(("register add report.docx", "register add reports/ --no-input"), with_types=True),
    "register list": Told(("register list", "register list --open", "register list --from 2025-04-01 --json")),
    "register search": Told(("register search school inspections",)),
    "register show": Told(("register show 2017-001", "register show 2017-001 --version 1")),
    "register history": Told(("register history 2017-001",)),
    "register mark": Told(
        (
            "register mark 2017-001 received --on '22 March 2017'",
            "register mark 2017-001 sent --to 'Good Practice Team'",
        )
    ),
    "register stats": Told(("register stats", "register stats --years calendar --html cases.html")),
    "register export": Told(("register export --to csv -o cases.csv",)),
    "register rebuild": Told(("register rebuild",)),
    "register copy": Told(("register copy --to postgresql://db.example.gov.uk/breaches",)),
    "register erase": Told(("register erase 2017-001 --by HoP --why 'retention schedule'",)),
    "register hold": Told(("register hold 2017-001 --by HoP --note inquiry",)),
    "register due": Told(("register due --older-than 7y",)),
}
