"""The tags of a template: which names and loops it may use, and what is wrong with them."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING

from jinja2 import Environment, TemplateSyntaxError, nodes

from analysis.document import messages as m
from analysis.errors import Fault, FaultText, Place

if TYPE_CHECKING:
    from collections.abc import Mapping

# What a name stands for: "" a string, a list of one sample, or a dict of names.
Shape = str | list["Shape"] | dict[str, "Shape"]

SHAPE: dict[str, Shape] = {
    "superior": "",
    "issuer": [""],
    "number": "",
    "place_date": "",
    "kind": "",
    "title": "",
    "body": [{"kind": "", "text": ""}],
    "recipients": [""],
    "signatory": [""],
    "signer": "",
    "appendices": [
        {
            "label": "",
            "title": "",
            "reference": "",
            "table": "",
            "notes": [""],
            "section_end": "",
        }
    ],
}
_LOOP: dict[str, Shape] = {"first": "", "last": "", "index": ""}
_TAGS = re.compile(r"<[^>]+>")
_NEW_LINE = re.compile(r"(?=<w:p[ >]|\{%)")


class TagLinter:
    """Walks the syntax tree of one part and notes every fault; nothing is run.

    Parameters
    ----------
    environment
        Reads the tags.
    source
        The part's XML after docxtpl has joined tags that Word split over runs.
    file, part
        The template's name and the part in Vietnamese (empty for the text itself).
    """

    def __init__(self, environment: Environment, source: str, *, file: str, part: str = "") -> None:
        self._environment = environment
        self._lines = _NEW_LINE.sub("\n", source.replace("\n", " ")).split("\n")
        self._file = file
        self._part = part
        self._faults: list[Fault] = []

    def lint(self) -> list[Fault]:
        """Return all faults of the part; of broken tags only the first, where reading stops."""
        try:
            tree = self._environment.parse("\n".join(self._lines))
        except TemplateSyntaxError as error:
            reason = m.REASON_SYNTAX.format(detail=error.message)
            return [m.TAG_BROKEN.at(self._place(error.lineno), reason=reason)]
        self._statements(tree.body, SHAPE)
        return self._faults

    def _place(self, line: int) -> Place:
        # A tag alone tells little; the words before it help to find it in Word.
        text = ""
        for near in range(line - 1, max(line - 4, -1), -1):
            text = _TAGS.sub("", self._lines[near]) + text
            if len(text.strip()) > 12:
                break
        paragraph = m.PARAGRAPH_OF_TEMPLATE.format(text=text.strip()[-80:])
        return Place(file=self._file, detail=", ".join(filter(None, (self._part, paragraph))))

    def _add(self, entry: FaultText, node: nodes.Node, **values: str) -> None:
        self._faults.append(entry.at(self._place(node.lineno), **values))

    def _statements(self, body: list[nodes.Node], scope: Mapping[str, Shape]) -> None:
        for node in body:
            if isinstance(node, nodes.Output):
                for part in node.nodes:
                    if not isinstance(part, nodes.TemplateData):
                        self._printed(part, scope)
            elif isinstance(node, nodes.For):
                self._loop(node, scope)
            elif isinstance(node, nodes.If):
                self._condition(node.test, scope)
                self._statements([*node.body, *node.elif_, *node.else_], scope)
            else:
                self._refuse(node)

    def _printed(self, node: nodes.Node, scope: Mapping[str, Shape]) -> None:
        shape = self._shape(node, scope)
        if shape is not None and not isinstance(shape, str):
            self._add(m.TAG_NOT_ALLOWED, node, what=m.LIST_PRINTED.format(name=_written(node)))

    def _loop(self, node: nodes.For, scope: Mapping[str, Shape]) -> None:
        shape = self._shape(node.iter, scope)
        if not isinstance(node.target, nodes.Name) or node.test or node.recursive:
            self._refuse(node)
        elif shape is not None and not isinstance(shape, list):
            what = m.NOT_A_LIST.format(name=_written(node.iter))
            self._add(m.TAG_NOT_ALLOWED, node, what=what)
        elif shape is not None:
            inner = {**scope, node.target.name: shape[0], "loop": _LOOP}
            self._statements(node.body, inner)
            self._statements(node.else_, scope)

    def _condition(self, node: nodes.Node, scope: Mapping[str, Shape]) -> None:
        if isinstance(node, (nodes.And, nodes.Or)):
            self._condition(node.left, scope)
            self._condition(node.right, scope)
        elif isinstance(node, nodes.Not):
            self._condition(node.node, scope)
        elif isinstance(node, nodes.Compare):
            if any(operand.op not in {"eq", "ne"} for operand in node.ops):
                self._add(m.TAG_NOT_ALLOWED, node, what=m.ORDER_COMPARED)
            for side in (node.expr, *(operand.expr for operand in node.ops)):
                self._shape(side, scope)
        else:
            self._shape(node, scope)

    def _shape(self, node: nodes.Node, scope: Mapping[str, Shape]) -> Shape | None:
        """Return what the expression stands for; None once a fault is noted."""
        if isinstance(node, nodes.Const):
            return ""
        if isinstance(node, nodes.Name):
            return self._named(node, node.name, scope)
        if isinstance(node, nodes.Getattr):
            owner = self._shape(node.node, scope)
            if owner is None:
                return None
            return self._named(node, node.attr, owner if isinstance(owner, dict) else {})
        self._refuse(node)
        return None

    def _named(self, node: nodes.Node, name: str, known: Mapping[str, Shape]) -> Shape | None:
        if name in known:
            return known[name]
        near = get_close_matches(name, known, n=1)
        hint = m.NEAREST.format(name=near[0]) if near else ""
        self._add(m.TAG_UNKNOWN_NAME, node, name=_written(node), hint=hint)
        return None

    def _refuse(self, node: nodes.Node) -> None:
        known: dict[type[nodes.Node], str] = {nodes.Call: m.CALLS, nodes.Filter: m.FILTERS}
        other = m.OTHER_TAG.format(name=type(node).__name__)
        self._add(m.TAG_NOT_ALLOWED, node, what=known.get(type(node), other))


def _written(node: nodes.Node) -> str:
    """Return a name as the template spells it."""
    if isinstance(node, nodes.Getattr):
        return f"{_written(node.node)}.{node.attr}"
    return node.name if isinstance(node, nodes.Name) else "…"
