"""The house: each room uses the rooms below it, and no product uses a product."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Final

import pytest

PACKAGE: Final = Path(__file__).parents[1] / "src" / "ouderevidence"

# From the ground up; a room uses itself and those before it. Told to people in docs/code.md.
FLOORS: Final = ("model", "document", "text", "citing", "evidence", "library", "figures", "products", "cli")

# The one door upward: a library makes its own brief, and imports the product when it is asked to.
EXCEPTIONS: Final = {("library/library.py", "ouderevidence.products.brief")}

FACE: Final = "__init__.py"


def imports(path: Path) -> set[str]:
    """Return the modules of the package that a file imports, also for types and inside functions."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "ouderevidence":
            found |= (
                {f"{node.module}.{alias.name}" for alias in node.names}
                if node.module.count(".") == 0
                else {node.module}
            )
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names if alias.name.split(".")[0] == "ouderevidence"}
    return found


def sins() -> set[tuple[str, str]]:
    """Return what is imported against the order of the house: file and module."""
    found = set()
    for path in sorted(PACKAGE.rglob("*.py")):
        place = path.relative_to(PACKAGE).as_posix()
        if place == FACE:
            continue
        room, *rest = place.split("/")
        for module in imports(path):
            _, other, *inner = [*module.split("."), ""]
            upward = other not in FLOORS or FLOORS.index(other) > FLOORS.index(room)
            across = room == other == "products" and inner[0] != rest[0]
            if upward or across:
                found.add((place, module))
    return found


def test_each_room_uses_only_the_rooms_below_it() -> None:
    assert sins() == EXCEPTIONS


def test_every_room_stands_on_a_floor() -> None:
    rooms = {path.name for path in PACKAGE.iterdir() if path.is_dir() and not path.name.startswith(("_", "."))}
    assert rooms == set(FLOORS)


@pytest.mark.parametrize("room", FLOORS)
def test_the_map_of_the_house_names_every_room(room: str) -> None:
    told = (PACKAGE.parents[1] / "docs" / "code.md").read_text(encoding="utf-8")
    assert f"`{room}/`" in told
