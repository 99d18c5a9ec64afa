"""Fills in the tags of a Word template, and lets a template do nothing but name fields.

The tags are looked through before anything runs: a template comes from anywhere, and what it asks for stands in it.
"""

import io
import re
from collections.abc import Mapping
from typing import Any, NoReturn

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, Template, nodes, pass_context
from jinja2.exceptions import TemplateError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from breach_wizard.errors import InputError
from breach_wizard.exports.template_fields import PARTS as OF_ITEMS
from breach_wizard.exports.template_fields import Item, Piece, pieces
from breach_wizard.exports.template_marks import looked_for, set_apart, signed
from breach_wizard.patterns import pattern
from breach_wizard.text import join

FILTERS = ("default", "e", "first", "join", "last", "length", "lower", "trim", "upper")
ALLOWED = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Const, nodes.Getattr, nodes.Getitem,
    nodes.Filter, nodes.Keyword, nodes.For, nodes.If, nodes.CondExpr, nodes.Compare, nodes.Operand, nodes.And,
    nodes.Or, nodes.Not,
)  # fmt: skip
LOOP = ("index", "index0", "revindex", "first", "last", "length")
PARTS = {*LOOP, *OF_ITEMS}
"""What may stand after a dot: the parts of an item of a list, and what a loop tells of itself."""

ILLEGAL = pattern("[\ufffe\uffff]")
"""Two characters that XML can't hold; a template has no place for the symbol that our own form writes."""

DEEPEST = 2
"""For within for: an action within an output, say. More would only serve to go on without end."""


def fill(template: bytes, values: Mapping[str, Any], lists: frozenset[str]) -> tuple[bytes, list[str]]:
    """Return the filled document, and the texts that its tags printed.

    Args:
        template: the form.
        values: of every field.
        lists: the fields that are lists.

    Raises:
        InputError: a tag can't be read, asks for what is no field or does more than name fields.
    """
    environment = _Environment(frozenset(values), lists)
    document = _Document(io.BytesIO(template))
    filled = io.BytesIO()
    try:
        document.render(values, environment)
        document.save(filled)
    except InputError:
        raise
    except TemplateError as error:
        near = ", ".join(re.findall(r"'([^']+)'", error.message or ""))
        raise InputError(
            f"A tag of the template can't be used{f': look near {near}' if near else ''}. Mend that tag and try again."
        ) from error
    except Exception as error:  # docxtpl raises all kinds where a tag breaks a table or a paragraph in two
        raise InputError(
            "The template can't be filled in. Look for a tag that begins in one cell or paragraph and ends in another."
        ) from error
    return set_apart(filled.getvalue()), environment.printed


class _Document(DocxTemplate):  # type: ignore[misc]  # docxtpl has no types
    """A template whose title and other properties are left alone: no answer belongs where nobody sees it."""

    def render_properties(self, *_: object, **__: object) -> None:
        pass


class _Environment(ImmutableSandboxedEnvironment):
    """Tags that may name fields; every text that they print is written so that it stays text."""

    def __init__(self, fields: frozenset[str], lists: frozenset[str]) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined, finalize=self._print)
        self.globals.clear()
        self.filters = {name: self.filters[name] for name in FILTERS} | {"e": lambda text: text}
        self.printed: list[str] = []
        self.look = _Look(fields, lists)

    def from_string(self, source: Any, *args: Any, **more: Any) -> Template:
        self.look.through(self.parse(source))
        return super().from_string(source, *args, **more)

    @pass_context  # so that it runs when the tag does, not when the template is read
    def _print(self, _: Context, value: Any) -> Markup:
        if not isinstance(value, tuple | str | int | Item | StrictUndefined):
            _beyond("what it prints is no text")
        listed = [Piece(ILLEGAL.sub("\ufffd", one.text), one.mark) for one in pieces(value)]
        self.printed += looked_for(listed)
        text = signed(listed)
        # docxtpl makes a pair of braces of {_{ and the like, in answers too; a number for _ keeps them as typed.
        return Markup(str(escape(text)).replace("{_", "{&#95;").replace("_}", "&#95;}"))  # noqa: S704 - escaped


class _Look:
    """Looks through a template, and refuses one that does more than name fields."""

    def __init__(self, fields: frozenset[str], lists: frozenset[str]) -> None:
        self.fields = fields
        self.lists = lists

    def through(self, tree: nodes.Template) -> None:
        targets = {"loop"}
        for loop in tree.find_all(nodes.For):
            if not isinstance(loop.target, nodes.Name) or loop.recursive:
                _beyond("for needs one name")
            if not isinstance(loop.iter, nodes.Name) or loop.iter.name not in self.lists:
                _beyond(f"for goes through a list: {join(sorted(self.lists), 'or')}")
            targets.add(loop.target.name)
        _bound_depth(tree, 0)
        for node in tree.find_all(nodes.Node):
            if not isinstance(node, ALLOWED):
                _beyond(type(node).__name__.lower())
            if isinstance(node, nodes.Filter):
                self.filter(node)
            if isinstance(node, nodes.Name) and node.name not in self.fields and node.name not in targets:
                names = ", ".join(sorted(self.fields))
                raise InputError(f"The template asks for {node.name!r}, which is no field. Use one of: {names}.")
            if isinstance(node, nodes.Getitem) and not self.is_one_of_a_list(node):
                _beyond("square brackets hold a number after a list")
            if isinstance(node, nodes.Getattr) and (node.attr not in PARTS or not _has_parts(node.node, targets)):
                _beyond(f"nothing has a part {node.attr!r} there; the parts are {join(sorted(PARTS))}")

    def filter(self, node: nodes.Filter) -> None:
        if node.name not in FILTERS:
            _beyond(f"the filters are {join(FILTERS)}")
        if node.name == "join" and not (isinstance(node.node, nodes.Name) and node.node.name in self.lists):
            # A text joined with a text, again and again, fills any memory.
            _beyond("join stands after the name of a list")

    def is_one_of_a_list(self, node: nodes.Getitem) -> bool:
        in_list = isinstance(node.node, nodes.Name) and node.node.name in self.lists
        return in_list and isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, int)


def _bound_depth(node: nodes.Node, depth: int) -> None:
    depth += isinstance(node, nodes.For)
    if depth > DEEPEST:
        _beyond("for within for within for")
    for one in node.iter_child_nodes():
        _bound_depth(one, depth)


def _has_parts(node: nodes.Node, targets: set[str]) -> bool:
    return isinstance(node, nodes.Getitem) or (isinstance(node, nodes.Name) and node.name in targets)


def _beyond(what: str) -> NoReturn:
    raise InputError(f"The template has a tag that does more than name fields, or not in a way that works: {what}.")
