"""A file of one's own to start from: a built-in one with its keys explained, or a new breach type after another."""

import re
from collections.abc import Iterator

from breach_wizard.errors import UsageError
from breach_wizard.guidance import Guidance, built_in
from breach_wizard.guidance.slips import meant
from breach_wizard.patterns import pattern
from breach_wizard.upkeep.keys import Key, keys

HEAD = "A built-in file, to change. In your own folder keep only what you change: the rest is taken from here."
NAME = pattern(r"[a-z][a-z0-9-]*")
WIDTH = 118
"""Columns of a comment."""


def files() -> list[str]:
    """Return the names of the built-in files, as `shown` takes them."""
    top = built_in()
    return sorted(path.relative_to(top).as_posix() for path in top.rglob("*.toml"))


def shown(name: str) -> str:
    """Return a built-in file, with what each of its keys means in comments before it.

    Raises:
        UsageError: there is no such file.
    """
    wanted = name.replace("\\", "/").removeprefix("./")
    names = {name for one in (wanted, wanted.removesuffix(".toml")) for name in (one, f"{one}.toml")}
    found = [one for one in files() if names & {one, one.rpartition("/")[2]}]
    if not found:
        near = meant(wanted, files())
        raise UsageError(f"There is no built-in file {name!r}.{near} Use one of: {', '.join(files())}.")
    return "\n".join([*explained(found[0]), "", (built_in() / found[0]).read_text("utf-8")])


def explained(name: str) -> Iterator[str]:
    """Yield comments: what the keys of a file mean, by the table that they stand in."""
    yield from _comment(HEAD)
    table = None
    for one in keys(name.partition("/")[0]):
        if one.table != table:
            table = one.table
            yield "#"
            if table:
                yield f"# [{table}]"
        yield from _comment(_line(one))


def _line(one: Key) -> str:
    return f"{one.name} ({one.holds}{', needed' if one.needed else ''}): {one.meaning}"


def _comment(text: str) -> Iterator[str]:
    line = "#"
    for word in text.split():
        if len(line) + 1 + len(word) > WIDTH:
            yield line
            line = "#  "
        line += f" {word}"
    yield line


def new_type(name: str, like: str, guidance: Guidance) -> str:
    """Return the file of a new breach type, with the words of another and a place and a title of its own.

    Args:
        name: the id that it is to have.
        like: the id of the type that is nearest.
        guidance: in which types the two must be known and not known.

    Raises:
        UsageError: there is no such type, there is one of the name already, or it can't be a name.
    """
    if like not in guidance.types:
        raise UsageError(f"There is no breach type {like!r}. Use one of: {', '.join(guidance.types)}.")
    if name in guidance.types:
        raise UsageError(f"There is a breach type {name!r} already. Choose another name.")
    if not NAME.fullmatch(name):
        raise UsageError(f"{name!r} can't be a name: take small letters, digits and hyphens, such as wrong-file.")
    words = name.replace("-", " ")
    article = "an" if words[0] in "aeiou" else "a"
    changed = {
        "order": str(max(one.order for one in guidance.types.values()) + 1),
        "title": f'"{words.capitalize()}"',
        "noun": f'"{words}"',
        "noun_with_article": f'"{article} {words}"',
        "choice": f'"{words.capitalize()}"',
        "title_at_other_time": '""',
        "clause": '""\nlists_are_ours = true',  # the official guidance names none of either with it
    }
    path = next(one for one in guidance.in_folder("breach-types") if one.stem == like)  # a body's may hold a part of it
    return _with(path.read_text("utf-8-sig"), changed, name, like)


def _with(text: str, changed: dict[str, str], name: str, like: str) -> str:
    text = re.sub(r"^lists_are_ours = .*\n", "", text, flags=re.MULTILINE)
    for key, value in changed.items():
        text = re.sub(rf"^{key} = .*$", f"{key} = {value}", text, count=1, flags=re.MULTILINE)
    head = [
        f"# The breach type {name}, begun from {like}. Save it as breach-types/{name}.toml in your own folder, change",
        f"# what differs, and look with: breach-wizard guidance check. For messages, add {name!r} to their types.",
    ]
    listed = [f"# {one.table + '.' if one.table else ''}{one.name}: {one.meaning}" for one in keys("breach-types")]
    return "\n".join([*head, "#", *listed, "", text])
