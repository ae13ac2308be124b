"""Search: it finds what a reader of the factsheet wants, and the page finds the same as Python."""

from __future__ import annotations

import base64
import json
import os
import random
import string
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

import ouderevidence as oe
from ouderevidence.search import SearchIndex, fold
from ouderevidence.search.index import _distance
from ouderevidence.search.words import STOP_WORDS, stem, words

if TYPE_CHECKING:
    from collections.abc import Iterator

LIBRARY = oe.load()
QUERIES = yaml.safe_load((Path(__file__).parent / "data" / "queries.yml").read_text(encoding="utf-8"))
SCRIPT = Path(oe.__file__).parent / "explorer" / "search.js"
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]


def found(text: str) -> list[str]:
    return [hit.claim_id for hit in LIBRARY.search(text)]


# -- it finds what a reader wants ------------------------------------------------------------------------------------


@pytest.mark.parametrize("part", ["queries", "held_out"])
def test_a_reader_finds_what_is_wanted(part: str) -> None:
    recall = first = 0.0
    for query in QUERIES[part]:
        hits, wants = found(query["text"]), set(query["wants"])
        recall += len(wants & set(hits[:10])) / len(wants)
        first += bool(wants & set(hits[:3]))
    count = len(QUERIES[part])
    assert recall / count >= 0.95
    assert first / count >= 0.9


def test_the_queries_are_many_and_want_claims_that_exist() -> None:
    queries = QUERIES["queries"] + QUERIES["held_out"]
    assert len({query["text"].casefold() for query in queries}) == len(queries) >= 90
    assert all(query["wants"] and set(query["wants"]) <= set(LIBRARY.claims.index) for query in queries)
    assert {query["kind"] for query in queries} == {
        "word", "phrase", "question", "typo", "compound", "inflection", "name",
    }  # fmt: skip


# -- the page finds the same -----------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Start Chromium; in CI it must be there."""
    if not Path(CHROMIUM).exists():
        if os.environ.get("CI"):
            pytest.fail(f"there is no Chromium at {CHROMIUM}, and with CI nothing skips")
        pytest.skip(f"there is no Chromium at {CHROMIUM} (set CHROMIUM)")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


def page_hits(browser: Any, index: SearchIndex, queries: list[str], *, inline: bool = False) -> list[Any]:
    """Search in a page: the script as a module, or inlined without its ``export``."""
    script = SCRIPT.read_text(encoding="utf-8")
    page = browser.new_page()
    try:
        if inline:
            page.add_script_tag(content=script.replace("export function", "function"))
            load = "Promise.resolve(window)"
        else:
            encoded = base64.b64encode(script.encode()).decode()
            load = f"import('data:text/javascript;base64,{encoded}')"
        run = f"""async ([data, queries]) => {{
            const {{searchClaims}} = await {load};
            return queries.map((query) => searchClaims(data, query).map((hit) => [hit.id, hit.score, hit.matched]));
        }}"""
        # Through JSON text, escaped, so that lone surrogates and NUL arrive as they are.
        return page.evaluate(f"async (text) => ({run})(JSON.parse(text))", json.dumps([index.to_data(), queries]))
    finally:
        page.close()


def python_hits(index: SearchIndex, queries: list[str]) -> list[Any]:
    return [[[hit.claim_id, hit.score, list(hit.matched)] for hit in index.search(query)] for query in queries]


def hostile_queries() -> list[str]:
    return [
        "", " ", "\x00", "vaders\x00thuis", "\U0001f9d1\u200d\U0001f467 vaders \U0001f389", "\ud83d vaders \udc00", "آباء vaders", "\u202evaders\u202c",
        "<script>alert(1)</script>", "__proto__ constructor toString hasOwnProperty", "vaders' --", "* % _ \\ ( [",
        "Ağırdağ", "AĞIRDAĞ", "İLİAS", "straße Æble Łódź ŒUVRE", "K\u212aelvin", "ﬁnancieel", "vá\u0301ders",
        "a" * 49, "a" * 50, "a" * 51, "ouder" * 9, "betrokkenheids" * 3, "aa ee oo uu", "eeee", "zzzz", "sss",
        " ".join(["vaders"] * 100), " ".join(string.ascii_lowercase[i % 26] * 3 + str(i) for i in range(60)),
        "vaders " * 400, "🎉" * 1990 + " vaders thuistaal", "🎉" * 2000 + " vaders", "é\u0301" * 3000 + " vaders",
        "vaders\u00adgroep", "programma’s", "'s avonds", "de het een", "2018", "20188", "c3po", "ſchool", "ß",
    ]  # fmt: skip


def mangled_queries(count: int, seed: int = 20261123) -> list[str]:
    """Words of the library with errors, glued together, cut short or mixed with noise."""
    chance = random.Random(seed)  # noqa: S311 (the same every time is the point)
    known = cast("list[str]", LIBRARY.search_index.to_data()["forms"])
    made = []
    for _ in range(count):
        query = []
        for _ in range(chance.randint(1, 4)):
            word = chance.choice(known)
            for _ in range(chance.choice([0, 0, 1, 1, 2])):
                at = chance.randrange(len(word) + 1)
                letter = chance.choice(string.ascii_lowercase)
                word = chance.choice([
                    word[:at] + letter + word[at:], word[:at] + word[at + 1 :], word[:at] + letter + word[at + 1 :],
                    word[:at] + word[at : at + 2][::-1] + word[at + 2 :], word[:at],
                    word + chance.choice(["", "s", "en"]) + chance.choice(known),
                ])  # fmt: skip
            query.append(chance.choice([str.lower, str.upper, str.title])(word))
        made.append(chance.choice([" ", " ", "-", ", ", " de "]).join(query))
    return made


@pytest.mark.browser
@pytest.mark.parametrize("inline", [False, True])
def test_the_page_finds_the_same_as_python(browser: Any, *, inline: bool) -> None:
    index = LIBRARY.search_index
    queries = [q["text"] for part in QUERIES.values() for q in part] + hostile_queries() + mangled_queries(400)
    for query, expected, shown in zip(
        queries, python_hits(index, queries), page_hits(browser, index, queries, inline=inline), strict=True
    ):
        assert shown == expected, query
