"""Write what the explorer gets of the curated library, with what Python makes of it, for the tests that run in node.

``python tests/js/examples.py build/js/examples.json``: the data, searches with their hits, choices with the claims that
``where`` keeps, their flags, and the table as CSV. The same each time.
"""

from __future__ import annotations

import json
import random
import sys
from pathlib import Path
from typing import Any

import yaml

import ouderevidence as oe
from ouderevidence.library.spreadsheet import to_csv
from ouderevidence.products.explorer.assets import module
from ouderevidence.products.explorer.data import data

ROOT = Path(__file__).resolve().parents[2]
LETTERS = "abcdefghijklmnopqrstuvwxyz é-'’2"
FILTERS = ("building_block", "parent_group", "kind", "level", "design", "phase", "lever")


def queries(chance: random.Random) -> list[str]:
    """Return the queries with known answers, each also with a typing error."""
    stored = yaml.safe_load((ROOT / "tests" / "data" / "queries.yml").read_text(encoding="utf-8"))
    asked = [query["text"] for part in stored.values() for query in part]

    def mistyped(text: str) -> str:
        at = chance.randrange(len(text))
        return text[:at] + chance.choice(LETTERS) + text[at + chance.randint(0, 1) :]

    return [*asked, *map(mistyped, asked), "", " ", "\x00", "é", "x" * 60]


def choices(shown: dict[str, Any], chance: random.Random) -> list[dict[str, Any]]:
    """Return every value of every filter alone, and choices of up to three filters with up to two values each.

    Some are with claims about all parents.
    """
    values = {facet["key"]: [value["id"] for value in facet["values"]] for facet in shown["facets"]}
    keys = [key for key in values if key in FILTERS]
    made: list[dict[str, Any]] = [
        {"filters": {key: [value]}, "general": False} for key, known in values.items() for value in known
    ]
    for number in range(150):
        chosen = chance.sample(keys, chance.randint(0, 3))
        filters = {key: chance.sample(values[key], min(len(values[key]), chance.randint(1, 2))) for key in chosen}
        made.append({"filters": filters, "general": number % 3 == 0 and "parent_group" in filters})
    return made


def example(library: oe.Library, choice: dict[str, Any]) -> dict[str, Any]:
    """Return a choice with the claims and the flags that Python gives for it."""
    given = dict(choice["filters"]) | ({"include_general": True} if choice["general"] else {})
    part = library.where(**given)
    return {**choice, "kept": [claim.id for claim in part], "flags": part.filter_flags()}


def main() -> None:
    """Write the examples to the file that the command line names, and the joined module beside it."""
    target = Path(sys.argv[1])
    library = oe.load()
    shown = data(library)
    chance = random.Random(9)  # noqa: S311 (the same every time is the point)
    value = {
        "data": shown,
        "searches": [
            {"query": query, "hits": [[hit.claim_id, hit.score, list(hit.matched)] for hit in library.hits(query)]}
            for query in queries(chance)
        ],
        "choices": [example(library, choice) for choice in choices(shown, chance)],
        "csv": {language: to_csv(library, language=language) for language in ("nl", "en")},
    }
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps(value), encoding="utf-8")
    target.with_name("explorer.mjs").write_text(module(), encoding="utf-8")


if __name__ == "__main__":
    main()
