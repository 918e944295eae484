"""Who is there and who does what on a given day: the register of agencies and functions."""

from __future__ import annotations

import difflib
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from analysis.errors import Fault, FaultsError
from analysis.reference import messages
from analysis.reference.bodies import (
    COLLECTIVE,
    TIERS,
    Agency,
    Assignment,
    Members,
    unit_of,
)
from analysis.reference.naming import fault_of_absence, matching, nearest_names
from analysis.vietnamese import short_date

if TYPE_CHECKING:
    from analysis.reference.places import Province

# Decree 24/2014/NĐ-CP, in force on 20 May 2014, set the departments that the register starts from.
REGISTER_BEGINS = date(2014, 5, 20)

_OF_THE_PROVINCE = ("tỉnh", "khu vực")


@dataclass(frozen=True)
class Agencies:
    """The register of bodies and of the functions they carry.

    In one province on one day a role is filled by one body. A province's own body comes before the
    general one of the same role, whether a function, a successor or a list is asked for.
    """

    assignments: tuple[Assignment, ...]
    bodies: tuple[Agency, ...]

    def functions(self) -> frozenset[str]:
        """Return every function code."""
        return frozenset(self._by_function)

    def check(self, codes: frozenset[str], *, day: date) -> None:
        """Refuse unknown function codes and functions that nobody carries anywhere on `day`.

        Raises
        ------
        FaultsError
            One RF-08 (with the nearest codes) or RF-09 for each code; RF-18 for a day before the
            register.
        """
        require_begun(day)
        faults = [fault for code in sorted(codes) if (fault := self._fault(code, day))]
        if faults:
            raise FaultsError(*faults)

    def carrying(self, function: str, *, day: date, province: Province) -> Agency:
        """Return the agency that carries a function; a province's own body comes first.

        Raises
        ------
        FaultsError
            RF-08, RF-09 or RF-18.
        """
        return self.assignment(function, day=day, province=province).agency

    def assignment(self, function: str, *, day: date, province: Province) -> Assignment:
        """Return who carries a function, and whether only in the place of an abolished body.

        Raises
        ------
        FaultsError
            RF-08, RF-09 or RF-18.
        """
        self.check(frozenset({function}), day=day)
        found = self._assigned(function, day, unit_of(province))
        if found is None:
            raise FaultsError(messages.FUNCTION_VACANT.at(code=function, date=short_date(day)))
        return found

    def existing(self, *, day: date, province: Province | None = None) -> tuple[Agency, ...]:
        """Return every body that is there on `day`, in the register's order.

        Names for several bodies (``tập thể``) are left out; without a province these are the
        bodies that all provinces have, and the ministries.

        Raises
        ------
        FaultsError
            RF-18.
        """
        require_begun(day)
        unit = unit_of(province)
        filled = (self._filling(role, day, unit) for role in self._by_role)
        return tuple(body for body in filled if body and body.kind != COLLECTIVE)

    def carried_by(
        self, agency: Agency, *, day: date, province: Province | None = None
    ) -> tuple[str, ...]:
        """Return the functions that a body carries on `day`."""
        unit = unit_of(province)
        found = ((code, self._assigned(code, day, unit)) for code in self._by_function)
        return tuple(code for code, item in found if item and item.agency == agency)

    def named(self, text: str, *, day: date, province: Province | None = None) -> Agency:
        """Return the body that a code, a name or an abbreviation means.

        Case, accents, dashes and ``&`` do not count; ``UBND`` and the like may be written out; the
        province's name may follow. Without a province, bodies that only one province has are known
        too, after those that all have.

        Raises
        ------
        FaultsError
            RF-19 with the nearest names; for a body that is not there that day RF-20 (ended, with
            its successors and who carries its functions), RF-21 (not yet founded, with those
            before it) or RF-22 (not in this province); RF-18.
        """
        require_begun(day)
        unit = unit_of(province)
        known = matching(text, self.bodies, province)
        found = [body for body in known if body == self._filling(body.role, day, unit)]
        if not found and unit is None:
            found = [body for body in known if body.span.holds(day)]
        if len({body.role for body in found}) == 1:
            return found[0]
        if known:
            raise FaultsError(fault_of_absence(self, known, day=day, province=province))
        here = (body for role in self._by_role if (body := self._filling(role, day, unit)))
        nearest = nearest_names(text, here, province)
        raise FaultsError(messages.AGENCY_UNKNOWN.at(name=text, nearest=nearest))

    def successors_of(
        self, code: str, *, day: date, province: Province | None = None
    ) -> tuple[Agency, ...]:
        """Return the bodies that have on `day` what an ended body had, through every chain.

        A body that is still there, or one whose successors are not known, has none.

        Raises
        ------
        FaultsError
            RF-19 for an unknown code, RF-18.
        """
        require_begun(day)
        if code not in self._by_code:
            nearest = nearest_names(code, self.bodies, province)
            raise FaultsError(messages.AGENCY_UNKNOWN.at(name=code, nearest=nearest))
        body = self._by_code[code]
        if body.span.holds(day):
            return ()
        return tuple(dict.fromkeys(self._heirs(body, day, unit_of(province))))

    def next_after(self, agency: Agency, *, province: Province | None) -> tuple[Agency, ...]:
        """Return the bodies registered as a body's successors, as far as the province has them."""
        heirs = (self._by_code[code] for code in agency.successors)
        return tuple(heir for heir in heirs if heir.scope.covers(unit_of(province)))

    def before(self, agency: Agency, *, day: date, province: Province | None) -> list[Agency]:
        """Return the bodies there on `day` that `agency` was to take over from."""
        codes = {body.code for body in self.bodies if body.role == agency.role}
        here = self.existing(day=day, province=province)
        return [body for body in here if codes & set(body.successors)]

    def members(self, function: str, *, day: date, province: Province) -> Members:
        """Return who does what a function is given in a province on `day`, one by one.

        1. A name for several stands for its `members`: a kind for every body of that kind at the
           province's own level that is no part of another body; a role for the body that fills it;
           ``districts`` and ``communes`` for every locality of that tier (`Localities.of`).
        2. A part that each of several others has (``Bộ phận Một cửa``, a district's division)
           stands for those others: what it is given goes to whom it belongs to.
        3. A name for several without members (``các cơ quan, đơn vị có liên quan``) stands for
           nobody that the register knows; `Members.reason` says so.
        4. Any other body stands for itself.

        Raises
        ------
        FaultsError
            RF-08, RF-09 or RF-18.
        """
        body = self.carrying(function, day=day, province=province)
        shared = any(word not in self._by_role for word in body.belongs_to)
        words = body.members or (body.belongs_to if shared else ())
        if words:
            return self._expanded(words, day=day, province=province)
        if body.kind == COLLECTIVE:
            return Members(reason=messages.MEMBERS_UNKNOWN.format(name=body.printed(province)))
        return Members(agencies=(body,))

    def _expanded(self, words: tuple[str, ...], *, day: date, province: Province) -> Members:
        found = [
            body
            for body in self.existing(day=day, province=province)
            if body.role in words
            or (body.kind in words and not body.belongs_to and body.level in _OF_THE_PROVINCE)
        ]
        return Members(tuple(found), tuple(tier for tier in TIERS if tier in words))

    def _heirs(self, body: Agency, day: date, unit: str | None) -> list[Agency]:
        found: list[Agency] = []
        for code in body.successors:
            heir = self._by_code[code]
            if heir.exists(day, unit):
                found.append(self._filling(heir.role, day, unit) or heir)
            elif heir.valid_to is not None and heir.valid_to < day:
                found += self._heirs(heir, day, unit)
        return found

    def _assigned(self, function: str, day: date, unit: str | None) -> Assignment | None:
        held = [
            item
            for item in self._by_function.get(function, ())
            if item.span.holds(day) and item.scope.covers(unit) and item.agency.span.holds(day)
        ]
        for item in sorted(held, key=lambda item: not item.scope.local):
            body = self._filling(item.agency.role, day, unit)
            if body is not None:
                return replace(item, agency=body)
        return None

    def _filling(self, role: str, day: date, unit: str | None) -> Agency | None:
        """Return the body of a role, the province's own first."""
        there = [body for body in self._by_role[role] if body.exists(day, unit)]
        return max(there, key=lambda body: body.scope.local, default=None)

    def _fault(self, code: str, day: date) -> Fault | None:
        held = self._by_function.get(code)
        if held is None:
            close = difflib.get_close_matches(code, sorted(self.functions()), n=3)
            nearest = messages.NEAREST.format(names=", ".join(close)) if close else ""
            return messages.FUNCTION_UNKNOWN.at(code=code, nearest=nearest)
        if not any(item.span.holds(day) and item.agency.span.holds(day) for item in held):
            return messages.FUNCTION_VACANT.at(code=code, date=short_date(day))
        return None

    @cached_property
    def _by_code(self) -> dict[str, Agency]:
        return {body.code: body for body in self.bodies}

    @cached_property
    def _by_role(self) -> dict[str, list[Agency]]:
        roles: dict[str, list[Agency]] = {}
        for body in self.bodies:
            roles.setdefault(body.role, []).append(body)
        return roles

    @cached_property
    def _by_function(self) -> dict[str, list[Assignment]]:
        functions: dict[str, list[Assignment]] = {}
        for item in self.assignments:
            functions.setdefault(item.function, []).append(item)
        return functions


def require_begun(day: date) -> None:
    """Refuse a day before the register begins.

    Raises
    ------
    FaultsError
        RF-18.
    """
    if day < REGISTER_BEGINS:
        begins = short_date(REGISTER_BEGINS)
        raise FaultsError(messages.BEFORE_REGISTER.at(date=short_date(day), begins=begins))
