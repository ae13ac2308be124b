"""The command line: the same answers as the library, in each format; exit 0, 1 or 2."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import ouderevidence as oe
from case_library import build
from command import run
from drafts import build as build_draft
from ouderevidence.cli import COMMANDS
from ouderevidence.products.curate import new_library

if TYPE_CHECKING:
    from collections.abc import Callable

TOOL = Path(sys.executable).with_name("ouderevidence")


@pytest.fixture
def files(tmp_path: Path) -> Callable[[str], None]:
    """Return a function that puts a file which an example names where the example will find it."""

    def put(name: str) -> None:
        path = os.environ.get("OUDEREVIDENCE_FACTSHEET")
        if name == "factsheet.txt" and path is None:
            if os.environ.get("CI"):
                pytest.fail("OUDEREVIDENCE_FACTSHEET is not set, and with CI nothing skips")
            pytest.skip("OUDEREVIDENCE_FACTSHEET does not name the factsheet's text, which is not in the repository")
        if name == "factsheet.txt":
            shutil.copy(str(path), tmp_path / name)
        if name == "mijn-bibliotheek":
            new_library(tmp_path / name)
        if name == "beleidsplan.docx":
            build_draft("schoon", "docx", tmp_path).rename(tmp_path / name)

    return put


@pytest.mark.parametrize("command", COMMANDS)
def test_help_ends_with_an_example_that_runs(command: str, tmp_path: Path, files: Callable[[str], None]) -> None:
    text = run(command, "--help").stdout.rstrip()
    example = re.search(r"Example:\s+ouderevidence (.*)$", text)
    assert example, text
    assert example[1].split()[0] == command
    assert COMMANDS[command][1] in " ".join(text.split())
    arguments = [a for a in example[1].split() if a != "--strict"]
    for argument in arguments:
        files(argument)
    done = run(*arguments, cwd=tmp_path)
    assert done.returncode == 0, done.stderr


def test_help_lists_every_command_in_one_line() -> None:
    text = "".join(run("--help").stdout.split())  # a line may break behind a hyphen
    assert all("".join(f"{name} {words}".split()) in text for name, (_, words) in COMMANDS.items())


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["tabel"], 2, "No such command 'tabel'. Did you mean 'table', 'trace'?"),
        (["show", "thuis"], 2, "geen uitspraak 'thuis'"),
        (["brief", "-o", "x"], 1, "x"),
    ],
)
def test_the_program_itself_ends_as_the_command_does(
    arguments: list[str], code: int, words: str, tmp_path: Path
) -> None:
    done = subprocess.run([TOOL, *arguments], cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout, done.stderr) == (code, *run(*arguments, cwd=tmp_path)[1:])
    assert words in done.stderr


def test_the_program_itself_prints_what_the_command_does() -> None:
    done = subprocess.run([TOOL, "table", "--groep", "vaders"], capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout, done.stderr) == run("table", "--groep", "vaders")
    assert "Vaders" in done.stdout


def test_help_imports_neither_pandas_nor_matplotlib() -> None:
    code = (
        "import sys, contextlib, io\nfrom ouderevidence.cli import main\n"
        "sys.argv = ['ouderevidence', 'table', '--help']\n"
        "with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit):\n    main()\n"
        "print([m for m in ('pandas', 'matplotlib', 'yaml', 'bibtexparser') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_dutch_and_english_flags_say_the_same() -> None:
    dutch = run("table", "--groep", "vaders", "--soort", "finding", "--taal", "en").stdout
    english = run("table", "--parent-group", "vaders", "--kind", "finding", "--language", "en").stdout
    assert dutch == english != ""


def test_each_format_holds_the_library(library: oe.Library) -> None:
    part = library.where(parent_group="vaders")
    names = [c.id for c in part]
    assert [r["claim_id"] for r in json.loads(run("table", "--groep", "vaders", "--format", "json").stdout)] == names
    assert [
        r["claim_id"] for r in csv.DictReader(io.StringIO(run("table", "--groep", "vaders", "--format", "csv").stdout))
    ] == names
    rows = run("table", "--groep", "vaders", "--format", "markdown").stdout.splitlines()[2:]
    assert [row.split(" | ")[0].lstrip("| ") for row in rows] == [c.shown_code for c in part]
    plain = run("table", "--groep", "vaders").stdout
    assert all(claim.shown_code in plain for claim in part)
    assert "\x1b" not in plain


def test_show_says_place_level_works_and_doubt(library: oe.Library) -> None:
    text = run("show", "vaders-hebben-eigen-manieren").stdout
    claim = library["vaders-hebben-eigen-manieren"]
    assert claim.statement.nl in text
    assert "jeynes2016" in text
    assert claim.citations[1].note is not None
    assert claim.citations[1].note.nl in text


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["table", "--groep", "vadrs"], 2, "vaders"),
        (["show", "thuis-weegt"], 2, "thuis-weegt-het-zwaarst"),
        (["table", "--taal", "fr"], 2, "'nl', 'en'"),
        (["table", "--nonsense"], 2, "nonsense"),
        (["brief", "-o", "/dev/null/x.docx"], 1, "is geen map; kies een andere plaats"),
        (["brief", "-o", "x.odt"], 1, ".docx"),
    ],
)
def test_mistakes_end_with_one_clear_line(arguments: list[str], code: int, words: str, tmp_path: Path) -> None:
    done = run(*arguments, cwd=tmp_path)
    assert done.returncode == code
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["table", "--groep", "vadrs"], "geen term 'vadrs' bij --groep; bedoelde u vaders"),
        (["table", "--parent-group=vadrs"], "geen term 'vadrs' bij --parent-group; bedoelde u vaders"),
        (["table", "--groep", "vadrs", "--taal", "en"], "no term 'vadrs' in --groep; did you mean vaders"),
        (["table", "--year", "20", "--language=en"], "no term '20' in --year; did you mean 2018 or 2010-2020?"),
        (["works", "--bron", "bonk2018"], "geen bron 'bonk2018'; bedoelde u boonk2018"),
        (["map", "--rijen", "qqq"], "geen filter 'qqq'; kies bouwsteen, groep, gemeente"),
        (["audit", "nee.docx"], "nee.docx kan niet worden geopend"),
        (["validate", "--text", "nee.txt"], "the factsheet's text nee.txt cannot be read"),
    ],
)
def test_an_error_is_in_the_language_asked_for_and_names_the_flag_as_typed(arguments: list[str], words: str) -> None:
    assert words in run(*arguments).stderr


@pytest.mark.parametrize("said", ["boonk2018", "Boonk", "boonk et al., 2018", "parental involvement indicators"])
def test_works_gives_the_work_that_is_meant(said: str) -> None:
    rows = json.loads(run("works", "--bron", said, "--format", "json").stdout)
    assert [row["work_key"] for row in rows] == ["boonk2018"]
    assert len(run("works", "--bron", said).stdout.splitlines()) == 2


def test_works_gives_every_work_of_a_name_and_says_when_none_is_in_the_selection(library: oe.Library) -> None:
    rows = json.loads(run("works", "--work", "Epstein", "--format", "json").stdout)
    wanted = {key for key, w in library.bibliography.items() if any(a.family == "Epstein" for a in w.authors)}
    assert {row["work_key"] for row in rows} == wanted
    assert len(wanted) > 1
    done = run("works", "--bron", "boonk2018", "--groep", "vaders")
    assert "Niet onder de bronnen van deze keuze: boonk2018." in done.stderr
    assert len(done.stdout.splitlines()) == 1


def test_an_empty_selection_says_so_and_counts_with_the_claims_about_all_parents(library: oe.Library) -> None:
    wider = library.where(parent_group="werkend", actor="gemeente", kind="recommendation", include_general=True)
    done = run("table", "--groep", "werkend", "--wie", "gemeente", "--soort", "aanbeveling")
    assert done.returncode == 0
    assert "Geen uitspraken gevonden bij deze keuze: groep ouders: werkende ouders; wie: gemeente" in done.stderr
    assert f"komt u op {len(wider)}." in done.stderr
    english = run("table", "--kind", "definition", "--parent-group", "vaders", "--actor", "school", "--taal", "en")
    assert "No claims found for this selection" in english.stderr
    assert run("table", "--groep", "vaders").stderr == ""


def test_validate_prints_findings_and_exits_1(tmp_path: Path) -> None:
    root, _ = build("unknown-work", tmp_path / "x")
    done = run("validate", root)
    assert done.returncode == 1
    assert "1-lezen.yml:12 E201 no work 'jansen2011' in references.bib; did you mean jansen2010?" in done.stdout
    root, _ = build("warning-work-never-cited", tmp_path / "y")
    assert run("validate", root).returncode == 0
    assert run("validate", "--strict", root).returncode == 1


def test_findings_are_in_the_language_asked_for(tmp_path: Path) -> None:
    root, _ = build("unknown-work", tmp_path / "x")
    done = run("validate", root, "--taal", "nl")
    assert done.returncode == 1
    assert "1-lezen.yml:12 E201 geen bron 'jansen2011' in references.bib; bedoelde u jansen2010?" in done.stdout
    assert "fouten: 1, waarschuwingen: 1" in done.stdout
    assert "E201 geen bron 'jansen2011'" in run("table", "--evidence", root).stderr
    assert "E201 no work 'jansen2011'" in run("table", "--evidence", root, "--taal", "en").stderr
    assert "koppelingen" in run("validate", "--taal=nl").stdout


def test_trace_is_in_the_language_asked_for(tmp_path: Path) -> None:
    text = tmp_path / "tekst.txt"
    text.write_text("Ouders lezen graag voor (Jansen, 2031).", encoding="utf-8")
    dutch = run("trace", text, "--taal", "nl")
    assert dutch.returncode == 1
    assert "tekst.txt:1 T201 'Jansen, 2031' is afgedrukt en bij geen uitspraak gekoppeld; koppel" in dutch.stdout
    assert "zinnen: 1; gedekt door een uitspraak 0" in dutch.stdout
    english = run("trace", text)
    assert "T201 'Jansen, 2031' is printed and no claim links it; link it" in english.stdout
    assert "sentences: 1; covered by a claim 0" in english.stdout
    rows = json.loads(run("trace", text, "--taal", "nl", "--format", "json").stdout)
    assert "is afgedrukt en bij geen uitspraak gekoppeld" in " ".join(row["fact"] for row in rows)


def test_new_and_curate_refuse_in_the_language_asked_for(tmp_path: Path) -> None:
    (tmp_path / "vol").mkdir()
    (tmp_path / "vol" / "iets.txt").write_text("iets", encoding="utf-8")
    assert "is niet leeg, er staat iets.txt in; noem een nieuwe" in run("new", tmp_path / "vol").stderr
    assert "is not empty, it has iets.txt" in run("new", tmp_path / "vol", "--taal", "en").stderr
    draft = tmp_path / "vol" / "iets.txt"
    assert "is geen bibliotheek" in run("curate", draft, "--into", tmp_path / "vol").stderr
    assert "is no library" in run("curate", draft, "--into", tmp_path / "vol", "--language=en").stderr


def test_another_folder_of_evidence(tmp_path: Path) -> None:
    root, _ = build("warning-work-never-cited", tmp_path / "x")
    rows = json.loads(run("table", "--evidence", root, "--format", "json").stdout)
    assert [r["claim_id"] for r in rows] == ["voorlezen-helpt", "lees-elke-dag"]


def test_an_existing_file_is_kept_when_the_new_one_fails(tmp_path: Path) -> None:
    kept = tmp_path / "brief.odt"
    kept.write_text("old")
    assert run("brief", "-o", kept).returncode == 1
    assert kept.read_text() == "old"


def test_version() -> None:
    assert run("--version").stdout.strip() == oe.__version__


def test_curate_lists_what_is_new_in_both_languages(tmp_path: Path) -> None:
    assert run("new", tmp_path / "eigen").returncode == 0
    sample = Path(__file__).parents[1] / "docs" / "voorbeeld" / "meer-bewegen.md"
    done = run("curate", sample, "--into", tmp_path / "eigen", "--taal", "en")
    assert done.returncode == 0, done.stderr
    assert "Luchtkasteel, 2016 → luchtkasteel2016 (is in no reference list)" in done.stdout
    assert "claims proposed: 14; works added: 7; sentences accounted for already: 0, skipped: 1" in done.stdout
    again = run("curate", sample, "--into", tmp_path / "eigen")
    assert "voorgestelde uitspraken: 0; toegevoegde bronnen: 0; zinnen die al verantwoord waren: 14" in again.stdout
    assert "geschreven:" not in again.stdout
    refused = run("curate", sample, "--into", tmp_path)
    assert refused.returncode == 1
    assert "ouderevidence new" in refused.stderr
    full = run("new", tmp_path / "eigen")
    assert full.returncode == 1
    assert "is niet leeg" in full.stderr
    clash = run("table", "--evidence", tmp_path / "eigen", "--evidence", tmp_path / "eigen")
    assert clash.returncode == 1
    assert "E602" in clash.stderr
