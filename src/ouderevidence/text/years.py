"""Years as people print them: how far two are apart, letters and words such as z.d. and in druk included."""

from __future__ import annotations

import re
from typing import Final

_UNDATED: Final = frozenset({"z.d.", "n.d.", "g.d.", "z.d", "n.d", "g.d", "z.j.", "z.j", "zd", "nd", "zj", ""})
_COMING: Final = frozenset(
    {"in druk", "in press", "te verschijnen", "forthcoming", "in voorbereiding", "in prep.", "in prep",
     "in preparation", "geaccepteerd", "aanvaard", "ingediend", "accepted", "submitted", "under review"}
)  # fmt: skip


def year_distance(printed: str, found: str) -> int:
    """Return 0 for the same year, 1 for one year apart, 2 for anything else."""
    if not printed:  # cited in another work, whose year is printed
        return 0
    a, b = (re.sub(r"(?<=\.)\s+(?=[a-z]\.)", "", year.casefold()) for year in (printed, found))
    letters = [re.search(r"-([a-k])$", year) for year in (a, b)]
    if all(letters) and a != b and {re.sub(r"-[a-k]$", "", year) for year in (a, b)} <= _UNDATED:
        return 0 if letters[0][1] == letters[1][1] else 2  # type: ignore[index]  # both are found
    a, b = ("" if re.sub(r"-[a-k]$", "", year) in _UNDATED else year for year in (a, b))
    a, b = ("coming" if year in _COMING else year for year in (a, b))
    if a == b:
        return 0
    one, two = ({int(year) for year in re.findall(r"\d{4}", words)} for words in (a, b))
    letters = [re.search(r"\d([a-k])$", words) for words in (a, b)]
    if one & two:
        return 2 if all(letters) and len(one) == len(two) == 1 else 0
    return 1 if any(abs(x - y) == 1 for x in one for y in two) else 2
