"""A folder that holds the worst that a file can be, among many good reports: every good one is told of, whole."""

import json
import os
from pathlib import Path

import pytest

from tests.imports.test_word import TRAPS
from tests.kit import hostile
from tests.kit.commands import GOLDEN, Command
from tests.kit.depth import FULL

GOOD = 500 if FULL else 60

DEEP = {
    "arrays.toml": b'breach_type = "x"\na = ' + b"[" * 3000 + b"]" * 3000,
    "tables.toml": b'breach_type = "x"\na = ' + b"{a=" * 3000 + b"1" + b"}" * 3000,
    "digits.toml": b"impact = " + b"1" * 5000,
    "digits.json": b'{"impact": ' + b"1" * 5000 + b"}",
    "objects.json": b"{" + b'"a":{' * 100_000 + b"}" * 100_001,
    "lists.json": b"[" * 100_000 + b"]" * 100_000,
    "brackets.md": b"# Report of a breach\n" + b"[ " * 50_000,
}
WRONG = {
    "list.json": b'{"schema": 2, "outputs": 5, "actions": 7}',
    "kinds.json": b'{"breach_type": 5, "impact": [], "occurrences": {"a": [1]}, "actions": [null]}',
    "null.json": b'{"breach_type": null, "due": null, "more": [5]}',
    "empty.toml": b'breach_type = "late-publication"\nimpact = ""\n',
    "mark.toml": b'\xef\xbb\xbf\nimpact = "\xff"',
    "old.toml": b'breach_type = "x"\rimpact = 5\r',
    "zeros.md": bytes(100_000),
    "escapes.md": GOLDEN.read_bytes().replace(b"Ofsted", f"Of {hostile.ALL} sted".encode()),
    "escapes.toml": f"{json.dumps(hostile.SURVIVES_CLEANING)} = 1\n".encode(),
    "half.md": GOLDEN.read_bytes()[:700],
}


@pytest.mark.skipif(os.name != "posix", reason="Windows has neither such names nor such pipes")
def test_every_good_one_is_told_of_and_nothing_that_a_terminal_obeys(command: Command, tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    for number in range(GOOD):
        (folder / f"good-{number}.md").write_bytes(GOLDEN.read_bytes())
    for name, data in {**DEEP, **WRONG}.items():
        (folder / name).write_bytes(data)
    for number, trap in enumerate(TRAPS.values()):
        (folder / f"trap-{number}.docx").write_bytes(trap())
    for name in ("\x1b]0;PWNED\x07.md", "a\nb.md", "\u202efdp.md", os.fsdecode(b"b\xff.md")):
        (folder / name).write_bytes(WRONG["half.md"])
    os.mkfifo(folder / "pipe.md")
    (folder / "away.md").symlink_to("nowhere")
    (folder / "round.md").symlink_to("round.md")
    for json_too in ((), ("--json",)):
        done = command("check", "reports", *json_too)
        assert done.returncode == 1
        hostile.sent(done.stdout)
        hostile.sent(done.stderr)
        assert b"Traceback" not in done.stderr
    told = {Path(one["file"]).name: one["findings"] for one in json.loads(done.stdout)}
    clean = told["good-0.md"]
    assert not [one for one in clean if one["level"] == "error"]
    assert all(told[f"good-{number}.md"] == clean for number in range(GOOD))
    for name in (*DEEP, *WRONG, *(f"trap-{number}.docx" for number in range(len(TRAPS)))):
        assert name == "escapes.md" or told.get(name) or name.encode() in done.stderr, name
