"""A body, a function it carries, and where and when either holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

from analysis.reference import messages

if TYPE_CHECKING:
    from analysis.reference.places import Province

Tier = Literal["districts", "communes"]
TIERS: tuple[Tier, ...] = ("districts", "communes")

COLLECTIVE = "tập thể"
"""The kind of what is no body but a name for several."""

CENTRAL = "tw"
"""The scope of ministries: they belong to no province."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Where something holds: everywhere, only in some provinces, or everywhere but in some.

    Examples
    --------
    >>> Scope(("63:42",)).covers("63:42"), Scope(("!63:42",)).covers("63:42")
    (True, False)
    """

    words: tuple[str, ...] = ()

    @property
    def local(self) -> bool:
        """Whether it names the provinces where it holds."""
        return any(not word.startswith("!") for word in self.words)

    @property
    def central(self) -> bool:
        """Whether it is of the ministries."""
        return CENTRAL in self.words

    def covers(self, unit: str | None) -> bool:
        """Return whether it holds in a province (``unit_set:code``); None asks for no province."""
        if unit is None:
            return not self.local or CENTRAL in self.words
        return unit in self.words if self.local else f"!{unit}" not in self.words

    def meets(self, other: Scope) -> bool:
        """Return whether some province lies in both."""
        if self.local and other.local:
            return bool(set(self.words) & set(other.words))
        own, wide = (self, other) if self.local else (other, self)
        return any(wide.covers(word) for word in own.words) if own.local else True


@dataclass(frozen=True, slots=True)
class Span:
    """The days between two days, both included; None is open or unknown."""

    start: date | None
    end: date | None

    def holds(self, day: date) -> bool:
        """Return whether `day` lies in the span."""
        return (self.start or date.min) <= day <= (self.end or date.max)

    def meets(self, other: Span) -> bool:
        """Return whether some day lies in both."""
        starts = max(self.start or date.min, other.start or date.min)
        return starts <= min(self.end or date.max, other.end or date.max)


@dataclass(frozen=True, slots=True)
class Agency:
    """A body as the register holds it.

    Parameters
    ----------
    code
        Its `role` and, after a point, which of the bodies of that role it is: ``SO_TC.2`` took
        over from ``SO_TC.1``, ``UBND_HUYEN.20`` is Lạng Sơn's own.
    name, aliases
        May hold ``{cap_tinh}`` (tỉnh or thành phố) and ``{ten}`` (the province's name).
    proposed
        Whether the People's Committee may only ask this body (``đề nghị``), not order it.
    successors
        The codes of the bodies that took over when it ended.
    members
        What a name for several bodies stands for: kinds, roles, ``districts``, ``communes``.
    belongs_to
        Whose part it is, in the same words.
    """

    code: str
    name: str
    kind: str
    level: str
    proposed: bool
    span: Span
    scope: Scope
    aliases: tuple[str, ...] = ()
    successors: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    belongs_to: tuple[str, ...] = ()

    @property
    def role(self) -> str:
        """What it is in its province, whoever fills the place that day."""
        return role_of(self.code)

    @property
    def valid_from(self) -> date | None:
        """Its first day; None is unknown or before the register begins."""
        return self.span.start

    @property
    def valid_to(self) -> date | None:
        """Its last day; None is open."""
        return self.span.end

    def exists(self, day: date, unit: str | None) -> bool:
        """Return whether it is there on `day` in the province `unit`."""
        return self.span.holds(day) and self.scope.covers(unit)

    def printed(self, province: Province | None) -> str:
        """Return its name as a province prints it; without one as in a ``tỉnh``."""
        return _filled(self.name, province)

    def other_names(self, province: Province | None) -> tuple[str, ...]:
        """Return its aliases as a province would write them."""
        return tuple(_filled(alias, province) for alias in self.aliases)


@dataclass(frozen=True, slots=True)
class Assignment:
    """A function carried by an agency.

    `stands_in_for` names the abolished body whose place the agency takes: it carries the work out,
    but what that body was to lead has to be given anew by a person.
    """

    function: str
    description: str
    agency: Agency
    span: Span
    scope: Scope = Scope()
    stands_in_for: str = ""

    @property
    def stands_in(self) -> bool:
        """Whether the agency only takes the place of an abolished body."""
        return self.stands_in_for != ""


@dataclass(frozen=True, slots=True)
class Members:
    """Who does what a function is given: bodies, and localities (each its own People's Committee).

    When the register cannot tell, both are empty and `reason` says so.
    """

    agencies: tuple[Agency, ...] = ()
    localities: tuple[Tier, ...] = ()
    reason: str = ""


def _filled(name: str, province: Province | None) -> str:
    if province is None:
        return name.format(cap_tinh=messages.PROVINCE_KIND, ten=messages.PROVINCE_KIND)
    return name.format(cap_tinh=province.kind, ten=province.name)


def role_of(code: str) -> str:
    """Return the part of a body's code that its successors in place keep.

    Examples
    --------
    >>> role_of("UBND_HUYEN.20")
    'UBND_HUYEN'
    """
    return code.partition(".")[0]


def unit_of(province: Province | None) -> str | None:
    """Return how the register writes a province: codes changed owner, so the set belongs to it."""
    return None if province is None else f"{province.unit_set}:{province.code}"
