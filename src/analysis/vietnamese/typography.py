"""Typography of Vietnamese documents: what is set close together, and what stays on one line.

A line that ends in ``2,5`` and goes on with ``điểm`` is hard to read, so a number keeps to its unit
with a non-breaking space. Names such as ``năm 2025`` keep their ordinary blank: people search a
document for them, and LibreOffice does not find one blank by the other.
"""

from __future__ import annotations

import re

NO_BREAK = "\u00a0"

# A number after one of these is a name (khoản 2 Điều 5, tháng 9 năm 2025), not a count.
_NAMING = (
    "ngày|tháng|năm|quý|kỳ|khóa|đợt|lần|bậc|loại|nhóm|mức|độ|đoạn|số|phụ lục|bảng|biểu|mẫu|chương"
    "|phần|mục|điều|khoản|điểm|quận|phường|tổ|khóm"
)
_RANKING = "hạng|thứ"  # "xếp hạng 13/61" is long enough to tear a justified line
_COUNTED = "điểm|bậc|lần|người|hộ|tuổi|phiếu|trang|phút|giờ|ngày|tuần|tháng|năm|nghìn|triệu|tỷ|đồng"

_LOOSE = re.compile(r" +(?=[:;,.](?![\w.]))|(?<=\d) +(?=%)")
_CLERK = re.compile(r"(?i)(?<=\bsố) {2,}(?=/)|(?<=\bsố:) {2,}(?=/)|(?<=\bngày) {2,}(?=tháng|/)")
_DOUBLE = re.compile(r"(?<=\S) {2,}(?=\S)")
_COUNT = re.compile(
    rf"(?i)(?<![\w/.,])(?P<named>(?:{_NAMING}|{_RANKING})[ {NO_BREAK}])?"
    rf"\d+(?:[.,]\d+)* (?=(?:{_COUNTED})(?!\w))"
)
_MONEY = re.compile(rf"(?i)(?<=\d{NO_BREAK})(nghìn|triệu|tỷ) (?=đồng(?!\w))")


def typeset(text: str) -> str:
    """Return `text` mended and with its numbers kept to their units.

    Parameters
    ----------
    text
        A string of a plan; lines of its own stay lines.

    Returns
    -------
    str
        The text as `mended` returns it; some of its blanks do not break, also those that a clerk
        fills with number and day.

    Examples
    --------
    >>> typeset("giảm 2,5 điểm so với năm 2025").replace(NO_BREAK, "~")
    'giảm 2,5~điểm so với năm 2025'
    >>> typeset("kinh phí 1.200 tỷ đồng").replace(NO_BREAK, "~")
    'kinh phí 1.200~tỷ~đồng'
    """
    text = _CLERK.sub(lambda blank: NO_BREAK * len(blank.group()), mended(text))
    return _MONEY.sub(rf"\1{NO_BREAK}", _COUNT.sub(_kept, text))


def mended(text: str) -> str:
    """Return `text` without blanks before ``: ; , . %`` and without double ones.

    The blanks that a clerk fills with number and day stay.

    Examples
    --------
    >>> mended("đạt 80 % , tăng  2 bậc ;"), mended("Số:        /KH-UBND")
    ('đạt 80%, tăng 2 bậc;', 'Số:        /KH-UBND')
    """
    text = _LOOSE.sub("", text)
    filled = {blank.start() for blank in _CLERK.finditer(text)}
    return _DOUBLE.sub(lambda blank: blank.group() if blank.start() in filled else " ", text)


def breakable(text: str) -> str:
    """Return `text` with every blank an ordinary one, to compare it with what people typed.

    Examples
    --------
    >>> breakable(typeset("9 bậc"))
    '9 bậc'
    """
    return text.replace(NO_BREAK, " ")


def _kept(count: re.Match[str]) -> str:
    return count.group() if count["named"] else count.group().replace(" ", NO_BREAK)
