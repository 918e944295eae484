"""The tags of a template: which names and loops it may use, and what is wrong with them.

Allowed are names of the plan and of a loop's item, comparisons with ``==`` and ``!=``, ``and``,
``or``, ``not``, and loops over the plan's lists. A loop within a loop may only walk a list of the
item at hand, so all loops of a template together take as many steps as it has loops times the
plan has items: there is no endless work, and no process to be killed for it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, get_args

from jinja2 import Environment, TemplateSyntaxError, nodes

from analysis.document import messages as m
from analysis.errors import Fault, FaultText, Place
from analysis.plan.text import ParagraphKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

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
_LOOP_PATH = "loop"
_KIND = "body[].kind"
MOST_DEEP = 8
_TAGS = re.compile(r"<[^>]+>")
_ASKED = re.compile(r"\{\{([^{}]*)\}\}|\{%\s*(?:if|elif|for\s+\w+\s+in)\s([^{}]*)%\}")
_TARGET = re.compile(r"\{%\s*for\s+(\w+)\s+in\s")
_NEW_LINE = re.compile(r"(?=<w:p[ >]|\{%)")


@dataclass(frozen=True, slots=True)
class Known:
    """A name that a template may use: where in the plan it leads, what stands there."""

    path: str
    shape: Shape

    def fields(self) -> dict[str, Known]:
        """Return the names within it."""
        if not isinstance(self.shape, dict):
            return {}
        outer = f"{self.path}." if self.path else ""
        return {name: Known(f"{outer}{name}", inner) for name, inner in self.shape.items()}

    def item(self) -> Known:
        """Return an item of the list that it is."""
        return Known(f"{self.path}[]", self.shape[0] if isinstance(self.shape, list) else "")


def leaves(known: Known = Known("", SHAPE)) -> Iterator[str]:
    """Yield the path of every string that a plan gives.

    Examples
    --------
    >>> list(leaves())[:3], "body[].text" in leaves()
    (['superior', 'issuer[]', 'number'], True)
    """
    if isinstance(known.shape, list):
        yield from leaves(known.item())
    elif isinstance(known.shape, dict):
        for inner in known.fields().values():
            yield from leaves(inner)
    else:
        yield known.path


Scope = Mapping[str, Known | None]
"""The names at hand; None for the item of a faulty loop, of which nothing more is told."""


class TagLinter:
    """Walks the syntax tree of one part and notes every fault; nothing is run.

    Parameters
    ----------
    environment
        Reads the tags.
    source
        The part's XML after docxtpl has joined tags that Word split over runs, or its tags alone.
    file, part
        The template's name and the part in Vietnamese (empty for the text itself).
    places
        Where each line of `source` stands; without them a fault shows the words around it.

    Attributes
    ----------
    paths
        After `lint`, what the template asks for, in all branches: ``title``, ``body[].text``.
    """

    def __init__(
        self,
        environment: Environment,
        source: str,
        *,
        file: str,
        part: str = "",
        places: Sequence[Place] = (),
    ) -> None:
        self._environment = environment
        self._lines = source.split("\n")
        if not places:
            self._lines = _NEW_LINE.sub("\n", source.replace("\n", " ")).split("\n")
        self._file = file
        self._part = part
        self._places = places
        self._faults: list[Fault] = []
        self.paths: set[str] = set()

    def lint(self) -> list[Fault]:
        """Return all faults of the part; of tags that do not pair the first, then unknown names."""
        try:
            tree = self._environment.parse("\n".join(self._lines))
            self._statements(tree.body, Known("", SHAPE).fields(), owner="", depth=0)
        except TemplateSyntaxError as error:
            reason = m.REASON_SYNTAX.format(detail=error.message)
            return [m.TAG_BROKEN.at(self._place(error.lineno), reason=reason), *self._unpaired()]
        except (RecursionError, ValueError):  # thousands of brackets, digits
            return [m.TAG_BROKEN.at(self._place(1), reason=m.REASON_DEEP)]
        return self._faults

    def _unpaired(self) -> list[Fault]:
        """Return the unknown names in tags that are read one by one, as they do not pair."""
        items = dict.fromkeys(_TARGET.findall("\n".join(self._lines)))
        scope = {**Known("", SHAPE).fields(), **items, _LOOP_PATH: Known(_LOOP_PATH, _LOOP)}
        for number, line in enumerate(self._lines, start=1):
            for asked in ("".join(groups) for groups in _ASKED.findall(line)):
                with suppress(TemplateSyntaxError, RecursionError, ValueError):
                    tree = self._environment.parse(f"{{% if {asked} %}}{{% endif %}}")
                    tree.set_lineno(number, override=True)
                    self._statements(tree.body, scope, owner="", depth=0)
        return [fault for fault in self._faults if fault.code == m.TAG_UNKNOWN_NAME.code]

    def _place(self, line: int) -> Place:
        if self._places:
            return self._places[min(line, len(self._places)) - 1]
        # A tag alone tells little; the words before it help to find it in Word.
        text = ""
        for near in range(line - 1, max(line - 4, -1), -1):
            text = _TAGS.sub("", self._lines[near]) + text
            if len(text.strip()) > 12:
                break
        paragraph = m.PARAGRAPH_OF_TEMPLATE.format(text=text.strip()[-80:])
        return Place(file=self._file, detail=", ".join(filter(None, (self._part, paragraph))))

    def _add(self, entry: FaultText, node: nodes.Node, **values: object) -> None:
        # Some nodes that jinja makes itself stand on no line.
        self._faults.append(entry.at(self._place(node.lineno or 1), **values))

    def _statements(self, body: list[nodes.Node], scope: Scope, *, owner: str, depth: int) -> None:
        """Judge statements; `owner` is the item of the innermost loop around them."""
        for node in body:
            if isinstance(node, nodes.Output):
                for part in node.nodes:
                    if not isinstance(part, nodes.TemplateData):
                        self._printed(part, scope)
            elif depth == MOST_DEEP:
                self._add(m.TAGS_DEEP, node, most=MOST_DEEP)
            elif isinstance(node, nodes.For):
                self._loop(node, scope, owner=owner, depth=depth + 1)
            elif isinstance(node, nodes.If):
                for branch in (node, *node.elif_):
                    self._condition(branch.test, scope)
                    self._statements(branch.body, scope, owner=owner, depth=depth + 1)
                self._statements(node.else_, scope, owner=owner, depth=depth + 1)
            else:
                self._refuse(node)

    def _printed(self, node: nodes.Node, scope: Scope) -> None:
        if isinstance(node, nodes.Const):
            self._add(m.TAG_NOT_ALLOWED, node, what=m.CONSTANT)
            return
        known = self._known(node, scope)
        if known is not None and not isinstance(known.shape, str):
            self._add(m.TAG_NOT_ALLOWED, node, what=m.LIST_PRINTED.format(name=_written(node)))

    def _loop(self, node: nodes.For, scope: Scope, *, owner: str, depth: int) -> None:
        """Judge a loop; of a faulty one the names within it all the same, but for its item's."""
        known = self._known(node.iter, scope)
        name = node.target.name if isinstance(node.target, nodes.Name) else ""
        item = None
        if not name or node.test or node.recursive:
            self._refuse(node)
        elif known is None:
            pass
        elif not isinstance(known.shape, list):
            what = m.NOT_A_LIST.format(name=_written(node.iter))
            self._add(m.TAG_NOT_ALLOWED, node, what=what)
        elif owner and not _is_of(node.iter, owner):
            self._add(m.LOOP_NESTED, node, name=_written(node.iter))
        elif name in {*scope, _LOOP_PATH}:
            self._add(m.LOOP_NAME, node, name=name)
        else:
            item = known.item()
        inner = {**scope, **_targets(node, item), _LOOP_PATH: Known(_LOOP_PATH, _LOOP)}
        self._statements(node.body, inner, owner=name, depth=depth)
        self._statements(node.else_, scope, owner=owner, depth=depth)

    def _condition(self, node: nodes.Node, scope: Scope) -> None:
        if isinstance(node, (nodes.And, nodes.Or)):
            self._condition(node.left, scope)
            self._condition(node.right, scope)
        elif isinstance(node, nodes.Not):
            self._condition(node.node, scope)
        elif isinstance(node, nodes.Compare):
            self._compared(node, scope)
        else:
            self._known(node, scope)

    def _compared(self, node: nodes.Compare, scope: Scope) -> None:
        if any(operand.op not in {"eq", "ne"} for operand in node.ops):
            self._add(m.TAG_NOT_ALLOWED, node, what=m.ORDER_COMPARED)
        sides = [node.expr, *(operand.expr for operand in node.ops)]
        known = [self._known(side, scope) for side in sides if not isinstance(side, nodes.Const)]
        if any(one is not None and not isinstance(one.shape, str) for one in known):
            self._add(m.TAG_NOT_ALLOWED, node, what=m.LIST_COMPARED)
        if any(one is not None and one.path == _KIND for one in known):
            kinds = get_args(ParagraphKind)
            for side in sides:
                if isinstance(side, nodes.Const) and side.value not in kinds:
                    hint = _hint(str(side.value), kinds)
                    self._add(m.KIND_UNKNOWN, node, name=str(side.value), hint=hint)

    def _known(self, node: nodes.Node, scope: Scope) -> Known | None:
        """Return what the expression stands for; None once a fault is noted."""
        if isinstance(node, nodes.Const):
            return Known("", "")
        if isinstance(node, nodes.Name):
            return self._named(node, node.name, scope)
        if isinstance(node, nodes.Getattr):
            owner = self._known(node.node, scope)
            return None if owner is None else self._named(node, node.attr, owner.fields())
        self._refuse(node)
        return None

    def _named(self, node: nodes.Node, name: str, scope: Scope) -> Known | None:
        if name not in scope:
            self._add(m.TAG_UNKNOWN_NAME, node, name=_written(node), hint=_hint(name, scope))
            return None
        known = scope[name]
        if known is not None and not known.path.startswith(_LOOP_PATH):
            self.paths.add(known.path)
        return known

    def _refuse(self, node: nodes.Node) -> None:
        names: dict[type[nodes.Node], str] = {nodes.Call: m.CALLS, nodes.Filter: m.FILTERS}
        other = m.OTHER_TAG.format(name=type(node).__name__)
        self._add(m.TAG_NOT_ALLOWED, node, what=names.get(type(node), other))


def _targets(loop: nodes.For, item: Known | None) -> dict[str, Known | None]:
    """Return the names that a loop gives its item."""
    every = (loop.target, *loop.target.find_all(nodes.Name))
    return {name.name: item for name in every if isinstance(name, nodes.Name)}


def _hint(name: str, known: Iterable[str]) -> str:
    near = get_close_matches(name, known, n=1)
    return m.NEAREST.format(name=near[0]) if near else ""


def _is_of(node: nodes.Node, owner: str) -> bool:
    """Return whether the expression is a field of the loop's item `owner`."""
    held = isinstance(node, nodes.Getattr) and node.node
    return isinstance(held, nodes.Name) and held.name == owner


def _written(node: nodes.Node) -> str:
    """Return a name as the template spells it."""
    if isinstance(node, nodes.Getattr):
        return f"{_written(node.node)}.{node.attr}"
    return node.name if isinstance(node, nodes.Name) else "…"
