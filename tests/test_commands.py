"""What the commands print in a terminal and on paper, write in folders, and say of what they cannot read."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import ouderevidence as oe
from case_library import build
from command import run
from ouderevidence.cli import report
from ouderevidence.products.trace import trace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ouderevidence.model.words import Text

TOOL = Path(sys.executable).with_name("ouderevidence")


# -- a terminal ------------------------------------------------------------------------------------------------------


def in_terminal(*arguments: str | Path, columns: int = 90) -> str:
    """Run the program in a terminal of so many signs wide; return what stands on the screen, without its colours."""
    pty = pytest.importorskip("pty", reason="Windows has no such terminal")
    ours, theirs = pty.openpty()
    size = {"COLUMNS": str(columns), "LINES": "50", "TERM": "xterm"}
    with subprocess.Popen(
        [TOOL, *arguments], stdin=subprocess.DEVNULL, stdout=theirs, stderr=theirs, env=os.environ | size
    ) as started:
        os.close(theirs)
        shown = b"".join(_read(ours))
    os.close(ours)
    assert started.returncode == 0, shown
    return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", shown.decode("utf-8")).replace("\r\n", "\n")


def _read(end: int) -> Iterator[bytes]:
    while True:
        try:
            part = os.read(end, 65536)
        except OSError:  # the other end is closed
            return
        if not part:
            return
        yield part


def test_a_terminal_shows_four_columns_and_counts() -> None:
    shown = in_terminal("table", "--uitspraak", "4.6c")
    assert all(len(line) <= 90 for line in shown.splitlines())
    assert re.search(r"Kenmerk +Uitspraak +", shown)
    assert re.search(r"4\.6c +Vaders en moeders .* ▮▯▯ beperkt", shown)
    assert shown.rstrip().endswith("1 uitspraak: beperkt 1")
    whole = in_terminal("table", "--uitspraak", "4.6c", "--alles", columns=220)
    assert "bevinding" in whole
    assert "bevinding" not in shown


def test_words_found_nowhere_are_said() -> None:
    shown = in_terminal("search", "voorlezen", "xyzzy", "--groep", "vaders", "--taal", "en")
    assert re.search(r"4\.6c +Fathers and mothers", shown)
    assert "found nowhere: xyzzy" in shown


# -- one claim -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "quoted", "unsourced"),
    [
        ("nl", "De factsheet geeft dit als citaat", "- geen bron genoemd"),
        ("en", "The factsheet presents this as a quotation", "- no source named"),
    ],
)
def test_a_claim_is_shown_with_all_that_is_recorded_of_it(
    library: oe.Library, language: str, quoted: str, unsourced: str
) -> None:
    for claim in library:
        shown = report.claim(library, claim.id, language)
        recorded: list[Text | None] = [claim.statement, claim.hedge, *(link.note for link in claim.citations)]
        recorded += [claim.missing, *(link.note for link in claim.supplements)]
        links = [*library.links_of(claim.id), *library.links_of(claim.id, "evidence")]
        recorded += [link.work.appraisal.finding for link in links]
        recorded += [caveat.text for caveat in claim.caveats]
        recorded += [library.claim(name).statement for name in claim.rests_on]
        assert all(text.of(language) in shown for text in recorded if text), claim.id
        assert all(f"“{link.as_cited}”" in shown for link in claim.citations)
        assert all(f"“{passage.starts} … {passage.ends}”" in shown for passage in claim.passages)
        assert (quoted in shown) == claim.presented_as_quote
        assert (unsourced in shown) == (not claim.citations)


def test_a_claim_that_a_filter_leaves_out_is_named_by_its_id(library: oe.Library) -> None:
    advice = library.where(kind="recommendation")
    shown = {claim.id: report.claim(advice, claim.id, "nl") for claim in advice}
    rests = [(claim.id, name) for claim in advice for name in claim.rests_on if name not in advice]
    assert rests
    assert all(f"\n- {name}" in f"{shown[claim]}\n" for claim, name in rests)


# -- a text held against the claims ----------------------------------------------------------------------------------


def test_a_text_that_does_not_match_is_said_for_people_and_for_programs(tmp_path: Path) -> None:
    root, _ = build("_base", tmp_path / "klein")
    text = root / "text.txt"
    kept = run("trace", text, "--evidence", root, "--record", tmp_path / "edition.yml")
    assert kept.returncode == 0, kept.stderr
    assert kept.stdout.endswith("\nfindings of this check: 0\n")
    sentences = trace(text, oe.load(root)).table()
    assert (tmp_path / "edition.yml").read_text(encoding="utf-8").count("digits") == len(sentences)
    text.write_text("# 1 Anders\n\nHier staat niets van.\n", encoding="utf-8")
    people = run("trace", text, "--evidence", root)
    found = trace(text, oe.load(root))
    assert people.returncode == 1
    assert people.stdout.endswith(f"\nfindings of this check: {len(found.findings)}\n")
    assert all(str(finding) in people.stdout for finding in found.findings)
    programs = run("trace", text, "--evidence", root, "--format", "json")
    assert programs.returncode == 1
    assert [row["code"] for row in json.loads(programs.stdout)] == [finding.code for finding in found.findings]


# -- all briefs ------------------------------------------------------------------------------------------------------


def test_all_briefs_go_into_one_folder_and_are_not_made_twice(tmp_path: Path) -> None:
    root, _ = build("_base", tmp_path / "klein")
    asked: list[str | Path] = ["brief", "--alle", "--format", "md", "--evidence", root, "-o", tmp_path / "notities"]
    first = run(*asked)
    assert first.returncode == 0, first.stderr
    written = sorted(path.name for path in (tmp_path / "notities").iterdir())
    assert {"alles.md", "index.html"} <= set(written)
    said = re.search(r"geschreven bestanden (\d+)", first.stderr)
    assert said
    assert int(said[1]) > 1
    assert ": geschreven bestanden 0; de andere waren al bijgewerkt" in run(*asked).stderr
    assert sorted(path.name for path in (tmp_path / "notities").iterdir()) == written
    two = run(*asked, "-o", tmp_path / "elders")
    assert (two.returncode, two.stderr.count("\n")) == (1, 1)
    assert "geef één -o" in two.stderr
    assert not (tmp_path / "elders").exists()


# -- mistakes --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["validate", "--text", "weg.txt"], 1, "the factsheet's text weg.txt cannot be read"),
        (["validate", "weg"], 1, "E001"),
        (["audit", "map"], 2, "een map met concepten vraagt om -o MAP"),
        (["audit", "map", "-o", "uit", "--literatuurlijst", "l.md"], 2, "zonder --geannoteerd en --literatuurlijst"),
        (["audit", "map", "-o", "uit", "--scheduler", "tcp://127.0.0.1:1"], 1, "geen concepten"),
        (["audit", "stuk.md", "--literatuurlijst", "l.odt"], 1, "gebruik .md, .html, .docx of .pdf"),
        (["trace", "weg.txt"], 1, "weg.txt"),
        (["curate", "weg.txt", "--into", "map"], 1, "weg.txt"),
        (["export", "-o", "x.txt"], 1, ".csv"),
        (["brief", "-o", "x.md", "--logo", "stuk.md"], 1, "stuk.md"),
        (["brief", "-o", "x.docx", "--huisstijl", "stuk.md"], 1, "stuk.md"),
    ],
)
def test_what_cannot_be_read_is_named_and_nothing_is_written(
    arguments: list[str], code: int, words: str, tmp_path: Path
) -> None:
    (tmp_path / "map").mkdir()
    (tmp_path / "stuk.md").write_text("Ouders lezen voor (Boonk et al., 2018).\n", encoding="utf-8")
    done = run(*arguments, cwd=tmp_path)
    assert done.returncode == code
    assert words in " ".join(f"{done.stdout} {done.stderr}".replace("│", " ").split())
    assert sorted(path.name for path in tmp_path.iterdir()) == ["map", "stuk.md"]
