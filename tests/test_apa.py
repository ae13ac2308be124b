"""The conformance suite: every case of ``tests/data/apa.yml`` through pandoc, the style and the step after it."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from ouderevidence.citing import citations, finishing, references
from ouderevidence.citing.style import PATCHES, PROFILES
from ouderevidence.document import nodes, pandoc
from ouderevidence.evidence import read as curation
from ouderevidence.evidence.bibliography import read_bibliography
from ouderevidence.model.findings import Report

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ouderevidence.model.records import Work

DATA = Path(__file__).parent / "data" / "apa.yml"
DOC = Path(__file__).parents[1] / "docs" / "apa.md"
CASES: list[dict[str, Any]] = yaml.safe_load(DATA.read_text(encoding="utf-8"))
# A label keeps a title's own capitals, where an English citation would change them.
TITLE_CASE = {"“Message about Examples,” 2009": "“Message about examples,” 2009"}
KEYS = {"id", "rule", "source", "profiles", "works", "cite", "list", "differs"}
RUNS = [(case, profile) for case in CASES for profile in case["profiles"]]


def run_name(run: tuple[dict[str, Any], str]) -> str:
    return f"{run[0]['id']}-{run[1]}"


@cache
def works(position: int) -> tuple[Work, ...]:
    """Return the works of a case, their keys made its own, read as references.bib is."""
    import tempfile

    case = CASES[position]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "references.bib")
        path.write_text(case["works"], encoding="utf-8")
        report = Report("references.bib")
        entries = read_bibliography(path, report)
    assert not report.findings, (case["id"], report.findings)
    found = (curation._work(entry, None) for entry in entries.values())
    return tuple(replace(work, key=f"{case['id']}.{work.key}") for work in found)


def batches(profile: str) -> list[list[int]]:
    """Share the cases of a profile out over documents, so that no two in one have a name in common."""
    found: list[tuple[set[str], list[int]]] = []
    for position, case in enumerate(CASES):
        if profile not in case["profiles"]:
            continue
        names = {name.literal or name.family for work in works(position) for name in work.authors + work.editors}
        batch = next((batch for batch in found if not batch[0] & names), None)
        if batch is None:
            batch = (set(), [])
            found.append(batch)
        batch[0].update(names)
        batch[1].append(position)
    return [positions for _, positions in found]


def written(positions: Sequence[int], profile: str) -> dict[str, Any]:
    """Return the document of some cases, as the brief would have it."""
    language = PROFILES[profile].language
    parts = []
    for position in positions:
        case = CASES[position]
        keyed = [re.sub(r"@(\w)", rf"@{case['id']}.\1", words) for words in case["cite"]]
        parts.append("\n\n".join([f"::: {{#{case['id']}}}", *keyed, ":::"]))
    text = "\n\n".join(parts).encode("utf-8")
    document = pandoc.read(pandoc.call(["--from=markdown-smart", "--to=json", "--sandbox"], text, 0))
    items = [references.csl_item(work, language=language) for place in positions for work in works(place)]
    document["meta"] = {
        "lang": nodes.meta(language),
        "references": nodes.meta(items),
        "link-citations": nodes.meta(True),
    }
    return citations.resolve(document, profile)


def words(inlines: list[dict[str, Any]]) -> str:
    """Return inlines as one line, titles in italics between stars."""
    shown = []
    for part in inlines:
        match part["t"]:
            case "Str":
                shown.append(part["c"].replace("*", "\\*"))
            case "Space" | "SoftBreak":
                shown.append(" ")
            case "Emph":
                shown.append(f"*{words(part['c'])}*")
            case "Quoted":
                shown.append(f"“{words(part['c'][1])}”")
            case "Span" | "Link" | "Cite":
                shown.append(words(part["c"][1]))
            case other:
                pytest.fail(f"an inline that no case expects: {other}")
    return "".join(shown)


@cache
def printed(profile: str) -> dict[str, tuple[list[str], list[str]]]:
    """Return the citations and the list of every case, by id."""
    found: dict[str, tuple[list[str], list[str]]] = {}
    for positions in batches(profile):
        blocks = written(positions, profile)["blocks"]
        entries = next(block for block in blocks if block["c"][0][0] == "refs")["c"][1]
        for position, block in zip(positions, blocks, strict=False):
            case = CASES[position]
            cited = [words(paragraph["c"]) for paragraph in block["c"][1]]
            listed = [
                words(entry["c"][1][0]["c"]) for entry in entries if entry["c"][0][0].startswith(f"ref-{case['id']}.")
            ]
            found[case["id"]] = (cited, listed)
    return found


def test_the_suite_is_whole() -> None:
    ids = [case["id"] for case in CASES]
    assert len(ids) == len(set(ids))
    assert len(ids) >= 60
    for case in CASES:
        assert case.keys() <= KEYS, case["id"]
        assert case["rule"], case["id"]
        assert case["source"], case["id"]
        assert set(case["profiles"]) <= set(PROFILES), case["id"]
        assert case["cite"], case["id"]


@pytest.mark.parametrize("run", RUNS, ids=run_name)
def test_a_case_is_printed_as_apa_wants_or_differs_as_told(run: tuple[dict[str, Any], str]) -> None:
    case, profile = run
    cited, listed = printed(profile)[case["id"]]
    got = {"cite": dict(zip(case["cite"], cited, strict=True))} | ({"list": listed} if "list" in case else {})
    wanted = {part: case[part] for part in got}
    differs = case.get("differs", {})
    assert got == {part: differs.get(part, wanted[part]) for part in got}
    if differs:
        assert got != wanted, "the known difference is gone: take it out of the suite and of docs/apa.md"


@pytest.mark.parametrize("profile", ["radboud", "apa-en"])
def test_the_label_of_every_work_of_the_suite_is_what_pandoc_prints(profile: str) -> None:
    language = PROFILES[profile].language
    positions = [
        place
        for place, case in enumerate(CASES)
        if profile in case["profiles"] and "@letter" not in case["works"]  # a talk has no label: it is no work
    ]
    for place in positions:
        case, found = CASES[place], works(place)
        full = {work.fields["shortauthor"]: work.authors[0].literal for work in found if "shortauthor" in work.fields}
        labels = references.labels(found, language)
        cited = printed(profile)[case["id"]][0]
        for expression, shown in zip(case["cite"], cited, strict=True):
            key = re.fullmatch(r"\[@(\w+)\]", expression)
            if key:  # a label is plain text and has a body's full name
                plain = re.sub(r" \[\w+\]|\*", "", shown.removeprefix("(").removesuffix(")"))
                for short, name in full.items():
                    plain = re.sub(rf"^{short}(?!\w)", str(name), plain)
                wanted = TITLE_CASE.get(plain, plain)
                assert labels[f"{case['id']}.{key[1]}"] == wanted, case["id"]


def differences() -> list[str]:
    return [case["id"] for case in CASES if case.get("differs")]


def test_the_doc_lists_every_known_difference_and_no_other() -> None:
    section = part_of_doc("Known differences")
    assert re.findall(r"^\| `([a-z-]+)` \|", section, re.MULTILINE) == differences()
    for case in CASES:
        if case.get("differs"):
            assert case["differs"]["why"] in section, case["id"]


def test_the_doc_counts_the_cases() -> None:
    told = re.search(r"\*\*(\d+) cases, (\d+) runs, (\d+) known differences\*\*", DOC.read_text(encoding="utf-8"))
    assert told
    assert [int(number) for number in told.groups()] == [len(CASES), len(RUNS), len(differences())]


def test_the_doc_explains_every_patch_and_every_rule() -> None:
    patches = re.findall(r"^\| `([a-z-]+)` \|", part_of_doc("Patches of the style"), re.MULTILINE)
    assert sorted(patches) == sorted(["particle", "capital-particles", *(patch.name for patch in PATCHES)])
    rules = re.findall(r"^\| `([a-z-]+)` \|", part_of_doc("The step after pandoc"), re.MULTILINE)
    assert sorted(rules) == sorted(finishing.RULES)


def part_of_doc(heading: str) -> str:
    return DOC.read_text(encoding="utf-8").partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
