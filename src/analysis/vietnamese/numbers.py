"""Figures in Vietnamese form. Rounding happens here and nowhere else."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# A float a hair below a half (40.675 is 40.67499…) was a half when it was printed.
_FLOAT_NOISE = Decimal("1e-9")


def round_half_up(value: float, decimals: int) -> Decimal:
    """Return `value` rounded half away from zero, as publishers round.

    Examples
    --------
    >>> round_half_up(2.5, 0), round_half_up(40.675, 2), round_half_up(-1.005, 2)
    (Decimal('3'), Decimal('40.68'), Decimal('-1.01'))
    """
    exact = Decimal(repr(float(value))).quantize(_FLOAT_NOISE, rounding=ROUND_HALF_UP)
    return exact.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


def number(value: float, decimals: int = 2) -> str:
    """Return `value` with a decimal comma and a point between thousands.

    Examples
    --------
    >>> number(43.8476), number(12345.678, 1), number(-0.001)
    ('43,85', '12.345,7', '0,00')
    """
    rounded = round_half_up(value, decimals)
    if not rounded:
        rounded = abs(rounded)
    return f"{rounded:,.{decimals}f}".translate(str.maketrans(",.", ".,"))


def short_number(value: float, most: int = 4) -> str:
    """Return `value` with a decimal comma and no more decimals than it has, at most `most`.

    Examples
    --------
    >>> short_number(2.6), short_number(40.105600000001), short_number(10.0)
    ('2,6', '40,1056', '10')
    """
    text = number(value, most)
    return text.rstrip("0").rstrip(",") if "," in text else text


def percent(share: float, decimals: int = 2) -> str:
    """Return a share of one as a percentage.

    Examples
    --------
    >>> percent(0.11571)
    '11,57%'
    """
    return f"{number(share * 100, decimals)}%"


def signed(value: float, decimals: int = 2) -> str:
    """Return `value` with its sign, a true minus for a fall.

    Examples
    --------
    >>> signed(-1.9907), signed(0.2997), signed(0.0)
    ('−1,99', '+0,30', '0,00')
    """
    text = number(abs(value), decimals)
    if not round_half_up(value, decimals):
        return text
    return f"{'−' if value < 0 else '+'}{text}"


def rank_of(rank: int, ranked: int) -> str:
    """Return a rank and how many were ranked, as plans print them.

    Examples
    --------
    >>> rank_of(13, 61)
    '13/61'
    """
    return f"{rank}/{ranked}"


def rank_change(places: int) -> str:
    """Return a change of rank in words; negative is a fall.

    Examples
    --------
    >>> rank_change(-9), rank_change(27), rank_change(0)
    ('giảm 9 bậc', 'tăng 27 bậc', 'giữ nguyên thứ hạng')
    """
    if places == 0:
        return "giữ nguyên thứ hạng"
    return f"{'giảm' if places < 0 else 'tăng'} {abs(places)} bậc"


def count(value: int) -> str:
    """Return a count as administrative documents write it: two digits below ten.

    Examples
    --------
    >>> count(5), count(12)
    ('05', '12')
    """
    return f"{value:02d}"


def roman(value: int) -> str:
    """Return a positive whole number in Roman digits.

    Examples
    --------
    >>> roman(4), roman(9), roman(14)
    ('IV', 'IX', 'XIV')
    """
    digits = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
    text = ""
    for worth, digit in digits:
        text += digit * (value // worth)
        value %= worth
    return text


# Decree 30/2020/NĐ-CP, Annex I, II.6.đ: points follow the Vietnamese alphabet, đ after d.
_LETTERS = "abcdđeghiklmnopqrstuvxy"


def letters() -> Iterator[str]:
    """Yield the letters of points: a, b, c, d, đ and so on, after y aa, ab and so on.

    Examples
    --------
    >>> from itertools import islice
    >>> list(islice(letters(), 6)), list(islice(letters(), 23, 25))
    (['a', 'b', 'c', 'd', 'đ', 'e'], ['aa', 'ab'])
    """
    yield from _LETTERS
    yield from (first + second for first in _LETTERS for second in _LETTERS)
