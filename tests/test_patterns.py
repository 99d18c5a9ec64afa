"""No pattern takes longer than in proportion to what it is tried on.

Each has an example here that it finds. A piece of it is repeated some thousand times at its place, and what comes after is
spoilt; where a pattern backtracks, the processor's limit ends the child that tries it.
"""

import ast
import importlib
import os
import re
import resource
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from breach_wizard.patterns import Later
from breach_wizard.text import holds_one
from tests.kit.depth import FULL

PACKAGE = Path(__file__).parents[1] / "breach_wizard"
LOOKED_AT = (
    "imports/*.py",
    "check/*.py",
    "dates/*.py",
    "text.py",
    "parsing.py",
    "toml_slips.py",
    "tables.py",
    "references.py",
    "approval.py",
)
SIZE, PROCESSOR = 40_000, 6
"""So many characters take a linear pattern some milliseconds, one that grows with their square more seconds than these."""

EXAMPLES: dict[str, tuple[str, ...]] = {
    "approval.APPROVED": ("Approved by A, B, 3 May 2023",),
    "approval.THE": ("the  X",),
    "check.days.SENTENCE": ("One.  Two",),
    "check.days.TO_COME": ("pre-announced", "instead of"),
    "check.unsaid.OF_A_DAY": ("this evening", "tonight"),
    "check.figures.ADDRESS": ("https://a.b", "www.a"),
    "check.figures.FIGURE": ("£ 1,234.5 million", "12.5 bn", "per cent", "percentage points"),
    "check.figures.IN_SIGNS": ("£ 1,234.5 million", "12.5 bn", "%"),
    "check.figures.NUMBER": ("1,234.5 ",),
    "check.names.WORD": ("O'Neill-Smith",),
    "check.names.IN_A_ROW": ("Ann O'Neill Smith",),
    "check.names.BEFORE": ("word's, (",),
    "check.names.POSSESSIVE": ("Ann's",),
    "check.names.LINE_START": ("> > From: Ann Example",),
    "check.names.INITIALS": ("J. R. de la Hartley Smith", "by J R Hartley"),
    "check.names.INITIAL": ("J. ",),
    "check.names.OF_ONE_WORD": ("O'Brien", "McBride"),
    "check.names.HANDLE": ("@some_name",),
    "check.names.LISTED": ("  B. a",),
    "check.personal.POSTCODE": ("14a, Duck and Drake Lane, Upper Wharfe LS29 8AB", "ls29 8ab", "LS298AB"),
    "check.personal.ENDS": ("LS29 8AB", "34 56 C"),
    "check.personal.NATIONAL_INSURANCE": ("QQ 12 34 56 C", "qq123456c"),
    "check.personal.OF_STAFF": ("payroll number is : AB-12 34-56", "staff no. 123"),
    "check.personal.WRITTEN_OUT": ("a.b at c-d dot gov dot uk", "a.b [at] c-d.gov (dot) uk"),
    "check.published.EMAIL": ("a.b+c@d-e.f.uk",),
    "check.published.PHONE": ("+44 (0)20 7946-0000", "020 7946 0000"),
    "check.published.PERSON": ("Dr. Ann-Marie", "forwarded to Ann Example", "e-mailed to Ann Example"),
    "dates.reading.YEAR": ("2023",),
    "dates.tokens._TOKEN": ("3May.", "\n"),
    "parsing.LIKE_JSON": ('  {"a": 1}', '[ {"a": 1}]', '["a"]'),
    "parsing.LIKE_TOML": ("  [[a.b-c]] \n", "\n\n a-b  = 1"),
    "toml_slips.KEY": ('  "a"  =  b',),
    "toml_slips.HEADING": ("  [[  a ]",),
    "toml_slips.NUMERIC_DAY": ("25.11.2026",),
    "toml_slips.BARE_WORDS": ("my  own  key",),
    "imports.blocks.MARK": ("*",),
    "imports.boxes.ADDRESS": ("https://a.b",),
    "imports.boxes.BRACKETS": ("(a b)",),
    "imports.boxes.CUT": ("a  and  b", "; &"),
    "imports.boxes.ORDINAL": ("  1.  2",),
    "imports.boxes.DAY_ALONE": ("3 rd",),
    "imports.boxes.MONTH_AND_YEAR": ("May 2023",),
    "imports.boxes.CLAUSE": ("T 3.6", "principles  T3.6"),
    "imports.boxes.SPAN": ("between",),
    "imports.boxes.OF_A_DATE": ("septembers.  3", "3  rd  of may", "3/12/2"),
    "imports.folding.WORD": ("word&",),
    "imports.furniture.BRACKETED": ("[a b]  .",),
    "imports.furniture.ANGLED": ("<a b>",),
    "imports.furniture.BESIDE": (" , and / or",),
    "imports.inline.ESCAPED": ("\\*",),
    "imports.inline.LINK": ("![a\\] b](  <a(b)c(d)>  \"a b\"  )",),
    "imports.inline.ANCHOR": ("<a x href  =  'b' c>d e</a  >",),
    "imports.inline.AUTOLINK": ("<https://a>", "<mailto:a@b>"),
    "imports.inline.ITEM": ("<li a b>  ",),
    "imports.inline.BREAK": ("<br  />",),
    "imports.inline.ENDS_PARAGRAPH": ("</blockquote  >",),
    "imports.inline.TAG": ("<span a b/>", "</h1 >"),
    "imports.inline.EMPHASIS": ("***a***", "__a__"),
    "imports.inline.MARK": ("*",),
    "imports.inline.GAP": ("\n\n\n\n",),
    "imports.labels.MARK": ("  -  section  1.2.3 . ", "q (iv). ", "1.2  "),
    "imports.labels.HINT": ("  (([a b)])",),
    "imports.labels.STARS": ("  *†#",),
    "imports.labels.ENDS": ("  :-  ", "  –  ", "  \n  ", "??  :  ", "   "),
    "imports.labels.STRICTLY": ("  :-  ",),
    "imports.labels.SIGNS": (" ..... :  ", "_____ ", "[1]¹ "),
    "imports.labels.STOP": (".  ",),
    "imports.loose.HEADING": ("  ##  a",),
    "imports.loose.BULLET": ("  -  a",),
    "imports.loose.QUOTE": ("  > > a",),
    "imports.loose.PIPE": ("a|b",),
    "imports.loose.RULE": (" | - | = ",),
    "imports.loose.UNDERLINE": ("  ---  ", "  ===  "),
    "imports.loose.BOLD": ("  **a b**  c",),
    "imports.loose.ITEM_MARK": ("(xvi)", "12.", "-"),
    "imports.loose.FENCE": ("  ```  a b",),
    "imports.markdown.RULE": (" | - : ",),
    "imports.pieces.MARKED": ("(ab1)  ", "12.  ", "-  "),
    "imports.prepared.STRUCK": ("~~a b~~",),
    "imports.prepared.NO_BREAK": ("  ##\u00a0",),
    "imports.prepared.UNDERLINE": ("  ---  ", "  ===  "),
    "imports.prepared.FENCE": ("  ```  a b",),
    "imports.recognise.E_MAIL": ("  A-b: c d\r\nE: f\nMIME-Version: ",),
    "imports.recognise.TOO_DEEP": ("[ {" * 100,),
    "imports.rows.NUMBER": ("(Q12.12.12):", "(iv)."),
    "imports.strangers.LINE": ("((  A b c : d e", "Ab\t  c d", "Ab:-  c"),
    "imports.strangers.DASHED": ("A b c –  d e",),
    "imports.ticks.MARK": ("☐", "[ ]"),
    "imports.web.PAGE": ("  <?xml a b?>  <!-- a b -->  <!doctype html", " <html>"),
    "imports.web.PIECE": ("  <table",),
    "imports.web.INSIDE": ("<table", "</div>"),
    "imports.word_flow.HEADING": ("heading 1",),
    "imports.word_flow.LIST": ("list bullet",),
    "parsing.LINE_END": ("\r\n",),
    "parsing.CURLY": ("=  “", "”  ]"),
    "parsing.NO_BREAK": ("\u00a0",),
    "parsing.DOTTED": ("a-b  .  " * 20, "'a b'." * 20, '"a b".' * 20),
    "parsing.HALF": ("\\ud800",),
    "references._LETTERED": ("T 3.12",),
    "references._PROTOCOL": ("protocol  2,  paragraphs  12", "principle 8 : a b, \n - practice 1"),
    "references._NUMBERED": ("Standrd  99.1",),
    "references._DOTTED": ("practices  3.4", ",  3.4", "and  3.4"),
    "tables.ROW": ("| a \\| b |",),
    "tables.BAR": ("a|b",),
    "tables.RULE": (":---:",),
    "tables.BLANKS": ("   ",),
    "text.ESCAPE_SEQUENCES": ("\x1b[0;1 /m", "\x1b]0;a b\x07", "\x1b(  B"),
    "text.LINE_ENDS": ("\r\n",),
    "text.BLANKS": (" \t ",),
    "text.BULLET": ("  •  ",),
    "text.ITEM": ("-  a",),
    "text.GAP": ("\n\n\n\n",),
    "text.CONTROLS": ("\x07",),
}  # fmt: skip
"""An example that each pattern finds; several where its branches differ."""


def patterns() -> dict[str, tuple[re.Pattern[str], set[str]]]:
    """Return each pattern that a module has, with the names of the methods that are called of it there."""
    found: dict[str, tuple[re.Pattern[str], set[str]]] = {}
    for path in sorted(one for pattern in LOOKED_AT for one in PACKAGE.glob(pattern)):
        module = ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__")
        tree = ast.parse(path.read_text())
        held = vars(importlib.import_module(module))
        for name, value in held.items():
            if isinstance(value, Later) and isinstance(value.pattern, str) and _is_made(tree, name):
                made = re.compile(value.pattern, value.flags)
                found[f"{module.removeprefix('breach_wizard.')}.{name}"] = made, _methods(tree, name)
    return found


def _is_made(tree: ast.Module, name: str) -> bool:
    targets = [
        target
        for one in tree.body
        for target in (
            one.targets if isinstance(one, ast.Assign) else [one.target] if isinstance(one, ast.AnnAssign) else []
        )
    ]
    return any(isinstance(target, ast.Name) and target.id == name for target in targets)


def _methods(tree: ast.Module, name: str) -> set[str]:
    return {
        one.attr
        for one in ast.walk(tree)
        if isinstance(one, ast.Attribute) and isinstance(one.value, ast.Name) and one.value.id == name
    }


def pumped(example: str) -> Iterator[str]:
    """Yield the example with each of its pieces repeated, and nothing after it that could be found."""
    step = max(1, len(example) // 30)
    pieces = {(begin, begin + length) for length in (1, 2, 3, len(example)) for begin in range(0, len(example), step)}
    for begin, end in sorted(one for one in pieces if one[1] <= len(example)):
        repeated = example[begin:end] * (SIZE // (end - begin))
        yield f"{example[:begin]}{repeated}\x01"
        if FULL:
            yield f"{example[:begin]}{repeated}{example[end:-1]}\x01"
            yield f"{example[:begin]}{' ' * SIZE}\x01"


def tried(pattern: re.Pattern[str], methods: set[str], text: str) -> None:
    """Try a pattern as the program does; where another module does it, in the way that takes longest."""
    for method in methods & {"match", "fullmatch"}:
        getattr(pattern, method)(text)
    if not methods <= {"match", "fullmatch"} or not methods:
        for _ in pattern.finditer(text):
            pass


def test_each_pattern_has_an_example_that_it_finds() -> None:
    known = patterns()
    assert set(EXAMPLES) == set(known)
    for name, (pattern, _) in known.items():
        for example in EXAMPLES[name]:
            assert pattern.search(example), f"{name}: {example!r}"


@pytest.mark.skipif(sys.platform == "win32", reason="processor time is not limited there")
def test_no_pattern_takes_ever_longer() -> None:
    told, tell = os.pipe()
    process = os.fork()
    if not process:
        code = 1
        try:
            for name, (pattern, methods) in patterns().items():
                for example in EXAMPLES[name]:
                    os.write(tell, f"{name}: {example!r}\n".encode())
                    for text in pumped(example):
                        limit = int(time.process_time()) + PROCESSOR
                        resource.setrlimit(resource.RLIMIT_CPU, (limit, resource.RLIM_INFINITY))
                        tried(pattern, methods, text)
            code = 0
        finally:
            os._exit(code)
    os.close(tell)
    with os.fdopen(told) as lines:
        last = [*lines][-1]
    _, status = os.waitpid(process, 0)
    assert status == 0, last


def _holds(signs: str, text: str) -> bool:
    return holds_one(text, _named(signs))


def _named(name: str) -> Any:
    module, _, one = name.rpartition(".")
    return getattr(importlib.import_module(f"breach_wizard.{module}"), one)


ASKED_FIRST: dict[str, Callable[[str], bool]] = {
    "check.figures.ADDRESS": lambda text: _holds("check.figures.OF_AN_ADDRESS", text),
    "check.figures.IN_SIGNS": lambda text: _holds("check.figures.SIGNS", text.lower()),
    "check.names.LINE_START": lambda text: _holds("check.names.HEADS", text),
    "check.names.OF_ONE_WORD": lambda text: _holds("check.names.BEGIN_ONE_WORD", text),
    "check.names.INITIALS": lambda text: _named("check.names.INITIAL").search(text) is not None,
    "check.personal.POSTCODE": lambda text: _named("check.personal.ENDS").search(text) is not None,
    "check.personal.NATIONAL_INSURANCE": lambda text: _named("check.personal.ENDS").search(text) is not None,
    "check.personal.OF_STAFF": lambda text: all(
        _holds(f"check.personal.{one}", text.casefold()) for one in ("OWNERS", "NUMBERED")
    ),
    "check.personal.WRITTEN_OUT": lambda text: _holds("check.personal.IN_WORDS", text.casefold()),
    "check.published.PERSON": lambda text: _holds("check.published.BEFORE_A_PERSON", text),
}
"""What is asked before a pattern that takes longer, by the pattern."""


@pytest.mark.parametrize("name", ASKED_FIRST)
@given(data=st.data())
def test_what_a_pattern_finds_is_not_passed_over_by_what_is_asked_first(name: str, data: st.DataObject) -> None:
    later = _named(name)
    signs = st.characters(codec="latin-1")
    found = data.draw(st.from_regex(re.compile(later.pattern, later._flags), alphabet=signs))
    for text in (found, *EXAMPLES[name]):
        assert ASKED_FIRST[name](text)
