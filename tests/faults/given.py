"""What fuzzing gives to the commands: for each reader and each thing kept, real files, how they are changed, and who reads them."""

import itertools
import os
import random
import shutil
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple

from breach_wizard.exports import template
from breach_wizard.register import opened
from breach_wizard.report import Output
from tests.faults.mutations import of_bytes, of_json, of_text, of_toml, of_xml, of_zip
from tests.kit.forms import every
from tests.kit.registers import add, mark
from tests.kit.registers import made as for_register
from tests.kit.today import GUIDANCE

ROOT: Final = Path(__file__).parents[2]
DATA: Final = ROOT / "tests" / "data"
FORMS: Final = 300
"""So many of the made-up forms of others: one of each edition, layout and kind of document, or nearly."""

Commands = Sequence[Sequence[str]]


class Kind(NamedTuple):
    """One kind of what is read.

    Attributes:
        name: of what is tried.
        share: how many of each round of inputs.
        samples: real files of it.
        change: makes another of one.
        place: where the input stands, from the folder in which the commands run.
        commands: what reads it; the last only now and then.
    """

    name: str
    share: int
    samples: Callable[[], Sequence[bytes]]
    change: Callable[[random.Random, bytes], bytes]
    place: str
    commands: Commands


def released(pattern: str) -> list[bytes]:
    """Return what the releases wrote."""
    return [path.read_bytes() for path in sorted((DATA / "released").rglob(pattern))]


def forms(kind: str) -> list[bytes]:
    """Return made-up reports on others' forms."""
    return [one.data for one in itertools.islice(every(), FORMS) if one.name.endswith(f", {kind}")]


def _texts(change: Callable[[random.Random, str], str]) -> Callable[[random.Random, bytes], bytes]:
    def changed(chosen: random.Random, data: bytes) -> bytes:
        if not chosen.randrange(20):
            return of_bytes(chosen, data)
        return change(chosen, data.decode("utf-8", "replace")).encode("utf-8", "replace")

    return changed


def _page(chosen: random.Random, data: bytes) -> bytes:
    return of_xml(chosen, data, html=True) if chosen.randrange(20) else of_bytes(chosen, data)


def _markdown() -> list[bytes]:
    reports = [path.read_bytes() for path in sorted((DATA / "reports").glob("*.md"))]
    return [*released("*.md"), *reports, *forms("markdown")]


def _profiles() -> list[bytes]:
    whole = "\n".join(
        f'{name} = "{value}"'
        for name, value in (
            ("producer", "Office for Examples"), ("contact_name", "Jo"), ("contact_details", "desk@example.gov.uk"),
            ("hop_number", "020 7946 0000"), ("hop_email", "hop@example.gov.uk"), ("marking", "OFFICIAL"),
            ("nation", "scotland"), ("site", "gov-uk"), ("formats", "markdown, word"),
        )
    )  # fmt: skip
    return [f"{whole}\nplain = true\n".encode(), b'producer = "X"\n', b'take_down_note = """\ntwo\nlines\n"""\n']


def _register() -> list[bytes]:
    """A register of a few reports, as it lies on the disk."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "register.sqlite"
        register = opened(path)
        for title in ("Bus passengers", "Rail passengers", "School inspections"):
            add(register, for_register(outputs=(Output(title=title),)))
        mark(register, "2017-001", "decided")
        register.close()
        return [path.read_bytes()]


def _guidance() -> list[bytes]:
    """Each of our files, after a line that names it: the file in a body's folder that it stands for."""
    top = ROOT / "guidance"
    files = {path.relative_to(top).as_posix(): path.read_bytes() for path in sorted(top.rglob("*.toml"))}
    files["own/fields.toml"] = (DATA / "body" / "fields.toml").read_bytes()
    return [f"# {name.removeprefix('own/')}\n".encode() + data for name, data in files.items()]


def put_guidance(folder: Path, data: bytes) -> None:
    """Write own guidance where its first line says."""
    shutil.rmtree(folder, ignore_errors=True)
    name = data.split(b"\n", 1)[0].decode("utf-8", "replace").removeprefix("# ").strip()
    known = {path.relative_to(ROOT / "guidance").as_posix() for path in (ROOT / "guidance").rglob("*.toml")}
    path = folder / (name if name in known else "fields.toml")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


READ: Final = ("check", "{}"), ("export", "{}", "--to", "json", "--type", "other")
WHOLE: Final = ("check", "{}"), ("export", "{}", "--to", "markdown", "--type", "early-release")

KINDS: Final = (
    Kind("Markdown", 6, _markdown, _texts(of_text), "report.md", READ),
    Kind("text", 6, lambda: [*forms("text"), (DATA / "official-form-2017.txt").read_bytes()], _texts(of_text), "report.txt", WHOLE),
    Kind("web page", 6, lambda: forms("web"), _page, "report.html", WHOLE),
    Kind("Word", 6, lambda: [*released("*.docx"), *forms("word") * 2], of_zip, "report.docx", READ),
    Kind("ODT", 6, lambda: forms("odt"), of_zip, "report.odt", WHOLE),
    Kind("JSON", 20, lambda: [one for one in released("*.json") if b'"partial"' not in one], _texts(of_json), "report.json", WHOLE),
    Kind("answers", 8, lambda: [*released("*.toml"), (DATA / "ofsted-2017.toml").read_bytes()], _texts(of_toml), "answers.toml", WHOLE),
    Kind("draft", 24, lambda: released("*.draft.json"), _texts(of_json), "home/drafts/1.json",
         (("drafts",), ("check", "1"), ("drafts", "--json"), ("export", "1", "--to", "markdown"))),
    Kind("profile", 16, _profiles, _texts(of_toml), "home/profile.toml", (("profile",),)),
    Kind("register", 2, _register, of_bytes, "home/register.db",
         (("register", "list"), ("register", "search", "inspections"), ("register", "stats"), ("register", "rebuild"))),
    Kind("own guidance", 1, _guidance, _texts(of_toml), "body",
         (("guidance", "check"), ("check", str(DATA / "ofsted-2017.toml")))),
    Kind("template", 1, lambda: [template.starter(GUIDANCE)], of_zip, "form.docx",
         (("export", str(DATA / "ofsted-2017.toml"), "--template", "{}", "-o", "filled.docx", "--force"),)),
)  # fmt: skip
ROUND: Final = tuple(kind for kind in KINDS for _ in range(kind.share))


@cache
def _samples(name: str) -> Sequence[bytes]:
    return next(kind for kind in KINDS if kind.name == name).samples()


def kind_of(number: int) -> Kind:
    """Return what kind the input of a number is."""
    return ROUND[number % len(ROUND)]


def made(seed: int, number: int) -> tuple[bytes, Commands]:
    """Return the input of a number, and the commands that are to read it."""
    kind = kind_of(number)
    chosen = random.Random(f"{seed} fuzz {number}")
    data = chosen.choice(_samples(kind.name))
    for _ in range(chosen.choice((1, 1, 2, 3, 6))):
        data = kind.change(chosen, data)
    further = len(kind.commands) > 1 and chosen.randrange(4) > 0
    return data, kind.commands[: -1 if further else None]


def put(kind: Kind, data: bytes, folder: Path) -> None:
    """Lay an input where the commands read it."""
    if kind.name == "own guidance":
        put_guidance(folder / kind.place, data)
        return
    path = folder / kind.place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def environment(kind: Kind, folder: Path) -> None:
    """Set what the commands look at."""
    os.environ["BREACH_WIZARD_HOME"] = str(folder / "home")
    if kind.name == "own guidance":
        os.environ["BREACH_WIZARD_GUIDANCE"] = str(folder / kind.place)
    else:
        os.environ.pop("BREACH_WIZARD_GUIDANCE", None)
