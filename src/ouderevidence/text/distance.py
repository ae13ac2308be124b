"""How far two words are apart: the one place where letters are counted."""

from __future__ import annotations


def letters_off(a: str, b: str, allowed: int) -> int | None:
    """Return the edit distance, a swap of neighbours counting as one, or None if it is more than allowed.

    Examples
    --------
    >>> letters_off("abouchaar", "abouchar", 2), letters_off("mol", "pol", 0), letters_off("pluijm", "pulijm", 1)
    (1, None, 1)
    """
    if a == b:
        return 0
    if not allowed or abs(len(a) - len(b)) > allowed:
        return None
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        new = [i]
        for j, y in enumerate(b, 1):
            cost = min(row[j] + 1, new[j - 1] + 1, row[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, before[j - 2] + 1)
            new.append(cost)
        before, row = row, new
        if min(row) > allowed:
            return None  # a swap reaches back over one row, and costs one as well
    return row[-1] if row[-1] <= allowed else None
