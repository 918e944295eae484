"""What a form's text is made of: items, lists, headings and blocks, as YAML holds them."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field, model_validator

from analysis.plan import messages
from analysis.reference import IndexName
from analysis.reference.files import Strict

ListStyle = Literal["paragraphs", "numbered", "dotted", "lettered", "dashes", "basis", "reference"]
"""How a list is numbered: not at all, ``1.``, ``1.1.``, ``a)``, ``-``; italics; in brackets."""


class Item(Strict):
    """One item of a list, with dashes below it; a plain string is an item without any."""

    text: str
    dashes: tuple[str, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        return {"text": value} if isinstance(value, str) else value

    def texts(self) -> tuple[str, ...]:
        """Return every text of the item."""
        return (self.text, *self.dashes)


class Node(Strict):
    """A part of a section: exactly one of a heading, a list of texts, or a block.

    A named list can be replaced by a plan of its own. A block is printed from the study by the
    code of that name (see ``plan/blocks``); `index` and `style` are its choices.
    """

    heading: str | None = None
    content: tuple[Node, ...] = ()
    id: str | None = None
    text: tuple[Item, ...] = ()
    list: ListStyle = "paragraphs"
    block: str | None = None
    index: IndexName | None = None
    style: str | None = None

    @model_validator(mode="before")
    @classmethod
    def _one_text_is_a_list(cls, value: Any) -> Any:
        if isinstance(value, dict) and isinstance(value.get("text"), str):
            return {**value, "text": [value["text"]]}
        return value

    @model_validator(mode="after")
    def _is_one_thing(self) -> Node:
        kinds = [self.heading is not None, bool(self.text or self.id), self.block is not None]
        if sum(kinds) != 1:
            raise ValueError(messages.NODE_KIND)
        return self


class Section(Strict):
    """A section with a Roman numeral."""

    title: str
    content: tuple[Node, ...] = Field(min_length=1)
