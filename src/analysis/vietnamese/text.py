"""Vietnamese text: one normal form, and a looser form for comparing names."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_DASHES = re.compile(r"\s*[-‐‑‒–—−]\s*")
_SPACES = re.compile(r"\s+")


def nfc(text: str) -> str:
    """Return `text` in Unicode NFC with its outer blanks gone and inner blanks single.

    Examples
    --------
    >>> nfc("  La\u0323ng  Sơn ") == "Lạng Sơn"
    True
    """
    return _SPACES.sub(" ", unicodedata.normalize("NFC", text)).strip()


def fold(text: str) -> str:
    """Return `text` without accents, case, punctuation and dashes, for comparing names.

    Old and new spellings of one name (``Hoà``, ``Hòa``) and every kind of dash fold alike.

    Examples
    --------
    >>> fold("Bà Rịa – Vũng Tàu"), fold("Đắk Lắk"), fold("TP. Hồ Chí Minh")
    ('ba ria vung tau', 'dak lak', 'tp ho chi minh')
    """
    base = unicodedata.normalize("NFD", text.replace("Đ", "D").replace("đ", "d"))
    plain = "".join(char for char in base if not unicodedata.combining(char))
    words = re.sub(r"[^0-9a-z ]", " ", _DASHES.sub(" ", plain).lower())
    return _SPACES.sub(" ", words).strip()


def slug(text: str) -> str:
    """Return `text` as an ASCII folder name.

    Examples
    --------
    >>> slug("Lạng Sơn")
    'lang-son'
    """
    return fold(text).replace(" ", "-")


def capitalised(text: str) -> str:
    """Return `text` with its first letter in upper case and the rest untouched.

    Examples
    --------
    >>> capitalised("các sở, ban, ngành")
    'Các sở, ban, ngành'
    """
    return text[:1].upper() + text[1:]


def lowered(text: str) -> str:
    """Return `text` with its first letter in lower case, as a name stands in mid-sentence.

    An abbreviation at the beginning stays.

    Examples
    --------
    >>> lowered("Tiếp cận dịch vụ"), lowered("UBND tỉnh")
    ('tiếp cận dịch vụ', 'UBND tỉnh')
    """
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def enumerated(parts: Iterable[str]) -> str:
    """Return the parts within a sentence: commas and a last "và", names whole.

    Names that are lists themselves (``các sở, ban, ngành``) are parted by semicolons as in
    `joined`.

    Examples
    --------
    >>> enumerated(["Sở Xây dựng", "Sở Nông nghiệp và Môi trường"])
    'Sở Xây dựng và Sở Nông nghiệp và Môi trường'
    >>> enumerated(["Sở Nội vụ", "các sở, ban, ngành"])
    'Sở Nội vụ; các sở, ban, ngành'
    """
    unique = list(dict.fromkeys(parts))
    if len(unique) < 2 or any(";" in part for part in unique):
        return "; ".join(unique)
    if any("," in part and not part.startswith("Sở ") for part in unique):
        return joined(unique)
    *first, last = unique
    return f"{', '.join(first)} và {last}"


def joined(parts: Iterable[str]) -> str:
    """Return the parts as a Vietnamese enumeration, without repeats.

    A part that itself holds a comma or an "và" (``các sở, ban, ngành``) is set off by semicolons,
    because official names cannot be told apart otherwise.

    Examples
    --------
    >>> joined(["Sở Nội vụ", "Sở Tư pháp", "Thanh tra tỉnh"])
    'Sở Nội vụ, Sở Tư pháp và Thanh tra tỉnh'
    >>> joined(["các sở, ban, ngành", "UBND các xã"])
    'các sở, ban, ngành; UBND các xã'
    """
    unique = list(dict.fromkeys(parts))
    if any("," in part or " và " in part for part in unique) and len(unique) > 1:
        return "; ".join(unique)
    if len(unique) < 2:
        return "".join(unique)
    return f"{', '.join(unique[:-1])} và {unique[-1]}"
