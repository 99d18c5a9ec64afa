"""Changes to what readers are given, by its structure: bytes, lines, cells, nodes of XML, values of JSON, keys of TOML.

Each takes the random choices and what to change, and returns the changed; nothing else decides what is made.
"""

import contextlib
import io
import json
import random
import re
import zipfile
from collections.abc import Callable, Sequence
from copy import deepcopy
from typing import Any, Final

from lxml import etree

AWKWARD: Final = (
    "", " ", "?", "-", "\u00a0", "\u2028", "\r", "\t", "\x00", "\x1b[2J", "\u202e", "\ufeff", "\U0001f1ec\U0001f1e7", "e\u0301", "\u0130", "ß",
    "**", "*", "__", "~~", "`", "```", "|", "\\|", "\\", "#", "###", ">", "<", "<!--", "-->", "[", "](", "<br>", "</p>", "<a href='x'>", "&amp;",
    "&#x110000;", "{{ x }}", "{% for a in b %}", "{%p endif %}", "☐", "☑", "[x]", ":", ": ", "–", ";", " and ", "(", ")", "'", '"', "“", "=",
    "31 February 2019", "0 May 0000", "29 February 1900", "1 May 99999", "12/13/2020", "२ May 2020", "² May 2020", "3-2-1", "to", "from 5 to",
    "24:00", "25pm", "0.00am", "9.30am to 9.29am", "between", "T9.99", "Protocol 99", "Principle", "٣", "1e400", "99999999999999999999", "-1",
    "Name of producer organisation", "Impact of the breach", "Corrective actions", "Date of occurrence of breach", "To follow", "Not given",
    "a@b", "https://", "https://[", "http://a b", "mailto:", "javascript:x", "Jo Example", "020 7946 0000", "\ud7ff", "\ue000", "\U0010ffff",
)  # fmt: skip
"""Pieces that some reader gives a meaning, or that are awkward to take."""

TOML_VALUES: Final = (
    '""', "0", "-1", "1e400", "nan", "true", "[]", "{}", "[[]]", "1979-05-27", "07:32:00", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59-23:59",
    '"?"', "[1, 'a']", '[{a = 1}]', "'''\n'''", '"\\u0000"', '"\\ud800"', '"early-release"', '["T3.6"]', '[{date = "3 May 2023"}]', "0x7f",
    '{title = "x", link = ""}', "[[[[]]]]", '"31 February 2019"', '"x" "y"', '"', "[", "{a = {b = {}}}", "2023-02-30", '[""]', '[["a"]]',
)  # fmt: skip
JSON_VALUES: Final[tuple[Any, ...]] = (
    None, True, False, 0, -1, 2**70, 1.5, float("nan"), float("inf"), "", " ", "?", [], {}, [[]], [{}], [None], {"": ""}, {"a": {}}, "\ud800",
    "3 May 2023", "early-release", ["a", 1], {"title": "x"}, [{"date": "31 February 2019"}], "2023-02-30T25:61:00+99:99", "0001-01-01T00:00:00+23:59",
)  # fmt: skip

TIMES: Final = (2, 3, 10, 100, 1000)
LARGEST: Final = 400_000
"""In bytes, to which a repeated piece is held: how readers grow is tried elsewhere."""

Change = Callable[[random.Random, str], str]


def of_bytes(chosen: random.Random, data: bytes) -> bytes:
    """Change some bytes, whatever they mean."""
    begin = chosen.randrange(len(data) + 1)
    end = min(len(data), begin + chosen.choice((1, 1, 2, 8, 100)))
    match chosen.randrange(5):
        case 0:
            middle = bytes(chosen.randrange(256) for _ in range(end - begin))
        case 1:
            middle = b""
        case 2:
            middle = data[begin:end] * _times(chosen, end - begin)
        case 3:
            return data[:begin]
        case _:
            middle = data[begin:end] + chosen.choice(AWKWARD).encode()
    return data[:begin] + middle + data[end:]


def of_text(chosen: random.Random, text: str) -> str:
    """Change some characters, a line, or a cell."""
    return chosen.choice((_characters, _characters, _lines, _lines, _cells))(chosen, text)


def _characters(chosen: random.Random, text: str) -> str:
    begin = chosen.randrange(len(text) + 1)
    end = min(len(text), begin + chosen.choice((0, 0, 1, 5, 30)))
    middle = chosen.choice(AWKWARD)
    if not chosen.randrange(4):
        middle = (middle or text[begin:end]) * _times(chosen, len(middle) + end - begin)
    return text[:begin] + middle + text[end:]


def _lines(chosen: random.Random, text: str) -> str:
    lines = text.split("\n")
    one, other = chosen.randrange(len(lines)), chosen.randrange(len(lines))
    match chosen.randrange(6):
        case 0:
            del lines[one]
        case 1:
            lines[one], lines[other] = lines[other], lines[one]
        case 2:
            lines[one:one] = lines[one : other + 1] or [lines[other]]
        case 3:
            lines[one] = lines[one] * _times(chosen, len(lines[one]))
        case 4:
            lines[one : one + 1] = [lines[one]] * _times(chosen, len(lines[one]))
        case _:
            lines[one] += chosen.choice(("", " ", "\r")) + lines[other]
    return "\n".join(lines)


def _cells(chosen: random.Random, text: str) -> str:
    lines = text.split("\n")
    rows = [number for number, line in enumerate(lines) if "|" in line or "\t" in line]
    if not rows:
        return _lines(chosen, text)
    number = chosen.choice(rows)
    bar = "|" if "|" in lines[number] else "\t"
    cells = lines[number].split(bar)
    chosen.choice((chosen.shuffle, _drop_one(chosen), _add_one(chosen)))(cells)
    lines[number] = bar.join(cells)
    return "\n".join(lines)


def _drop_one(chosen: random.Random) -> Callable[[list[str]], None]:
    return lambda cells: cells.__delitem__(chosen.randrange(len(cells)))


def _add_one(chosen: random.Random) -> Callable[[list[str]], None]:
    return lambda cells: cells.insert(chosen.randrange(len(cells)), f" {chosen.choice(AWKWARD)} ")


def of_toml(chosen: random.Random, text: str) -> str:
    """Change a key, a value or a table's head; now and then the text as any other."""
    lines = text.split("\n")
    keyed = [number for number, line in enumerate(lines) if re.match(r"\s*[\w.-]+ *=|\[", line)]
    if not keyed or not chosen.randrange(4):
        return of_text(chosen, text)
    number, other = chosen.choice(keyed), chosen.choice(keyed)
    key, equals, value = lines[number].partition("=")
    match chosen.randrange(7):
        case 0:
            lines[number] = f"{key}= {chosen.choice(TOML_VALUES)}"
        case 1:
            lines[number] = f"{lines[other].partition('=')[0]}{equals}{value}"
        case 2:
            lines[number] = f"{key.strip()}.{chosen.choice(('a', 'title', 'date', '1'))} = {value.strip() or '1'}"
        case 3:
            lines.insert(number, f"{chosen.choice(('[', '[['))}{lines[other].partition('=')[0].strip(' []')}]")
        case 4:
            lines[number] = lines[number].replace("[[", "[").replace("]]", "]")
        case 5:
            del lines[number]
        case _:
            lines[number : number + 1] = [lines[number]] * _times(chosen, len(lines[number]))
    return "\n".join(lines)


def of_json(chosen: random.Random, text: str) -> str:
    """Change a value or a key; now and then the text as any other."""
    try:
        root = json.loads(text)
    except (ValueError, RecursionError):
        return of_text(chosen, text)
    if not chosen.randrange(8):
        return of_text(chosen, text)
    places = list(_places(root))
    if not places:
        return json.dumps(chosen.choice(JSON_VALUES))
    holder, key = chosen.choice(places)
    other_holder, other = chosen.choice(places)
    match chosen.randrange(7):
        case 0 | 1:
            holder[key] = chosen.choice(JSON_VALUES)
        case 2:
            del holder[key]
        case 3:
            holder[key] = deepcopy(other_holder[other])
        case 4 if isinstance(holder[key], str):
            holder[key] = of_text(chosen, holder[key])
        case 5 if isinstance(holder, dict):
            holder[chosen.choice([*(str(one) for _, one in places), *AWKWARD])] = holder.pop(key)
        case 6 if isinstance(holder, list):
            holder[key : key + 1] = [holder[key]] * _times(chosen, 50)
        case _:
            holder[key] = chosen.choice(([holder[key]], {"value": holder[key]}, str(holder[key])))
    return json.dumps(root, ensure_ascii=bool(chosen.randrange(2)))


def _places(value: Any) -> Sequence[tuple[Any, Any]]:
    """Every place in JSON, as what holds it and its key there."""
    found: list[tuple[Any, Any]] = []
    waiting = [value]
    while waiting:
        holder = waiting.pop()
        keys = list(holder) if isinstance(holder, dict) else range(len(holder)) if isinstance(holder, list) else ()
        for key in keys:
            found.append((holder, key))
            waiting.append(holder[key])
    return found


def of_xml(chosen: random.Random, data: bytes, *, html: bool = False) -> bytes:
    """Change a node of XML, or of a page; now and then the text as any other."""
    parser: Any = etree.HTMLParser(encoding="utf-8") if html else etree.XMLParser(resolve_entities=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.LxmlError:
        root = None
    if root is None or not chosen.randrange(8):
        return of_text(chosen, data.decode("utf-8", "replace")).encode("utf-8", "replace")
    nodes = [one for one in root.iter() if isinstance(one.tag, str) and one is not root] or [root]
    _change_node(chosen, chosen.choice(nodes), chosen.choice(nodes))
    return bytes(etree.tostring(root, method="html" if html else "xml", encoding="utf-8"))


def _change_node(chosen: random.Random, node: Any, other: Any) -> None:
    holder = node.getparent()
    match chosen.randrange(9):
        case 0 if holder is not None:
            holder.remove(node)
        case 1 if holder is not None:
            times = min(_times(chosen, len(etree.tostring(node))), 200)
            for _ in range(times):
                node.addnext(deepcopy(node))
        case 2:
            other.append(deepcopy(node))
        case 3:
            with contextlib.suppress(ValueError):  # a page may hold a tag that lxml reads and does not write
                node.tag = other.tag
        case 4 if node.attrib:
            name = chosen.choice(sorted(node.attrib))
            node.set(name, _xml_safe(chosen.choice(("0", "-1", "2147483648", "99999", "x", *AWKWARD))))
        case 5 if other.attrib:
            name = chosen.choice(sorted(other.attrib))
            node.set(name, other.get(name))
        case 6 if holder is not None:
            for _ in range(chosen.choice((1, 3, 50))):
                wrap = etree.Element(other.tag, other.attrib)
                holder.replace(node, wrap)
                wrap.append(node)
                node = wrap
        case _:
            texted = [one for one in node.iter() if one.text and isinstance(one.tag, str)]
            one = chosen.choice(texted or [node])
            one.text = _xml_safe(of_text(chosen, one.text or ""))


def _xml_safe(text: str) -> str:
    return re.sub("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "\ufffd", text)


def of_zip(chosen: random.Random, data: bytes) -> bytes:
    """Change a node in one of the parts of a document; now and then a part as a whole, or bytes of the zip."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            parts = {name: file.read(name) for name in file.namelist()}
    except Exception:  # it was damaged by a change before
        return of_bytes(chosen, data)
    if not chosen.randrange(10):
        return of_bytes(chosen, data)
    names = [name for name in parts if name.endswith((".xml", ".rels"))]
    texts = [name for name in names if name.endswith(("document.xml", "content.xml"))] or names
    if not names:
        return of_bytes(chosen, data)
    name = chosen.choice((*texts * 4, *names))
    if not chosen.randrange(20):
        parts.pop(name)
    else:
        parts[name] = of_xml(chosen, parts[name])
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", chosen.choice((zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED))) as file:
        for one, held in parts.items():
            file.writestr(zipfile.ZipInfo(one), held)
    return made.getvalue()


def _times(chosen: random.Random, length: int) -> int:
    return min(chosen.choice(TIMES), max(2, LARGEST // max(length, 1) // 8))
