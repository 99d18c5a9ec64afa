"""What somebody did who wrote TOML that is none, in our words: the library says where, and hardly why."""

from collections.abc import Sequence

from breach_wizard.patterns import pattern

KEY = pattern(
    r"[ \t]{0,99}(?P<name>[\w.-]{1,99}|\"[^\"\n]{0,99}\"|'[^'\n]{0,99}')[ \t]{0,9}=[ \t]{0,9}(?P<value>[^\n]{0,300})"
)
HEADING = pattern(r"[ \t]{0,99}\[\[?[ \t]{0,9}(?P<name>[^\]\n]{0,200})\]?")
NUMERIC_DAY = pattern(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}(?![\w.:-])")
BARE_WORDS = pattern(r"[\w-]{1,60}(?:[ \t]{1,9}[\w-]{1,60}){1,9}")

IN_QUOTES = 'a text, and a date as people write it, stand in quotation marks: "20 March 2017"'
NOT_CLOSED = "a text is not closed. Put a quotation mark at its end"
IS_REPEATED = "stands here a second time"


def cause(message: str, lines: Sequence[str], number: int) -> str:
    """Return why a text is no TOML, to stand behind the place; empty where it can't be told.

    Args:
        message: what tomllib says.
        lines: of the text.
        number: that of the line at which it stopped, from 1.
    """
    line = lines[number - 1] if number <= len(lines) else ""
    key, heading = KEY.match(line), HEADING.match(line)
    if message.startswith(("Cannot overwrite", "Cannot declare", "Duplicate inline", "Cannot mutate")):
        return _repeated(lines, number)
    if message.startswith(("Unterminated string", "Illegal character '\\n'", 'Expected "\'"', "Expected '\"")):
        return NOT_CLOSED
    if "at the end of a" in message and heading is not None:
        return _of_heading(heading["name"])
    if message.startswith("Expected '=' after a key"):
        return _of_key(line)
    if message.startswith(("Unescaped", "Invalid hex", "Escaped character")):
        return "a backslash stands in a text. Type it twice, or put the text in single quotation marks (')"
    if message.startswith(("Invalid statement", "Invalid initial character")):
        return "a key belongs there. One of other letters than a to z stands in quotation marks"
    if message.startswith(("Unclosed array", "Unclosed inline")):
        return "a bracket is not closed, or a comma is missing in a list"
    if message.startswith("Illegal character"):
        return "a control character stands there. Take it out"
    if key is None:
        return 'a text before it, between """, may not be closed' if '"""' in line else ""
    return _of_value(key["value"].strip())


def _repeated(lines: Sequence[str], number: int) -> str:
    """Which key or heading stands twice: that of the line, or the last before it that did so, above a value's lines."""
    heading = HEADING.match(lines[number - 1])
    if heading is not None:
        return f"the heading [{heading['name'].strip()}] {IS_REPEATED}, or a key of this name"
    names = [found["name"] for line in lines[:number] if (found := KEY.match(line)) is not None]
    name = next((one for place, one in reversed([*enumerate(names)]) if one in names[:place]), "")
    return f"the key {name} {IS_REPEATED}" if name else f"a key {IS_REPEATED}"


def _of_heading(name: str) -> str:
    words = BARE_WORDS.match(name.strip())
    if words is not None and words[0] == name.strip():
        return f'a name with blanks stands in quotation marks: ["{words[0]}"]'
    return "a heading is not closed, or has more than its name in it"


def _of_key(line: str) -> str:
    before, sign, _ = line.partition("=")
    words = BARE_WORDS.match(before.strip())
    if sign and words is not None and words[0] == before.strip():
        return f"a key has no blanks in it. Write {'_'.join(words[0].split())}, if that is the one"
    if ":" in line and (not sign or line.index(":") < line.index("=")):
        return "between a key and its value stands =, not a colon"
    return "after a key stand = and its value"


def _of_value(value: str) -> str:
    word = value.partition("#")[0].strip()
    if not word:
        return "the value is missing behind ="
    if word.casefold() in ("true", "false", "yes", "no"):
        meant = "true" if word.casefold() in ("true", "yes") else "false"
        return f"write {meant}, in small letters and without quotation marks, or put a text in quotation marks"
    if word[0] in "\"'":
        return "something stands behind the closing quotation mark. A text with quotation marks in it stands between '"
    if NUMERIC_DAY.match(word):
        return f"a day stands as 2026-11-25, if there is that day, or in quotation marks: {word!r}"
    return "" if word[0] in "[{" else IN_QUOTES
