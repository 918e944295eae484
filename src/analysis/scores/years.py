"""The years that a file's name, a sheet's name or a title states."""

from __future__ import annotations

import re

_YEAR = re.compile(r"(?<!\d)(20[0-4]\d)(?!\d)")
_SPAN = re.compile(r"(?<!\d)20[0-4]\d\s*[-–_]\s*20[0-4]\d(?!\d)")


def years_in(text: str) -> list[int]:
    """Return the years a text states, each once; a span (2011-2016) states none.

    Examples
    --------
    >>> years_in("2019_PAPI_Provincial_indicators2019_VIE_ENG.xlsx")
    [2019]
    >>> years_in("PAPI_2011-2016.xlsx"), years_in("Điểm đạt năm 2023")
    ([], [2023])
    """
    plain = _SPAN.sub("", text)
    return list(dict.fromkeys(int(year) for year in _YEAR.findall(plain)))
