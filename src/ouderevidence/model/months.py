"""The months as people write them in a reference: in figures, in Dutch or in English, whole or short."""

from __future__ import annotations

import calendar
import re
from typing import Final

from ouderevidence.model.words import MONTHS

# Short names in Dutch and in English, in the order of the year; "sept" is written too.
_SHORT: Final = ("jan", "feb", "mrt mar", "apr", "mei may", "jun", "jul", "aug", "sep sept", "okt oct", "nov", "dec")
ABBREVIATIONS: Final = frozenset(name for names in _SHORT for name in names.split())
_NUMBERS: Final = {
    name: number
    for number, (month, short) in enumerate(zip(MONTHS, _SHORT, strict=True), 1)
    for name in (month.nl.casefold(), month.en.casefold(), *short.split())
}
_MOST_DAYS: Final = 31
_NAMED: Final = re.compile(r"(?:([0-9]{1,2})\.?\s+)?([a-z]+)\.?(?:,?\s+([0-9]{1,2}))?")  # BibTeX: month = mar # "~12"
_CALENDAR: Final = re.compile(r"([0-9]{4})-([0-9]{1,2})(?:-([0-9]{1,2}))?")


def month_and_day(said: str) -> tuple[int, int]:
    """Return the month that is written, and the day if one stands beside it; 0 for what is not there.

    Examples
    --------
    >>> [month_and_day(said) for said in ("maart", "Mrt.", "12 May", "03", "13", "lente")]
    [(3, 0), (3, 0), (5, 12), (3, 0), (0, 0), (0, 0)]
    """
    plain = " ".join(said.split()).casefold()
    if re.fullmatch(r"[0-9]{1,2}", plain):
        return (int(plain), 0) if int(plain) <= len(MONTHS) else (0, 0)
    match = _NAMED.fullmatch(plain)
    if match is None or match[2] not in _NUMBERS or (match[1] and match[3]):
        return 0, 0
    day = int(match[1] or match[3] or 0)
    return (_NUMBERS[match[2]], day) if day <= _MOST_DAYS else (0, 0)


def is_no_day(date: str) -> bool:
    """Whether a date of the form YYYY-MM or YYYY-MM-DD is none of the calendar.

    Examples
    --------
    >>> [is_no_day(date) for date in ("2018-02-29", "2020-02-29", "2018-13", "2018/2019")]
    [True, False, True, False]
    """
    match = _CALENDAR.fullmatch(date.strip())
    if match is None:
        return False
    year, month, day = int(match[1]), int(match[2]), int(match[3] or 1)
    return not 1 <= month <= len(MONTHS) or not 1 <= day <= calendar.monthrange(max(year, 1), month)[1]
