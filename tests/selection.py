"""What `where` takes, for tests that choose the filter as they run."""

from __future__ import annotations

from typing import TypedDict, cast


class Selection(TypedDict, total=False):
    """The filters that take a word, and the one that takes yes or no."""

    building_block: str
    parent_group: str
    lever: str
    role: str
    actor: str
    phase: str
    kind: str
    core: bool
    section: str
    work: str
    design: str
    year: str
    judgement: str
    level: str


def only(keyword: str, value: object) -> Selection:
    """Return the selection by one filter."""
    return cast("Selection", {keyword: value})
